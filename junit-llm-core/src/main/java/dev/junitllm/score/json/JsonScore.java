package dev.junitllm.score.json;

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
 * Scores each case's output, read as JSON, by the share of its fields that is as expected. {@link JsonFields} defines the
 * score, {@link JsonComparison} how fields are compared.
 *
 * <pre>{@code
 * @GoldenSet("golden/orders.jsonl")
 * @JsonScore(
 *         ignore = "/createdAt",
 *         fields = {
 *             @FieldMatcher(path = "/total", tolerance = 0.01),
 *             @FieldMatcher(path = "/items", unordered = true, key = "sku")
 *         })
 * void extracts(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>Levels add up: what stands on the class applies to each of its golden sets together with the method's own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(JsonScores.class)
@ScoredBy(JsonScoreFactory.class)
public @interface JsonScore {

    /**
     * Which figure is the score.
     *
     * @return F1 unless set
     */
    FieldFigure figure() default FieldFigure.F1;

    /**
     * Fields to leave out of account, with all that is below them.
     *
     * @return JSON Pointers (RFC 6901) in which {@code *} stands for any one step and {@code **} for any number of them
     */
    String[] ignore() default {};

    /**
     * How far any number may lie from the expected one.
     *
     * @return at least 0
     */
    double tolerance() default 0;

    /**
     * How far any number may lie from the expected one, relative to that. The larger of both tolerances counts.
     *
     * @return at least 0; 0.01 is one per cent
     */
    double relativeTolerance() default 0;

    /**
     * How single fields are compared. Of several that hold for a field the last one counts, and any of them instead of
     * {@link #tolerance()}.
     *
     * @return the rules
     */
    FieldMatcher[] fields() default {};

    /**
     * Whether the output may stand in a Markdown code fence.
     *
     * @return true to allow one, with nothing but white space around it
     */
    boolean fenced() default false;

    /**
     * The least score that passes.
     *
     * @return from 0 to 1; 1 unless set, and none for a member of a group that has a bar
     */
    double atLeast() default Bar.UNSET;

    /**
     * The name the scores carry.
     *
     * @return unique on the method; empty for {@code json-fields}, {@code json-fields-precision} or
     *     {@code json-fields-recall}
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
