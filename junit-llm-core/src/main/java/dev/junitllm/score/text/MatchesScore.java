package dev.junitllm.score.text;

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
 * Scores each case's output 1 where a regular expression is found in it, else 0. The pattern is the same for all cases and
 * they need no reference; patterns that differ by case stand in the golden set and are looked for by {@link Matches}.
 *
 * <pre>{@code
 * @GoldenSet("golden/tickets.jsonl")
 * @MatchesScore(pattern = "\\b[A-Z]{2}-\\d{4}\\b", name = "ticket-number")
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>A search may read 20 million characters of the output, and 16 more for each character it has; one that backtracks
 * beyond that is given up, and the score is an ERROR of kind {@code REGEX_LIMIT}. Levels add up: what stands on the class
 * applies to each of its golden sets together with the method's own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(MatchesScores.class)
@ScoredBy(MatchesScoreFactory.class)
public @interface MatchesScore {

    /**
     * What to look for.
     *
     * @return a regular expression ({@link java.util.regex.Pattern}), with its options inside, such as {@code (?i)}; one
     *     that is wrong or empty is an error before the first case
     */
    String pattern();

    /**
     * Whether the pattern must match the whole output rather than be found somewhere in it.
     *
     * @return true for the whole
     */
    boolean whole() default false;

    /**
     * The least score that passes.
     *
     * @return from 0 to 1; 1 unless set, and none for a member of a group that has a bar
     */
    double atLeast() default Bar.UNSET;

    /**
     * The name the scores carry.
     *
     * @return unique on the method; empty for {@code matches}
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
