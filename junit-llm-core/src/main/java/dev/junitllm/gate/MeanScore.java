package dev.junitllm.gate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fails the build unless the mean of one score over this golden set is high enough, as observed.
 *
 * <pre>{@code
 * @GoldenSet("golden/handbook.jsonl")
 * @ReferenceScore(value = TokenF1.class, recordOnly = true)
 * @MeanScore(of = "token-f1", atLeast = 0.6)
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>The gate answers for misses of that score's own bar, where it has one. A case without the score is an error, never
 * a 0; {@link ErrorBudget} bounds those. Where cases are sampled several times, each case weighs the same.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(MeanScores.class)
@GatedBy(MeanScoreFactory.class)
public @interface MeanScore {

    /**
     * The score, by its name.
     *
     * @return a score of the method, with or without a bar
     */
    String of();

    /**
     * The least mean.
     *
     * @return above 0, at most 1
     */
    double atLeast();

    /**
     * How sure the verdict must be: with it the verdict is PASS only where the one-sided lower bound of the mean reaches
     * {@link #atLeast()}, FAIL where the upper bound stays below, and INCONCLUSIVE else.
     *
     * @return such as 0.95: at least 0.5, below 1; NaN, as unless set, where the observed mean decides
     */
    double confidence() default Double.NaN;

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
