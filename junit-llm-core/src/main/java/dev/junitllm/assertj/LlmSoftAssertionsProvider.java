package dev.junitllm.assertj;

import dev.junitllm.Actual;
import dev.junitllm.Trace;
import dev.junitllm.trace.Traces;
import org.assertj.core.api.SoftAssertionsProvider;

/**
 * Adds {@code assertThatLlm} and {@code assertThatTrace} to soft assertions of your own, such as
 * {@code class AllSoftly extends BDDSoftAssertions implements LlmSoftAssertionsProvider {}}. Those who need nothing else
 * use {@link LlmSoftAssertions}.
 */
public interface LlmSoftAssertionsProvider extends SoftAssertionsProvider {

    /**
     * Begins soft assertions about what the application did.
     *
     * @param actual what it did; not closed by the assertion
     * @return the assertion
     */
    default LlmAssert assertThatLlm(Actual actual) {
        return proxy(LlmAssert.class, Actual.class, actual).withTraceAssertions(trace -> assertThatTrace(trace));
    }

    /**
     * Begins soft assertions about what the application answered.
     *
     * @param output what it answered
     * @return the assertion
     */
    default LlmAssert assertThatLlm(String output) {
        return assertThatLlm(Actual.of(output));
    }

    /**
     * Begins soft assertions about what has happened in the test that runs here.
     *
     * @return the assertion
     */
    default TraceAssert assertThatTrace() {
        return assertThatTrace(Traces.soFar());
    }

    /**
     * Begins soft assertions about what happened, step by step.
     *
     * @param trace the trace
     * @return the assertion
     */
    default TraceAssert assertThatTrace(Trace trace) {
        return proxy(TraceAssert.class, Trace.class, trace);
    }
}
