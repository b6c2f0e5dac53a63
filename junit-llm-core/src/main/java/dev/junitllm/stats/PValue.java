package dev.junitllm.stats;

/**
 * How surprising what was observed would be if nothing had changed. Immutable.
 *
 * @param method the test, for reports, such as {@code exact McNemar}
 * @param alternative what a small value speaks for
 * @param value from 0 to 1
 * @param size how many observations the test used
 */
public record PValue(String method, Alternative alternative, double value, long size) {

    /** What a test looks for. */
    public enum Alternative {
        /** The current is lower than the baseline, or lower than a value. */
        LESS,
        /** The current is higher than the baseline, or higher than a value. */
        GREATER,
        /** Either. */
        DIFFERENT
    }

    /**
     * Checks what it is made of.
     *
     * @param method the test, for reports, such as {@code exact McNemar}
     * @param alternative what a small value speaks for
     * @param value from 0 to 1
     * @param size how many observations the test used
     */
    public PValue {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a p-value lies from 0 to 1, unlike " + value);
        }
    }

    /** A probability that was summed up and may lie a rounding above 1. */
    static PValue of(String method, Alternative alternative, double value, long size) {
        return new PValue(method, alternative, Math.max(0, Math.min(1, value)), size);
    }
}
