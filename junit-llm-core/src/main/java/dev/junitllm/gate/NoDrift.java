package dev.junitllm.gate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fails the build where figures of the golden set drift for the worse from run to run: pass rate and scores that fall;
 * latency, tokens, cost, errors, empty answers, refusals or filtered answers that rise. Without it a drift only warns.
 *
 * <pre>{@code
 * @GoldenSet("golden/handbook.jsonl")
 * @ReferenceScore(value = TokenF1.class, atLeast = 0.5)
 * @PassRate(atLeast = 0.9)
 * @NoDrift(of = {"passRate", "outputTokens"})
 * void answersFromTheHandbook(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>By CUSUM (slack 0.5, limit 5) and EWMA (weight 0.2, limit 3) over the runs since golden set or scorers last changed,
 * each measured by those before it. Up to ten runs, and in runs that are no part of the history, nothing is
 * decided. Each rule errs about once in some hundred runs while nothing changes, figure by figure: name those that matter.
 * It answers for no miss: each case below a bar still fails by itself unless another gate answers for it.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@GatedBy(NoDriftFactory.class)
public @interface NoDrift {

    /**
     * The figures to hold, by their names in the history: {@code passRate}, {@code "score " + name}, {@code latencyMedian},
     * {@code latencyP95}, {@code inputTokens}, {@code outputTokens}, {@code cost}, {@code errorRate}, {@code emptyRate}, {@code
     * refusalRate}, {@code contentFilterRate}.
     *
     * @return the names; empty for every figure
     */
    String[] of() default {};
}
