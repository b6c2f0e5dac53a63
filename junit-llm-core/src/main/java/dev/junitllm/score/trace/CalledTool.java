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
 * Scores each case 1 where the application called a tool, else 0.
 *
 * <pre>{@code
 * @GoldenSet("golden/agent.jsonl")
 * @CalledTool(value = "lookup", arguments = "{\"language\": \"en\"}")
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>What the trace doesn't say is an ERROR, never a 0 or a 1: see {@link TraceCheck}. For calls that each
 * case expects on its own, use {@link dev.junitllm.score.tools.ToolCallScore}, which reads the trace too.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(CalledTools.class)
@ScoredBy(TraceCheckFactory.class)
public @interface CalledTool {

    /**
     * The tool.
     *
     * @return its name
     */
    String value();

    /**
     * Arguments that one of the calls must have. It may have further ones, at any depth; numbers are equal by value.
     *
     * @return a JSON object; any call will do unless set
     */
    String arguments() default "{}";

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
