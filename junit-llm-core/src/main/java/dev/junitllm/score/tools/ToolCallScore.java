package dev.junitllm.score.tools;

import dev.junitllm.score.Bar;
import dev.junitllm.score.ScoreGroup;
import dev.junitllm.score.ScoredBy;
import dev.junitllm.score.json.FieldMatcher;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Scores each case by the tool calls the application made, held against those the case expects. {@link ToolCalls} defines
 * the score.
 *
 * <pre>{@code
 * @GoldenSet("golden/agent.jsonl")
 * @ToolCallScore(
 *         match = ToolCallMatch.F1,
 *         fields = {
 *             @FieldMatcher(path = "/amount", tolerance = 0.01),
 *             @FieldMatcher(path = "/note", match = FieldMatch.IGNORE)
 *         })
 * void calls(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>Levels add up: what stands on the class applies to each of its golden sets together with the method's own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ToolCallScores.class)
@ScoredBy(ToolCallScoreFactory.class)
public @interface ToolCallScore {

    /**
     * How the calls must relate to the expected ones.
     *
     * @return exactly unless set
     */
    ToolCallMatch match() default ToolCallMatch.EXACT;

    /**
     * What of the calls' arguments counts.
     *
     * @return all unless set
     */
    ToolArguments arguments() default ToolArguments.EQUAL;

    /**
     * How single arguments of any tool are compared, where they must be equal. A path begins below the arguments' object, as
     * in {@code /amount}. Of several rules that hold for an argument the last one counts.
     *
     * @return the rules
     */
    FieldMatcher[] fields() default {};

    /**
     * How the arguments of single tools are compared, where they must be equal.
     *
     * @return the rules, each tool's at most once
     */
    ToolFields[] tools() default {};

    /**
     * The least score that passes.
     *
     * @return from 0 to 1; 1 unless set, and none for a member of a group that has a bar
     */
    double atLeast() default Bar.UNSET;

    /**
     * The name the scores carry.
     *
     * @return unique on the method; empty for the match's own, such as {@code tool-calls-exact}
     */
    String name() default "";

    /**
     * Whether the score is only kept and shown, without a bar.
     *
     * @return true to ignore {@link #atLeast()}
     */
    boolean recordOnly() default false;

    /**
     * Whether the opposite is scored: 1 less the score. What can't be scored is an ERROR all the same.
     *
     * @return true to negate
     */
    boolean negate() default false;

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
