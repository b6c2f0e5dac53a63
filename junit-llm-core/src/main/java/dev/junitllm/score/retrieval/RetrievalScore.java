package dev.junitllm.score.retrieval;

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
 * Scores what the application retrieved for each case against the documents of the case's {@code context}.
 *
 * <pre>{@code
 * @GoldenSet("golden/search.jsonl")
 * @RetrievalScore(metric = RetrievalMetric.RECALL, k = 5, atLeast = 0.8)
 * void finds(GoldenCase golden, Actual actual) {
 *     actual.retrieved(search.find(golden.input()));
 * }
 * }</pre>
 *
 * <p>Every document of the context is relevant, unless its metadata says how much: {@code {"id": "d1", "metadata": {"grade":
 * 3}}}. A grade is 0 (judged, and not relevant) or a number from 0.001 to 1,000; what has one over 0 is relevant. A case
 * without a relevant document is not applicable. One for which {@code actual.retrieved(…)} was never called is an ERROR of kind
 * {@code NOT_RECORDED}; called with an empty list, it scores 0. Grades that can't be read, or that contradict each other, are
 * ERRORs ({@code BAD_GRADE}, {@code CONTRADICTORY_GRADES}), and so is a context without ids ({@code NO_IDS}) or texts
 * ({@code NO_CONTENT}) where those are compared.
 *
 * <p>Levels add up: what stands on the class applies to each of its golden sets together with the method's own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(RetrievalScores.class)
@ScoredBy(RetrievalScoreFactory.class)
public @interface RetrievalScore {

    /** As {@link #k()}: all that was retrieved. */
    int ALL = 0;

    /**
     * What is measured.
     *
     * @return the metric, with its variant
     */
    RetrievalMetric metric();

    /**
     * How many of the first ranks count.
     *
     * @return at least 1; {@link #ALL} for all that was retrieved
     */
    int k() default ALL;

    /**
     * By what a retrieved document is taken for one of the context.
     *
     * @return by its id, or by its text
     */
    DocumentIdentity by() default DocumentIdentity.ID;

    /**
     * The least score that passes.
     *
     * @return from 0 to 1; 1 unless set, and none for a member of a group that has a bar
     */
    double atLeast() default Bar.UNSET;

    /**
     * The name the scores carry.
     *
     * @return unique on the method; empty for the metric's own, such as {@code ndcg-at-10}
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
