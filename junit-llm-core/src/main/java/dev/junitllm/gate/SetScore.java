package dev.junitllm.gate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fails the build unless a figure over the whole golden set is high enough: one that is no mean of the cases, such as
 * corpus BLEU, macro F1 or pass@k. What its figures are each metric says.
 *
 * <pre>{@code
 * @GoldenSet("golden/tickets.jsonl")
 * @ClassificationScore(labels = {"refund", "delivery", "other"}, recordOnly = true)
 * @SetScore(of = "classification", figure = "macro F1", atLeast = 0.8)
 * void sorts(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>The gate answers for misses of that score's own bar, where it has one. A case without the score is an error, left
 * out of the figure and bounded by {@link ErrorBudget}. The observed figure decides. An interval is printed
 * beside it, by drawing the cases again (percentile bootstrap), unless the set is too small or too large for that.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(SetScores.class)
@GatedBy(SetScoreFactory.class)
public @interface SetScore {

    /**
     * The score, by its name.
     *
     * @return a score of the method that adds up to figures of its own, with or without a bar
     */
    String of();

    /**
     * The figure.
     *
     * @return its name, or empty for the one that stands for the score
     */
    String figure() default "";

    /**
     * The least value.
     *
     * @return above 0, at most 1
     */
    double atLeast();
}
