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
 * Scores the items of each case's output against those of the best acceptable answer, from 0 to 1: as {@link SetAnswer} does,
 * or, where their order counts, as {@link ListAnswer} does.
 *
 * <pre>{@code
 * @GoldenSet("golden/ingredients.jsonl")
 * @ItemsScore(similarity = 0.8, atLeast = 0.9)
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>Levels add up: what stands on the class applies to each of its golden sets together with the method's own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ItemsScores.class)
@ScoredBy(ItemsScoreFactory.class)
public @interface ItemsScore {

    /**
     * Whether the order of the items counts.
     *
     * @return true for a list, false for a set
     */
    boolean ordered() default false;

    /**
     * How alike two items must be to be the same: 1 less their Levenshtein distance over the length of the longer one, both
     * folded.
     *
     * @return above 0, up to 1: the same but for case, Unicode compatibility forms (NFKC) and white space
     */
    double similarity() default 1;

    /**
     * Which figure is the score. All three are kept.
     *
     * @return the figure
     */
    ItemsFigure figure() default ItemsFigure.F1;

    /**
     * The least score that passes.
     *
     * @return from 0 to 1; 1 unless set, and none for a member of a group that has a bar
     */
    double atLeast() default Bar.UNSET;

    /**
     * The name the scores carry.
     *
     * @return unique on the method; empty for {@code set-answer} or {@code list-answer}
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
