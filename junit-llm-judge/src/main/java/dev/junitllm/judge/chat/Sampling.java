package dev.junitllm.judge.chat;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How the model is to draw its answer. What is {@code null} is not sent: the provider's default holds. Immutable.
 *
 * @param temperature from 0 (always the likeliest token) to 2
 * @param maxOutputTokens the most tokens of the answer, reasoning included, at least 1
 * @param seed for providers that can repeat themselves
 * @param topLogprobs of how many of the likeliest tokens at each place the log-probabilities are asked for, from 0 (the
 *     chosen token's alone) to 20; {@code null} asks for none
 */
public record Sampling(
        @Nullable Double temperature,
        @Nullable Integer maxOutputTokens,
        @Nullable Long seed,
        @Nullable Integer topLogprobs) {

    /** Everything as the provider likes it. */
    public static final Sampling DEFAULT = new Sampling(null, null, null, null);

    /**
     * Checks what it is made of.
     *
     * @param temperature from 0 (always the likeliest token) to 2
     * @param maxOutputTokens the most tokens of the answer, reasoning included, at least 1
     * @param seed for providers that can repeat themselves
     * @param topLogprobs of how many of the likeliest tokens at each place the log-probabilities are asked for, from 0 (the
     *     chosen token's alone) to 20; {@code null} asks for none
     * @throws IllegalArgumentException naming what is out of its range
     */
    public Sampling {
        if (temperature != null && !(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException("temperature = %s: it lies from 0 to 2".formatted(temperature));
        }
        if (maxOutputTokens != null && maxOutputTokens < 1) {
            throw new IllegalArgumentException("maxOutputTokens = %s: 1 is the least".formatted(maxOutputTokens));
        }
        if (topLogprobs != null && (topLogprobs < 0 || topLogprobs > 20)) {
            throw new IllegalArgumentException("topLogprobs = %s: it lies from 0 to 20".formatted(topLogprobs));
        }
    }

    /**
     * With another temperature.
     *
     * @param value from 0 to 2
     * @return the changed copy
     */
    public Sampling withTemperature(double value) {
        return new Sampling(value, maxOutputTokens, seed, topLogprobs);
    }

    /**
     * With another limit of the answer.
     *
     * @param tokens at least 1
     * @return the changed copy
     */
    public Sampling withMaxOutputTokens(int tokens) {
        return new Sampling(temperature, tokens, seed, topLogprobs);
    }

    /**
     * With another seed.
     *
     * @param value any
     * @return the changed copy
     */
    public Sampling withSeed(long value) {
        return new Sampling(temperature, maxOutputTokens, value, topLogprobs);
    }

    /**
     * Asking for log-probabilities.
     *
     * @param tokens of how many tokens at each place, from 0 to 20
     * @return the changed copy
     */
    public Sampling withTopLogprobs(int tokens) {
        return new Sampling(temperature, maxOutputTokens, seed, tokens);
    }

    /**
     * The limit of the answer.
     *
     * @return the most tokens, or empty where there is none
     */
    public OptionalInt outputLimit() {
        return maxOutputTokens == null ? OptionalInt.empty() : OptionalInt.of(maxOutputTokens);
    }
}
