package dev.junitllm.report;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows how a golden set has come out from run to run: a chart in the summary's folder and in Allure, and a table in {@code
 * summary.md}. Only shows; warnings of drift come without it, and
 * {@link dev.junitllm.gate.NoDrift} fails a build.
 *
 * <pre>{@code
 * @GoldenSet("golden/handbook.jsonl")
 * @ReferenceScore(value = TokenF1.class, atLeast = 0.5)
 * @PassRate(atLeast = 0.9)
 * @Trend
 * void answersFromTheHandbook(GoldenCase golden, Actual actual) { … }
 * }</pre>
 *
 * <p>On a class it holds for all of its golden sets; what stands on the method comes first. Runs are kept where {@code
 * junit.llm.history} says, each whole one; see {@code docs/history.md}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Trend {

    /**
     * How many runs are shown.
     *
     * @return from 2 to 300
     */
    int last() default 30;
}
