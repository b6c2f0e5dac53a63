package dev.junitllm.assertj;

import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.StandardSoftAssertionsProvider;

/**
 * AssertJ's soft assertions with {@code assertThatLlm}: all are checked, then all failures are reported together.
 *
 * <pre>{@code
 * LlmSoftAssertions.assertSoftly(softly -> {
 *   softly.assertThatLlm(actual).against("30 days").scoresAtLeast(0.5, TokenF1.class).scoresAtLeast(1, Contains.class);
 *   softly.assertThat(actual.retrieved()).isNotEmpty();
 * });
 * }</pre>
 *
 * <p>AssertJ's {@code SoftAssertionsExtension} injects it like its own. Not safe for use by several threads.
 */
public class LlmSoftAssertions extends AbstractSoftAssertions
        implements StandardSoftAssertionsProvider, LlmSoftAssertionsProvider {

    /** Makes one; call {@link #assertAll()} in the end. */
    public LlmSoftAssertions() {}

    /**
     * Checks all assertions, then reports all failures together.
     *
     * @param assertions what to check
     * @throws AssertionError holding every failure, where there is one
     */
    public static void assertSoftly(Consumer<LlmSoftAssertions> assertions) {
        SoftAssertionsProvider.assertSoftly(LlmSoftAssertions.class, assertions);
    }
}
