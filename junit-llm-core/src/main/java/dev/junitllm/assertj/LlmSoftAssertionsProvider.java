package dev.junitllm.assertj;

import dev.junitllm.Actual;
import org.assertj.core.api.SoftAssertionsProvider;

/**
 * Adds {@code assertThatLlm} to soft assertions of your own, such as
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
        return proxy(LlmAssert.class, Actual.class, actual);
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
}
