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
 * Scores each case's output 1 where it is JSON that conforms to a JSON Schema (draft 2020-12), else 0.
 * {@link SchemaConformance} says what a schema may hold. A schema that is wrong, or isn't there, is an error before the
 * first case. Needs {@code com.networknt:json-schema-validator} 1.5.x on the class path.
 *
 * <pre>{@code
 * @GoldenSet("golden/orders.jsonl")
 * @JsonSchemaScore("schemas/order.json")
 * void extracts(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>One of {@link #value()}, {@link #schema()} and {@link #inCase()} says where the schema is. Levels add up: what stands on
 * the class applies to each of its golden sets together with the method's own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(JsonSchemaScores.class)
@ScoredBy(JsonSchemaScoreFactory.class)
public @interface JsonSchemaScore {

    /**
     * The file that holds the schema.
     *
     * @return such as {@code schemas/order.json}: on the class path, else a file under the working folder
     */
    String value() default "";

    /**
     * The schema itself.
     *
     * @return JSON
     */
    String schema() default "";

    /**
     * Where each case brings its schema along.
     *
     * @return a JSON Pointer that begins with {@code /metadata} or {@code /expected}, such as {@code /metadata/schema}
     */
    String inCase() default "";

    /**
     * Whether values must have the {@code format} that the schema names, such as {@code date}.
     *
     * @return false to take it for a remark, as the standard has it
     */
    boolean formats() default false;

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
     * @return unique on the method; empty for {@code json-schema}
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
