package dev.junitllm.report.waterfall;

import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.KeptTrace;
import dev.junitllm.run.TestId;
import java.util.Optional;

/**
 * What a trace is of.
 *
 * @param test the test's class and method
 * @param name the case and its sample, such as {@code refund-3 [2/5]}, or the test's display name
 * @param outcome how it came out, such as {@code FAILED}; empty where that isn't known
 * @param file the file that keeps the whole trace, relative to the run's folder; empty where none does
 */
public record Heading(String test, String name, String outcome, String file) {

    /**
     * The heading of a sample's trace.
     *
     * @param result the sample
     * @return its test, case, sample and outcome, and where its trace is kept
     */
    public static Heading of(CaseResult result) {
        return new Heading(
                result.test().className() + "." + result.test().method(),
                result.displayName(),
                result.notRun() ? "NOT RUN" : result.outcome().name(),
                result.trace().file());
    }

    /**
     * The heading of a plain test's trace.
     *
     * @param test the test
     * @param kept its trace
     * @return the test, which invocation it is and how that came out, and where its trace is kept
     */
    public static Heading of(TestId test, KeptTrace kept) {
        Optional<TraceSpan> root = kept.trace().root();
        return new Heading(
                test.className() + "." + test.method(),
                root.map(TraceSpan::name).orElseGet(test::displayName),
                root.flatMap(span -> span.text(TraceNames.OUTCOME)).orElse(""),
                kept.file());
    }
}
