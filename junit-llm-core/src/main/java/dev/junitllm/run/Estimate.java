package dev.junitllm.run;

import org.jspecify.annotations.Nullable;

/**
 * What a gate measured over the set, with how far off it may be.
 *
 * @param value the observed rate or mean
 * @param lower the lower end of the two-sided 95 % interval, or {@code null} where there is none
 * @param upper the upper end, or {@code null} where there is none
 * @param method how the interval was computed, or {@code null} where there is none
 * @param bounds the one-sided bounds the gate decided by, or {@code null} where the observed value decided
 */
public record Estimate(
        double value,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable String method,
        @Nullable Bounds bounds) {

    /**
     * An estimate without an interval.
     *
     * @param value the observed rate or mean
     * @return the estimate
     */
    public static Estimate of(double value) {
        return new Estimate(value, null, null, null, null);
    }

    /**
     * An estimate with its interval.
     *
     * @param value the observed rate or mean
     * @param lower the lower end of the two-sided 95 % interval
     * @param upper the upper end
     * @param method how the interval was computed
     * @return the estimate, without bounds to decide by
     */
    public static Estimate between(double value, double lower, double upper, String method) {
        return new Estimate(value, lower, upper, method, null);
    }

    /**
     * The same estimate with bounds to decide by.
     *
     * @param decidedBy the bounds
     * @return the estimate
     */
    public Estimate within(Bounds decidedBy) {
        return new Estimate(value, lower, upper, method, decidedBy);
    }
}
