package dev.junitllm.score.trace;

import dev.junitllm.score.ScoreGroup;
import dev.junitllm.score.ScoredBy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Scores each case 1 where the application's calls of models, embeddings included, cost so much at most, else 0.
 *
 * <pre>{@code
 * @GoldenSet("golden/agent.jsonl")
 * @MaxCost(0.01)
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>What the trace doesn't say is an ERROR, never a 0 or a 1: see {@link TraceCheck}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ScoredBy(TraceCheckFactory.class)
public @interface MaxCost {

    /**
     * The limit.
     *
     * @return at least 0: US dollars, or the one currency that the prices are in
     */
    double value();

    /**
     * The name the scores carry.
     *
     * @return unique on the method; empty for the check's own
     */
    String name() default "";

    /**
     * Whether the score is only kept and shown, without a bar.
     *
     * @return true to ask for nothing
     */
    boolean recordOnly() default false;

    /**
     * The {@link ScoreGroup} whose bar answers for this score.
     *
     * @return the group's name, or empty where the score stands alone
     */
    String group() default "";

    /**
     * How much the score counts in a weighted group.
     *
     * @return above 0
     */
    double weight() default 1;
}
