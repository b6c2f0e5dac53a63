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

    /**
     * How sure the verdict must be: with it the verdict is PASS only where the one-sided lower bound of the rate reaches
     * {@link #atLeast()}, FAIL where the upper bound stays below, and INCONCLUSIVE else.
     *
     * @return such as 0.95: at least 0.5, below 1; NaN, as unless set, where the observed rate decides
     */
    double confidence() default Double.NaN;

    /**
     * The rate a good application has, for a gate that stops as soon as it is known whether the rate is nearer to this or to
     * {@link #atLeast()}. Needs {@link #confidence()}.
     *
     * @return above {@link #atLeast()}, at most 1; NaN, as unless set, where every sample runs
     */
    double target() default Double.NaN;

    /**
     * What an INCONCLUSIVE verdict does to the build. There is none without {@link #confidence()}.
     *
     * @return {@link Inconclusive#FAIL} unless set
     */
    Inconclusive inconclusive() default Inconclusive.FAIL;

    /**
     * The part of the set to look at: {@code tag=refund}, {@code origin=production}, or {@code language=de} for a field of
     * the cases' metadata.
     *
     * @return one that at least one selected case belongs to; empty for the whole set
     */
    String slice() default "";
}
