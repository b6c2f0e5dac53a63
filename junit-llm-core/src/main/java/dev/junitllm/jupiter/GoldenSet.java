package dev.junitllm.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test method once for each case of a golden set, scores what the application answered, and asks the gates.
 *
 * <pre>{@code
 * @GoldenSet("golden/handbook.jsonl")
 * @ReferenceScore(value = TokenF1.class, atLeast = 0.5)
 * @PassRate(atLeast = 0.9)
 * void answersFromTheHandbook(GoldenCase golden, Actual actual) {
 *     actual.output(bot.answer(golden.input()));
 * }
 * }</pre>
 *
 * <p>The method may take a {@link dev.junitllm.GoldenCase}, a {@link dev.junitllm.Actual}, and parameters annotated with
 * {@link Input} or {@link Expected}; other extensions may resolve more. It records what the application answered in the
 * {@code Actual}. A method that records nothing, or that has no scorer, fails: nothing that checked nothing passes.
 *
 * <p>Every line of every file is validated before the first case runs; what is wrong is reported together, with file and
 * line. Without a gate each case is an ordinary test; with one that answers for it, a miss is shown as skipped and only
 * the gate fails the build.
 *
 * <p>Cases run in file order, one at a time, unless JUnit's parallel execution is on and the method or class is marked
 * {@code @Execution(CONCURRENT)}; the results are the same. The annotation carries the JUnit tag {@code llm-eval}, so
 * that evals can be left out ({@code -DexcludedGroups=llm-eval}) or run alone ({@code -Dgroups=llm-eval}).
 *
 * <p>The attributes from {@link #id} on read other people's files as they are: each is a JSON Pointer (RFC 6901) to the
 * place of a field, such as {@code input = "/question"}. Where at least one is set, fields that no attribute names are
 * kept in the case's metadata; where none is, an unknown field is an error.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@Tag("llm-eval")
@ExtendWith(GoldenSetExtension.class)
public @interface GoldenSet {

    /**
     * Where the cases are: on the class path, else in the module's folder; {@code classpath:} or {@code file:} decides.
     * Globs ({@code golden/*.jsonl}) work in folders, not inside jars.
     *
     * @return at least one location
     */
    String[] value();

    /**
     * What this golden set is called in reports and on disk; needed where methods are overloaded.
     *
     * @return the name, or empty for the method's
     */
    String name() default "";

    /**
     * The format of the files: {@code jsonl}, {@code json}, {@code csv}, {@code yaml}, one of the user's, or a public
     * benchmark as it is published: {@code mmlu}, {@code humaneval}, {@code truthfulqa}, {@code gsm8k}. A benchmark's cases
     * have ids, inputs in its prompt shape, and its own fields in the metadata; the attributes below read those cases.
     *
     * @return such as {@code jsonl}, or empty to go by each file's name
     */
    String format() default "";

    /**
     * Where a case's id stands.
     *
     * @return a JSON Pointer, or empty for {@code /id}
     */
    String id() default "";

    /**
     * Where a case's input stands.
     *
     * @return a JSON Pointer, or empty for {@code /input}
     */
    String input() default "";

    /**
     * Where a case's expected answer stands.
     *
     * @return a JSON Pointer, or empty for {@code /expected}
     */
    String expected() default "";

    /**
     * Where a case's further acceptable answers stand.
     *
     * @return a JSON Pointer, or empty for {@code /references}
     */
    String references() default "";

    /**
     * Where a case's documents stand.
     *
     * @return a JSON Pointer, or empty for {@code /context}
     */
    String context() default "";

    /**
     * Where a case's conversation stands.
     *
     * @return a JSON Pointer, or empty for {@code /messages}
     */
    String messages() default "";

    /**
     * Where a case's expected tool calls stand.
     *
     * @return a JSON Pointer, or empty for {@code /toolCalls}
     */
    String toolCalls() default "";

    /**
     * Where a case's tags stand.
     *
     * @return a JSON Pointer, or empty for {@code /tags}
     */
    String tags() default "";

    /**
     * Where a case's metadata stands.
     *
     * @return a JSON Pointer, or empty for {@code /metadata}
     */
    String metadata() default "";

    /**
     * Where a case's origin stands.
     *
     * @return a JSON Pointer, or empty for {@code /origin}
     */
    String origin() default "";
}
