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
 * Scores each case's output by ROUGE, with options. What it computes, and what is an error, {@link Rouge} says.
 *
 * <pre>{@code
 * @GoldenSet("golden/summaries.jsonl")
 * @RougeScore(value = Variant.L, atLeast = 0.4)
 * @RougeScore(value = Variant.ONE, figure = Figure.RECALL, unicode = true, atLeast = 0.6)
 * void summarizes(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>Levels add up: what stands on the class applies to each of its golden sets together with the method's own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(RougeScores.class)
@ScoredBy(RougeScoreFactory.class)
public @interface RougeScore {

    /** What is compared. */
    enum Variant {
        /** Words: ROUGE-1, {@link Rouge.One}. */
        ONE,
        /** Pairs of neighbouring words: ROUGE-2, {@link Rouge.Two}. */
        TWO,
        /** The longest common sequence of words: ROUGE-L, {@link Rouge.L}. */
        L,
        /** The longest common sequences of words, line by line: ROUGE-Lsum, {@link Rouge.Lsum}. */
        LSUM
    }

    /** Which figure is the score. */
    enum Figure {
        /** The harmonic mean of precision and recall. */
        F1,
        /** What is shared, over what the output has: says whether the output adds anything. */
        PRECISION,
        /** What is shared, over what the answer has: says whether the output leaves anything out. */
        RECALL
    }

    /**
     * What is compared.
     *
     * @return the variant of ROUGE
     */
    Variant value();

    /**
     * Which figure is the score. Whichever it is, the answer of the best F1 counts.
     *
     * @return F1, precision or recall
     */
    Figure figure() default Figure.F1;

    /**
     * Whether words are made of the letters, numbers and marks of any script, after Unicode NFKC, rather than of {@code a}
     * to {@code z} and {@code 0} to {@code 9}. In scripts written without spaces, such as Chinese or Thai, every character
     * is a word. Such figures are not those of rouge_score where texts are not plain ASCII.
     *
     * @return true for any script
     */
    boolean unicode() default false;

    /**
     * The least score that passes.
     *
     * @return from 0 to 1; 1 unless set, and none for a member of a group that has a bar
     */
    double atLeast() default Bar.UNSET;

    /**
     * The name the scores carry.
     *
     * @return unique on the method; empty for such as {@code rouge-l} or {@code rouge-l-recall}
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
