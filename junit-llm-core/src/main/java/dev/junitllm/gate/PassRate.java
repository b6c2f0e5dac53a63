package dev.junitllm.gate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fails the build unless enough cases pass: at least the given share of this golden set, as observed.
 *
 * <pre>{@code
 * @GoldenSet("golden/handbook.jsonl")
 * @ReferenceScore(value = TokenF1.class, atLeast = 0.5)
 * @PassRate(atLeast = 0.9)
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>The gate answers for the misses it counts: a single case below its bar is shown as skipped, with its scores, and
 * only the gate fails the build. Errors are in neither numerator nor denominator; {@link ErrorBudget} bounds them. Where
 * cases are sampled several times, each case weighs the same. The comparison is exact: 55 of 100 meets 0.55. The
 * two-sided 95 % interval of the rate is printed either way, and decides nothing.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(PassRates.class)
@GatedBy(PassRateFactory.class)
public @interface PassRate {

    /**
     * The least share of cases that must pass.
     *
     * @return above 0, at most 1
     */
    double atLeast();

    /**
     * The one score whose bar counts, by its name.
     *
     * @return a score of the method, one that has a bar; empty for all of a case's bars and its own assertions
     */
    String of() default "";
}
