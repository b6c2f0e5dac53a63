package dev.junitllm;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The tokens an answer took, as its provider reported them. A count that was not reported is unknown, never zero.
 *
 * @param inputTokens tokens of the prompt, cached ones included, or {@code null} where unknown
 * @param outputTokens tokens of the completion, reasoning included, or {@code null} where unknown
 */
public record Usage(@Nullable Long inputTokens, @Nullable Long outputTokens) {

    /** Nothing was reported. */
    public static final Usage UNKNOWN = new Usage(null, null);

    /**
     * Checks what it is made of.
     *
     * @param inputTokens tokens of the prompt, cached ones included, or {@code null} where unknown
     * @param outputTokens tokens of the completion, reasoning included, or {@code null} where unknown
     */
    public Usage {
        if ((inputTokens != null && inputTokens < 0) || (outputTokens != null && outputTokens < 0)) {
            throw new IllegalArgumentException(
                    "token counts can't be negative: input " + inputTokens + ", output " + outputTokens);
        }
    }

    /**
     * Makes a usage of which both counts are known.
     *
     * @param inputTokens tokens of the prompt, at least 0
     * @param outputTokens tokens of the completion, at least 0
     * @return the usage
     */
    public static Usage of(long inputTokens, long outputTokens) {
        return new Usage(inputTokens, outputTokens);
    }

    /**
     * Input and output together.
     *
     * @return the sum, or empty where either is unknown
     */
    public OptionalLong totalTokens() {
        return inputTokens == null || outputTokens == null
                ? OptionalLong.empty()
                : OptionalLong.of(Math.addExact(inputTokens, outputTokens));
    }
}
