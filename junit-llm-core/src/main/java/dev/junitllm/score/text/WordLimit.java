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
 * Scores each case's output 1 where it has as many words as are asked for, else 0. The cases need no reference.
 *
 * <pre>{@code
 * @GoldenSet("golden/summaries.jsonl")
 * @WordLimit(max = 50)
 * void summarizes(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>A word is what stands between white space and has at least one letter or digit: {@code well-known}, {@code don't} and
 * {@code 3.14} are one each, a dash by itself is none. In scripts written without spaces (Chinese, Japanese, Thai and their
 * like) every character is a word, as word processors count them. The same on every machine and Java version, unlike
 * {@link java.text.BreakIterator}. Levels add up: what stands on the class applies to each of its golden sets together with
 * the method's own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(WordLimits.class)
@ScoredBy(WordLimitFactory.class)
public @interface WordLimit {

    /**
     * The fewest words that pass.
     *
     * @return at least 0
     */
    int min() default 0;

    /**
     * The most words that pass.
     *
     * @return at least {@link #min()}
     */
    int max() default Integer.MAX_VALUE;

    /**
     * The least score that passes.
     *
     * @return from 0 to 1; 1 unless set, and none for a member of a group that has a bar
     */
    double atLeast() default Bar.UNSET;

    /**
     * The name the scores carry.
     *
     * @return unique on the method; empty for {@code word-limit}
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
