package dev.junitllm.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs each case of a golden set several times, since one answer of a model says little about the next. Samples are
 * named {@code refund-3 [2/5]}; gates weigh each case the same, however many of its samples could be scored.
 *
 * <p>On a class it holds for each of its golden sets; the method's own wins.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Samples {

    /**
     * How many times each case runs.
     *
     * @return at least 1
     */
    int value();
}
