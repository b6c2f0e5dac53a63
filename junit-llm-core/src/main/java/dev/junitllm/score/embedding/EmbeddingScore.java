package dev.junitllm.score.embedding;

import dev.junitllm.score.Bar;
import dev.junitllm.score.ScoredBy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Scores how near each case's output is to an acceptable answer in meaning: the cosine of their embedding vectors, as
 * {@link EmbeddingSimilarity} says.
 *
 * <pre>{@code
 * @GoldenSet("golden/handbook.jsonl")
 * @EmbeddingScore(atLeast = 0.8)
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>The model is the one that the settings {@code junit.llm.embedding.*} of the module {@code junit-llm-judge} describe, or
 * that another {@link EmbeddingModelProvider} brings, or the class named by {@link #model()}; without any the method
 * fails before its first case. Each model is made once per run and, where it is {@link AutoCloseable}, closed at its end.
 * Levels add up: what stands on the class applies to each of its golden sets together with the method's own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(EmbeddingScores.class)
@ScoredBy(EmbeddingScoreFactory.class)
public @interface EmbeddingScore {

    /**
     * The embedding model.
     *
     * @return a class with a constructor without parameters; {@code EmbeddingModel.class} for the configured one
     */
    Class<? extends EmbeddingModel> model() default EmbeddingModel.class;

    /**
     * The least score that passes. It has to be set, for what counts as near differs from model to model; only a score
     * that is recorded, or has its bar from a group, needs none.
     *
     * @return from 0 to 1
     */
    double atLeast() default Bar.UNSET;

    /**
     * The name the scores carry.
     *
     * @return unique on the method; empty for {@code embedding-similarity}
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
     * The {@link dev.junitllm.score.ScoreGroup} whose bar answers for this score.
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
