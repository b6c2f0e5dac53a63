package dev.junitllm.assertj;

import dev.junitllm.Actual;
import dev.junitllm.Trace;
import dev.junitllm.trace.Traces;

/**
 * Where assertions about an application's answer begin.
 *
 * <pre>{@code
 * import static dev.junitllm.assertj.LlmAssertions.assertThatLlm;
 *
 * assertThatLlm("30 days").against("within 30 days").scoresAtLeast(0.8, TokenF1.class); // passes
 * assertThatLlm("14 days").against("within 30 days").scoresAtLeast(0.8, TokenF1.class); // fails: 0.4
 * }</pre>
 */
public final class LlmAssertions {

    private LlmAssertions() {}

    /**
     * Begins assertions about what the application did.
     *
     * @param actual what it did; not closed by the assertion
     * @return the assertion
     */
    public static LlmAssert assertThatLlm(Actual actual) {
        return new LlmAssert(actual);
    }

    /**
     * Begins assertions about what the application answered.
     *
     * @param output what it answered
     * @return the assertion
     */
    public static LlmAssert assertThatLlm(String output) {
        return new LlmAssert(Actual.of(output));
    }

    /**
     * Begins assertions about what has happened in the test that runs here: a golden-set test, or a plain one of {@code
     * KeepTrace}.
     *
     * @return the assertion
     */
    public static TraceAssert assertThatTrace() {
        return new TraceAssert(Traces.soFar());
    }

    /**
     * Begins assertions about what happened, step by step.
     *
     * @param trace the trace
     * @return the assertion
     */
    public static TraceAssert assertThatTrace(Trace trace) {
        return new TraceAssert(trace);
    }
}
