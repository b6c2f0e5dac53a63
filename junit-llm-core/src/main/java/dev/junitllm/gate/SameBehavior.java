package dev.junitllm.gate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fails the build where the application goes about its cases in another way than when the baseline was recorded: it calls
 * other tools, retrieves other documents, takes more tokens. What it answers is not looked at; {@link NoRegression} does that.
 *
 * <pre>{@code
 * @GoldenSet("golden/agent.jsonl")
 * @SameBehavior({Behavior.TOOLS, Behavior.FAILED_STEPS})
 * @SameBehavior(value = Behavior.DOCUMENTS, maxChanged = 0.1)
 * @SameBehavior(value = Behavior.TOKENS, maxRatio = 1.2)
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>Each case is held against itself in the committed baseline (see {@link NoRegression}), by the traces of both sides; the
 * mark that was updated last counts. Tools, documents, calls and failures are counted case by case: FAIL where more cases than
 * {@link #maxChanged()} have changed. Tokens and cost are compared over all cases: PASS where the one-sided upper bound of
 * their ratio is at most {@link #maxRatio()} (Fieller, 1954); else FAIL where the ratio itself is above it; else
 * INCONCLUSIVE. Time is never compared here: it is noise; for a limit there is {@link dev.junitllm.score.trace.MaxLatency}.
 *
 * <p>Without a baseline, or with one that has no steps, nothing is decided; where the environment variable {@code CI} is set,
 * that is an ERROR. It is an ERROR too where the run was not traced, where a tenth of the cases have lost their trace or have
 * other content, or where there is nothing to compare: no case that ever called a tool, or retrieved anything.
 *
 * <p>The gate answers for no miss.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(SameBehaviors.class)
@GatedBy(SameBehaviorFactory.class)
public @interface SameBehavior {

    /**
     * What must be the same.
     *
     * @return the tools unless set
     */
    Behavior[] value() default Behavior.TOOLS;

    /**
     * The largest share of the cases that may have changed, in each of the behaviors on its own.
     *
     * @return at least 0, below 1; 0 unless set
     */
    double maxChanged() default 0;

    /**
     * The largest ratio of now to then for tokens and cost.
     *
     * @return at least 1; 1.2 unless set
     */
    double maxRatio() default 1.2;

    /**
     * How sure it must be that the ratio is not larger.
     *
     * @return at least 0.5, below 1
     */
    double confidence() default 0.95;

    /**
     * What an INCONCLUSIVE verdict does to the build.
     *
     * @return {@link Inconclusive#WARN} unless set
     */
    Inconclusive inconclusive() default Inconclusive.WARN;
}
