package dev.junitllm.score.trace;

import dev.junitllm.SpanKind;
import dev.junitllm.score.ScoreGroup;
import dev.junitllm.score.ScoredBy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.temporal.ChronoUnit;

/**
 * Scores each case 1 where the application, or each of its steps of a kind, took so long at most, else 0. It doesn't apply to
 * answers from a recording.
 *
 * <pre>{@code
 * @GoldenSet("golden/agent.jsonl")
 * @MaxLatency(5_000)
 * @MaxLatency(value = 500, of = SpanKind.RETRIEVAL)
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>What the trace doesn't say is an ERROR, never a 0 or a 1: see {@link TraceCheck}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(MaxLatencies.class)
@ScoredBy(TraceCheckFactory.class)
public @interface MaxLatency {

    /**
     * The limit.
     *
     * @return in {@link #unit()}, above 0
     */
    long value();

    /**
     * Of what the limit is.
     *
     * @return milliseconds unless set
     */
    ChronoUnit unit() default ChronoUnit.MILLIS;

    /**
     * The kind of the steps, each of which must keep the limit; a case without one is an ERROR.
     *
     * @return at most one kind; the whole case unless set
     */
    SpanKind[] of() default {};

    /**
     * The name the scores carry.
     *
     * @return unique on the method; empty for the check's own
     */
    String name() default "";

    /**
     * Whether the score is only kept and shown, without a bar.
     *
     * @return true to ask for nothing
     */
    boolean recordOnly() default false;

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
