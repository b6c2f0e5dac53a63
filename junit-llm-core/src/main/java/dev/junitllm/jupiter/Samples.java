package dev.junitllm.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs each case of a golden set several times, since one answer of a model says little about the next. Samples are
 * named {@code refund-3 [2/5]}; gates weigh each case the same, however many of its samples could be scored.
 *
 * <p>How many are needed depends on what comes back: a clearly good or clearly broken application is known after a few. With
 * {@code stopEarly} the run ends as soon as the verdict is known, and asks for nothing more:
 *
 * <pre>{@code
 * @GoldenSet("golden/handbook.jsonl")
 * @Samples(max = 50, stopEarly = true)
 * @ReferenceScore(value = TokenF1.class, atLeast = 0.5)
 * @PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95)
 * void answers(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>Samples then run in rounds, each with one sample of every case in an order drawn with the seed of the run; without it
 * in file order, sample by sample. What is not needed any more is skipped before anything of the test runs. Samples that
 * are under way when the verdict is known are kept and shown, and don't change it. Nothing stops early where only some
 * cases were picked, as by an IDE, or where answers are replayed from recordings.
 *
 * <p>On a class it holds for each of its golden sets; the method's own wins.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Samples {

    /**
     * How many times each case runs.
     *
     * @return at least 1; 0, as unless set, where {@link #max()} is
     */
    int value() default 0;

    /**
     * How many times each case runs at most, until a sequential gate such as {@code @PassRate(atLeast = 0.9, target = 0.95,
     * confidence = 0.95)} knows its verdict. Needs {@link #stopEarly()}.
     *
     * @return at least 1; 0, as unless set, where {@link #value()} is
     */
    int max() default 0;

    /**
     * Whether the run ends as soon as its verdict is known: with {@link #max()} once every gate has seen enough, with
     * {@link #value()} once no further sample could change what the gates would say of the whole run.
     *
     * @return false unless set
     */
    boolean stopEarly() default false;
}
