package dev.junitllm;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The tokens an answer took, as its provider reported them. A count that was not reported is unknown, never zero.
 *
 * @param inputTokens tokens of the prompt, those read from and written to a cache included, or {@code null} where unknown
 * @param outputTokens tokens of the completion, reasoning included, or {@code null} where unknown
 * @param cacheReadTokens of the input, those the provider had in its cache, or {@code null} where unknown
 * @param cacheWriteTokens of the input, those the provider put into its cache, or {@code null} where unknown
 * @param reasoningTokens of the output, those the model thought and did not show, or {@code null} where unknown
 */
public record Usage(
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable Long cacheReadTokens,
        @Nullable Long cacheWriteTokens,
        @Nullable Long reasoningTokens) {

    /** Nothing was reported. */
    public static final Usage UNKNOWN = new Usage(null, null);

    /**
     * Checks what it is made of.
     *
     * @param inputTokens tokens of the prompt, those read from and written to a cache included, or {@code null} where
     *     unknown
     * @param outputTokens tokens of the completion, reasoning included, or {@code null} where unknown
     * @param cacheReadTokens of the input, those the provider had in its cache, or {@code null} where unknown
     * @param cacheWriteTokens of the input, those the provider put into its cache, or {@code null} where unknown
     * @param reasoningTokens of the output, those the model thought and did not show, or {@code null} where unknown
     */
    public Usage {
        if (isNegative(inputTokens)
                || isNegative(outputTokens)
                || isNegative(cacheReadTokens)
                || isNegative(cacheWriteTokens)
                || isNegative(reasoningTokens)) {
            throw new IllegalArgumentException(
                    "token counts can't be negative: input %s, output %s, cached %s, written to"
                                    .formatted(inputTokens, outputTokens, cacheReadTokens)
                            + " the cache %s, reasoning %s".formatted(cacheWriteTokens, reasoningTokens));
        }
    }

    /**
     * Makes a usage of which nothing is told apart.
     *
     * @param inputTokens tokens of the prompt, or {@code null} where unknown
     * @param outputTokens tokens of the completion, or {@code null} where unknown
     */
    public Usage(@Nullable Long inputTokens, @Nullable Long outputTokens) {
        this(inputTokens, outputTokens, null, null, null);
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

    boolean isUnknown() {
        return inputTokens == null
                && outputTokens == null
                && cacheReadTokens == null
                && cacheWriteTokens == null
                && reasoningTokens == null;
    }

    /** What two answers took together; a sum is unknown where one of its parts is, or where it is too large. */
    Usage plus(Usage other) {
        return new Usage(
                sum(inputTokens, other.inputTokens),
                sum(outputTokens, other.outputTokens),
                sum(cacheReadTokens, other.cacheReadTokens),
                sum(cacheWriteTokens, other.cacheWriteTokens),
                sum(reasoningTokens, other.reasoningTokens));
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null || other > Long.MAX_VALUE - one ? null : Long.valueOf(one + other);
    }

    private static boolean isNegative(@Nullable Long count) {
        return count != null && count < 0;
    }
}
