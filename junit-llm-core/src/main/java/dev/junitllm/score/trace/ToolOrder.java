package dev.junitllm.score.trace;

import dev.junitllm.score.ScoreGroup;
import dev.junitllm.score.ScoredBy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Scores each case 1 where the application called tools in an order, else 0.
 *
 * <pre>{@code
 * @GoldenSet("golden/agent.jsonl")
 * @ToolOrder({"search", "lookup"})
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>What the trace doesn't say is an ERROR, never a 0 or a 1: see {@link TraceCheck}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ToolOrders.class)
@ScoredBy(TraceCheckFactory.class)
public @interface ToolOrder {

    /**
     * The tools in their order; other calls may come before, between and after them.
     *
     * @return at least one name; a tool that is named twice must be called twice
     */
    String[] value();

    /**
     * Whether no other call may be made.
     *
     * @return false unless set
     */
    boolean exactly() default false;

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
