package dev.junitllm.score;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Scores each case's output by a metric that compares it with the case's reference.
 *
 * <pre>{@code
 * @GoldenSet("golden/handbook.jsonl")
 * @ReferenceScore(value = TokenF1.class, atLeast = 0.5)
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>A case whose score lies below {@link #atLeast()} is FAILED. A case without the reference the metric needs is an
 * error before any case runs. Levels add up: what stands on the class applies to each of its golden sets together with
 * the method's own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ReferenceScores.class)
@ScoredBy(ReferenceScoreFactory.class)
public @interface ReferenceScore {

    /**
     * The metric. Variants are nested types, such as {@code ExactMatch.Folded}.
     *
     * @return a scorer with a constructor without parameters
     */
    Class<? extends Scorer> value();

    /**
     * The least score that passes.
     *
     * @return from 0 to 1; 1 unless set, and none for a member of a group that has a bar
     */
    double atLeast() default Bar.UNSET;

    /**
     * The name the scores carry.
     *
     * @return unique on the method; empty for the metric's own name, such as {@code token-f1}
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
