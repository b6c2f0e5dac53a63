package dev.junitllm.gate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds how many cases may end as ERROR (the application or the judge could not answer) before nothing can be said:
 * over it, every gate's verdict is ERROR and the build fails.
 *
 * <p>Without this annotation gates allow 2 % of the cases, and none where there are fewer than 50. The budget answers
 * for no miss: a case below its bar fails as if there were no gate, unless another gate answers for it.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@GatedBy(ErrorBudgetFactory.class)
public @interface ErrorBudget {

    /**
     * The largest share of cases that may be errors.
     *
     * @return at least 0, below 1; samples count where cases are sampled several times
     */
    double atMost();
}
