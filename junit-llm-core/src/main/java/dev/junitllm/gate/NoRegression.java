package dev.junitllm.gate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fails the build where the application has become worse than its committed baseline: the file
 * {@code src/test/llm-baselines/<class>.<method>.json}, which {@code -Djunit.llm.baseline=update} writes.
 *
 * <pre>{@code
 * @GoldenSet("golden/handbook.jsonl")
 * @ReferenceScore(value = TokenF1.class, atLeast = 0.5)
 * @NoRegression(maxDrop = 0.05)
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>Each case is paired with itself in the baseline, by id and content. The verdict is PASS where the one-sided lower bound
 * of the change lies above −{@link #maxDrop()}; else FAIL where the upper bound lies below 0, or the observed drop exceeds
 * {@code maxDrop}; else INCONCLUSIVE, which by default only warns. A drop that is proved and allowed passes, and is reported
 * as one. Both marks of the baseline are compared, the one updated last and the one approved last, and either may fail.
 *
 * <p>Cases that fail newly, pass newly, are new, are gone or have other content are listed; a case that is gone fails the
 * gate unless {@link #allowMissing()}. A filtered run compares the selected cases. Without a baseline nothing is decided;
 * where the environment variable {@code CI} is set, that is an ERROR. It is an ERROR too where a score is made in another
 * way than when the baseline was recorded, or where more than a tenth of the cases have other content.
 *
 * <p>The gate answers for every bar and the test body's own assertions, or for the bar of the score it names.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(NoRegressions.class)
@GatedBy(NoRegressionFactory.class)
public @interface NoRegression {

    /**
     * The one score to compare, by its name: how often it reaches its bar, or its mean where it has no bar or {@link #mean()}
     * is set.
     *
     * @return a score of the method; empty for how often cases pass
     */
    String of() default "";

    /**
     * Whether the mean of the named score is compared, although it has a bar.
     *
     * @return false unless set; of no account for a score without a bar, whose mean is compared anyway
     */
    boolean mean() default false;

    /**
     * The largest drop that is allowed, as a difference of two rates or means.
     *
     * @return above 0, below 1; NaN, as unless set, for 0.05 where pass rates are compared and 0.03 where means are
     */
    double maxDrop() default Double.NaN;

    /**
     * How sure the verdict must be, on each side.
     *
     * @return at least 0.5, below 1
     */
    double confidence() default 0.95;

    /**
     * What an INCONCLUSIVE verdict does to the build.
     *
     * @return {@link Inconclusive#WARN} unless set: 40 unchanged cases can't prove that at most 5 % have become worse
     */
    Inconclusive inconclusive() default Inconclusive.WARN;

    /**
     * How far a single case must drop to fail the build by itself: its pass rate, or its score where means are compared. Not
     * before fresh samples of the case confirm it: five, taken after all others, of which every one must drop as far; the
     * first that does not ends it. Compared with the rolling mark.
     *
     * @return such as 0.5: above 0, at most 1; NaN, as unless set, where no single case fails the build
     */
    double severeDrop() default Double.NaN;

    /**
     * Whether cases of the baseline may be gone from the golden set, or no longer be scored.
     *
     * @return false unless set
     */
    boolean allowMissing() default false;
}
