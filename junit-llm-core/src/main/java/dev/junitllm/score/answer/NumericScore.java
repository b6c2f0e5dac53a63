package dev.junitllm.score.answer;

import dev.junitllm.score.Bar;
import dev.junitllm.score.ScoreGroup;
import dev.junitllm.score.ScoredBy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Scores each case's output 1 where it ends up with the number of an acceptable answer, give or take a tolerance, else 0.
 * Which number that is {@link NumericAnswer} says.
 *
 * <pre>{@code
 * @GoldenSet("golden/conversions.jsonl")
 * @NumericScore(tolerance = 0.01)
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>The output's number a passes for the answer's number e where |a − e| is at most the larger of {@link #tolerance()} and
 * {@link #relativeTolerance()} · |e|. Tolerances count as the decimals they are written as. Levels add up: what stands on
 * the class applies to each of its golden sets together with the method's own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(NumericScores.class)
@ScoredBy(NumericScoreFactory.class)
public @interface NumericScore {

    /**
     * How far the number may lie from the answer.
     *
     * @return at least 0, in the answer's own unit
     */
    double tolerance() default 0;

    /**
     * How far the number may lie from the answer, relative to the answer.
     *
     * @return at least 0; 0.01 is one per cent
     */
    double relativeTolerance() default 0;

    /**
     * Whether the number's unit counts, in output and answer alike: {@code 5 km} is {@code 5000 m}, and neither {@code 5 kg}
     * nor {@code 5}. {@link QuantityAnswer} says which units there are.
     *
     * @return true to read units; false to leave them out of account
     */
    boolean units() default false;

    /**
     * The least score that passes.
     *
     * @return from 0 to 1; 1 unless set, and none for a member of a group that has a bar
     */
    double atLeast() default Bar.UNSET;

    /**
     * The name the scores carry.
     *
     * @return unique on the method; empty for {@code numeric-answer}, or {@code quantity-answer} with units
     */
    String name() default "";

    /**
     * Whether the score is only kept and shown, without a bar.
     *
     * @return true to ignore {@link #atLeast()}
     */
    boolean recordOnly() default false;

    /**
     * Whether the opposite is scored: 1 less the score. What can't be scored is an ERROR all the same, and an output that
     * can't be read scores 0.
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
