package dev.junitllm.trace.cost;

import dev.junitllm.Usage;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model's tokens cost, each in units of the table's currency per million tokens. Immutable.
 *
 * @param input a million tokens of the prompt
 * @param output a million tokens of the completion, reasoning included
 * @param cacheRead a million tokens of the prompt that the provider had in its cache, or {@code null} where unknown
 * @param cacheWrite a million tokens of the prompt that the provider put into its cache, or {@code null} where unknown
 */
public record Price(
        BigDecimal input,
        BigDecimal output,
        @Nullable BigDecimal cacheRead,
        @Nullable BigDecimal cacheWrite) {

    private static final int MILLION = 6;

    /**
     * Checks what it is made of.
     *
     * @param input a million tokens of the prompt
     * @param output a million tokens of the completion, reasoning included
     * @param cacheRead a million tokens of the prompt that the provider had in its cache, or {@code null} where unknown
     * @param cacheWrite a million tokens of the prompt that the provider put into its cache, or {@code null} where unknown
     * @throws IllegalArgumentException where one is negative
     */
    public Price {
        requireNotNegative(input);
        requireNotNegative(output);
        requireNotNegative(cacheRead);
        requireNotNegative(cacheWrite);
    }

    /**
     * What an answer cost: {@code (input - read - written) * input + read * cacheRead + written * cacheWrite + output *
     * output}, each per million. Cached tokens without a price of their own cost what others do.
     *
     * @param usage the tokens it took
     * @return the cost, or empty where input or output are unknown
     */
    public Optional<BigDecimal> of(Usage usage) {
        if (usage.inputTokens() == null || usage.outputTokens() == null) {
            return Optional.empty();
        }
        long read = Math.min(known(usage.cacheReadTokens()), usage.inputTokens());
        long written = Math.min(known(usage.cacheWriteTokens()), usage.inputTokens() - read);
        return Optional.of(times(input, usage.inputTokens() - read - written)
                .add(times(cacheRead == null ? input : cacheRead, read))
                .add(times(cacheWrite == null ? input : cacheWrite, written))
                .add(times(output, usage.outputTokens()))
                .movePointLeft(MILLION)
                .stripTrailingZeros());
    }

    /**
     * Whether {@link #of} takes cached tokens for fresh ones, for want of a price.
     *
     * @param usage the tokens it took
     * @return whether the cost is an estimate, which is rather too high for tokens read and too low for tokens written
     */
    public boolean isEstimate(Usage usage) {
        return (cacheRead == null && known(usage.cacheReadTokens()) > 0)
                || (cacheWrite == null && known(usage.cacheWriteTokens()) > 0);
    }

    /**
     * The most that a call can cost.
     *
     * @param inputTokens the most tokens of its prompt
     * @param outputTokens the most tokens of its completion
     * @return the cost, nothing being cached, or all of it at the price that is highest
     */
    public BigDecimal atMost(long inputTokens, long outputTokens) {
        BigDecimal dearest = cacheWrite == null ? input : input.max(cacheWrite);
        return times(dearest, inputTokens)
                .add(times(output, outputTokens))
                .movePointLeft(MILLION)
                .stripTrailingZeros();
    }

    private static BigDecimal times(BigDecimal price, long tokens) {
        return price.multiply(BigDecimal.valueOf(tokens));
    }

    private static long known(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    private static void requireNotNegative(@Nullable BigDecimal price) {
        if (price != null && price.signum() < 0) {
            throw new IllegalArgumentException("a price is never negative, unlike " + price);
        }
    }
}
