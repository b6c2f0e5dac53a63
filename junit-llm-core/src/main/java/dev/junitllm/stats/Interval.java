package dev.junitllm.stats;

import java.math.BigDecimal;

/**
 * An estimate and the bounds it lies between with some confidence. Immutable.
 *
 * @param method how it was made, for reports, such as {@code Clopper–Pearson}
 * @param estimate what was observed
 * @param lower the lower bound
 * @param upper the upper bound
 * @param size how many independent observations it rests on; not a whole number where it is an effective size
 * @param confidence how sure it is, between 0 and 1
 * @param twoSided true where the bounds hold together with the confidence; false where each holds on its own with it
 */
public record Interval(
        String method, double estimate, double lower, double upper, double size, double confidence, boolean twoSided) {
    /**
     * Checks what it is made of.
     *
     * @param method how it was made, for reports, such as {@code Clopper–Pearson}
     * @param estimate what was observed
     * @param lower the lower bound
     * @param upper the upper bound
     * @param size how many independent observations it rests on; not a whole number where it is an effective size
     * @param confidence how sure it is, between 0 and 1
     * @param twoSided true where the bounds hold together with the confidence; false where each holds on its own with it
     */
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("a lower bound can't lie above the upper: " + lower + ", " + upper);
        }
        checkConfidence(confidence);
    }

    static void checkConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies between 0 and 1, unlike " + confidence);
        }
    }

    /** The chance left on each side that is bounded: of the decimal that was written, so that 0.9 leaves 0.1 and not a bit less. */
    static double tail(double confidence, boolean twoSided) {
        checkConfidence(confidence);
        double rest = BigDecimal.ONE.subtract(BigDecimal.valueOf(confidence)).doubleValue();
        return twoSided ? rest / 2 : rest;
    }
}
