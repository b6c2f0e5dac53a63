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
 * Scores each case's output by BLEU, with sacreBLEU's options. What it computes, and what is an error, {@link Bleu} says;
 * without options it is the same.
 *
 * <pre>{@code
 * @GoldenSet("golden/translations.jsonl")
 * @BleuScore(lowercase = true, recordOnly = true)
 * void translates(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>Levels add up: what stands on the class applies to each of its golden sets together with the method's own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(BleuScores.class)
@ScoredBy(BleuScoreFactory.class)
public @interface BleuScore {

    /** How texts are taken apart into words. */
    enum Tokenizer {
        /** As mteval-v13a does, which WMT uses: for languages that put spaces between words. */
        V13A,
        /** As mteval-v14 does: every punctuation mark and symbol of Unicode is a word, but for marks between digits. */
        INTL,
        /** Every code point is a word: for Chinese, Japanese and their like. */
        CHAR,
        /** At white space: for texts that are taken apart already. */
        NONE
    }

    /** What is done about orders of n-grams of which none is shared (Chen and Cherry 2014). */
    enum Smoothing {
        /** Nothing: the score is 0. */
        NONE,
        /** {@link #smoothingValue()} stands for the count of 0; 0.1 unless set. */
        FLOOR,
        /** {@link #smoothingValue()} is added to both counts of every order from 2 on; 1 unless set. */
        ADD_K,
        /** A half stands for the first count of 0, a quarter for the second, and so on, as in mteval-v13a. */
        EXP
    }

    /**
     * How texts are taken apart into words.
     *
     * @return the tokenizer
     */
    Tokenizer tokenizer() default Tokenizer.V13A;

    /**
     * What is done about orders of n-grams of which none is shared.
     *
     * @return the method
     */
    Smoothing smoothing() default Smoothing.EXP;

    /**
     * The value of smoothing by {@link Smoothing#FLOOR} and {@link Smoothing#ADD_K}.
     *
     * @return above 0; not a number for the method's own
     */
    double smoothingValue() default Double.NaN;

    /**
     * The longest n-grams that are counted.
     *
     * @return from 1 to 9
     */
    int maxOrder() default 4;

    /**
     * Whether case is left out of account.
     *
     * @return true to put both texts in lower case
     */
    boolean lowercase() default false;

    /**
     * Whether a case's score leaves out the orders of n-grams that its output is too short for, rather than be 0. The
     * figure over the whole set never leaves any out.
     *
     * @return false for 0
     */
    boolean effectiveOrder() default true;

    /**
     * The least score that passes.
     *
     * @return from 0 to 1; 1 unless set, and none for a member of a group that has a bar
     */
    double atLeast() default Bar.UNSET;

    /**
     * The name the scores carry.
     *
     * @return unique on the method; empty for {@code bleu}
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
