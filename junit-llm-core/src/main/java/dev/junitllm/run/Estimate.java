package dev.junitllm.run;

import org.jspecify.annotations.Nullable;

/**
 * What a gate measured over the set, with how far off it may be.
 *
 * @param value the observed rate or mean
 * @param lower the lower end of the two-sided interval, or {@code null} where there is none
 * @param upper the upper end, or {@code null} where there is none
 * @param method how the interval was computed, or {@code null} where there is none
 */
public record Estimate(
        double value,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable String method) {

    /**
     * An estimate without an interval.
     *
     * @param value the observed rate or mean
     * @return the estimate
     */
    public static Estimate of(double value) {
        return new Estimate(value, null, null, null);
    }
}
