package dev.junitllm.examples.handbook;

import dev.junitllm.gate.GatedBy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Few answers may be entirely beside the point. A mean can rise while the worst answers get worse; this gate looks at
 * those alone.
 */
// tag::few-blunders[]
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@GatedBy(FewBlundersFactory.class) // this line makes it a gate
@interface FewBlunders {

    /** The score to look at, by its name. */
    String of();

    /** An answer that scores less is a blunder. */
    double below();

    /** The largest share of blunders among the scored answers. */
    double atMost();
}
// end::few-blunders[]
