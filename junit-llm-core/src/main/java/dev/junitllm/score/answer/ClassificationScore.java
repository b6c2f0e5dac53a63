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
 * Scores each case's output 1 where it is the expected label, else 0. Over the whole set there are accuracy, F1 (macro, micro,
 * weighted), precision, recall and F1 of each label, and the confusion matrix. What counts as a label {@link Classification}
 * says.
 *
 * <pre>{@code
 * @GoldenSet("golden/mails.jsonl")
 * @ClassificationScore(labels = {"spam", "ham", "unsure"}, figure = ClassificationFigure.WEIGHTED_F1)
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>Levels add up: what stands on the class applies to each of its golden sets together with the method's own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ClassificationScores.class)
@ScoredBy(ClassificationScoreFactory.class)
public @interface ClassificationScore {

    /**
     * Every label there is.
     *
     * @return at least two, which differ by more than case and white space
     */
    String[] labels();

    /**
     * Whether a longer output may name its label somewhere: the only one that stands there as a word.
     *
     * @return true to allow it; false where the output must be a label and nothing else
     */
    boolean anywhere() default false;

    /**
     * The figure that stands for the score over the whole set. All of them are shown.
     *
     * @return the figure
     */
    ClassificationFigure figure() default ClassificationFigure.MACRO_F1;

    /**
     * The least score that passes.
     *
     * @return from 0 to 1; 1 unless set, and none for a member of a group that has a bar
     */
    double atLeast() default Bar.UNSET;

    /**
     * The name the scores carry.
     *
     * @return unique on the method; empty for {@code classification}
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
