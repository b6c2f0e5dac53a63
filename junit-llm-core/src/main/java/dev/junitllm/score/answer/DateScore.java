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
 * Scores each case's output 1 where its last date, or time of day, is that of an acceptable answer, give or take a tolerance,
 * else 0. Which dates are read, and what is compared, {@link DateAnswer} says.
 *
 * <pre>{@code
 * @GoldenSet("golden/deadlines.jsonl")
 * @DateScore(order = DateOrder.DAY_FIRST, tolerance = "PT1H", zone = "Europe/Berlin")
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>Levels add up: what stands on the class applies to each of its golden sets together with the method's own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(DateScores.class)
@ScoredBy(DateScoreFactory.class)
public @interface DateScore {

    /**
     * How far the time may lie from the answer's. Between dates a day is 24 hours.
     *
     * @return a duration in the form of ISO 8601, such as {@code PT90M} or {@code P1D}; at least {@code PT0S}
     */
    String tolerance() default "PT0S";

    /**
     * How to read dates such as {@code 03/04/2024}.
     *
     * @return the order of day and month; such dates aren't read where it is unknown
     */
    DateOrder order() default DateOrder.UNKNOWN;

    /**
     * The zone of times that state none, in output and answer alike.
     *
     * @return such as {@code Europe/Berlin}, {@code UTC} or {@code +01:00}; empty to assume none
     */
    String zone() default "";

    /**
     * The least score that passes.
     *
     * @return from 0 to 1; 1 unless set, and none for a member of a group that has a bar
     */
    double atLeast() default Bar.UNSET;

    /**
     * The name the scores carry.
     *
     * @return unique on the method; empty for {@code date-answer}
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
