package dev.junitllm.score.code;

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
 * Scores each case's output 1 where the code in it passes the case's tests, else 0. The code runs in a child process, in a
 * sandbox; {@link CodeTests} says how, and {@code docs/code.md} what is guaranteed.
 *
 * <pre>{@code
 * @GoldenSet(value = "HumanEval.jsonl.gz", id = "/task_id", input = "/prompt", expected = "/canonical_solution")
 * @CodeScore(language = "python", completion = true)
 * @Samples(10)
 * void completes(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>Levels add up: what stands on the class applies to each of its golden sets together with the method's own.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(CodeScores.class)
@ScoredBy(CodeScoreFactory.class)
public @interface CodeScore {

    /**
     * What the code is written in.
     *
     * @return {@code python}, {@code javascript}, {@code java}, or {@code command} for what {@link #command()} runs
     */
    String language();

    /**
     * Where the tests stand.
     *
     * @return a JSON Pointer into the case's metadata, to one text or a list of lines
     */
    String tests() default "/test";

    /**
     * Where the name of the tested function stands.
     *
     * @return a JSON Pointer into the case's metadata; a case that has nothing there has no entry point
     */
    String entryPoint() default "/entry_point";

    /**
     * Whether the case's input is the beginning of the code, which the output completes or writes anew.
     *
     * @return true for sets such as HumanEval
     */
    boolean completion() default false;

    /**
     * Whether the whole output is code, so that fenced blocks aren't looked for.
     *
     * @return true for models that write nothing else
     */
    boolean wholeOutput() default false;

    /**
     * For {@code command}: the command line.
     *
     * @return such as {@code {"ruby", "{file}"}}
     */
    String[] command() default {};

    /**
     * For {@code command}: what the file of code, tests and epilogue is called.
     *
     * @return such as {@code main.rb}
     */
    String file() default "";

    /**
     * For {@code command}: the file's last line, which prints <code>{token}</code>, so that code which ends early doesn't
     * pass.
     *
     * @return such as <code>puts '{token}'</code>, or empty where the exit code alone decides
     */
    String epilogue() default "";

    /**
     * The processor time that each process may take.
     *
     * @return in seconds
     */
    int cpuSeconds() default 10;

    /**
     * The time by the clock that a run may take.
     *
     * @return in seconds
     */
    int wallSeconds() default 30;

    /**
     * The memory that a process may take, and all processes of a run together.
     *
     * @return in MiB
     */
    int memory() default 512;

    /**
     * The processes and threads that may be there at once.
     *
     * @return at least 1
     */
    int processes() default 64;

    /**
     * The size of the working folder, and of each file.
     *
     * @return in MiB
     */
    int disk() default 64;

    /**
     * The least score that passes.
     *
     * @return from 0 to 1; 1 unless set, and none for a member of a group that has a bar
     */
    double atLeast() default Bar.UNSET;

    /**
     * The name the scores carry.
     *
     * @return unique on the method; empty for {@code code-tests}
     */
    String name() default "";

    /**
     * Whether the score is only kept and shown, without a bar.
     *
     * @return true to ignore {@link #atLeast()}
     */
    boolean recordOnly() default false;

    /**
     * Whether the opposite is scored: 1 less the score. What can't be scored is an ERROR all the same, and an output without
     * code scores 0.
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
