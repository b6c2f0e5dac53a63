package dev.junitllm.score.trace;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Holds several {@link ToolOrder}s. The compiler writes it; nobody else needs to. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ToolOrders {

    /**
     * The scores.
     *
     * @return at least two
     */
    ToolOrder[] value();
}
