package dev.junitllm.judge.cost;

import dev.junitllm.gate.GatedBy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fails the build where the judges of this golden set cost more than allowed. At least one limit has to be set.
 *
 * <pre>{@code
 * @GoldenSet("golden/handbook.jsonl")
 * @JudgeScore(value = "faithfulness", atLeast = 0.8)
 * @Budget(maxCost = 0.50, maxCallsPerCase = 4, p95Latency = "20s")
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>It counts the calls of judges. Costs go by {@code junit.llm.prices}: a model without a price is refused before the first
 * case where {@code maxCost} is set, and a call whose tokens nobody reported makes the verdict an ERROR, unless what is known
 * is too much already. A call that comes from a recording costs nothing and takes no time now, so that a replayed run decides
 * nothing. The gate answers for no misses. It says afterwards what was spent; {@code junit.llm.max-cost} stops before.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@GatedBy(BudgetFactory.class)
public @interface Budget {

    /**
     * What all calls together may cost.
     *
     * @return an amount in the currency of the prices, at least 0; no limit unless set
     */
    double maxCost() default Double.POSITIVE_INFINITY;

    /**
     * How many tokens all calls together may take, input and output.
     *
     * @return at least 1; no limit unless set
     */
    long maxTokens() default Long.MAX_VALUE;

    /**
     * How many calls one sample of a case may take.
     *
     * @return at least 1; no limit unless set
     */
    int maxCallsPerCase() default Integer.MAX_VALUE;

    /**
     * How long 95 % of the calls may take at most, from question to answer, with waits and retries.
     *
     * @return a number and a unit, such as {@code 800ms}, {@code 2.5s} or {@code 1m}; no limit unless set
     */
    String p95Latency() default "";
}
