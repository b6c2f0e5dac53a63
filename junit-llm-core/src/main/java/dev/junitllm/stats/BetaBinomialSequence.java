package dev.junitllm.stats;

import java.util.function.DoublePredicate;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The confidence sequence of a rate: intervals that all hold together, however often one looks and whenever one stops. For
 * reports after early stopping, where intervals for a fixed number of samples don't hold. It is Robbins's mixture (Annals of
 * Mathematical Statistics 41, 1970) with Jeffreys's prior Beta(½, ½): all rates m with
 *
 * <p>B(½ + s, ½ + f) / (B(½, ½) · m^s · (1 − m)^f) &lt; 1/α,
 *
 * <p>which is the prior's density at m over that of what s passes and f failures make of it.
 */
public final class BetaBinomialSequence {

    /** The method's name, for reports. */
    public static final String METHOD = "beta-binomial confidence sequence";

    private static final double PRIOR = 0.5;

    private BetaBinomialSequence() {}

    /**
     * The interval after so many samples.
     *
     * @param passes how many samples passed, at least 0
     * @param failures how many failed, at least 0; at least one sample together
     * @param confidence of the whole sequence, between 0 and 1
     * @return the two-sided interval
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static Interval after(long passes, long failures, double confidence) {
        if (passes < 0 || failures < 0 || passes + failures < 1) {
            throw new IllegalArgumentException(
                    "counts are at least 0, and 1 together, unlike %s and %s".formatted(passes, failures));
        }
        double needed = -Math.log(2 * Interval.tail(confidence, true));
        double total = passes + (double) failures;
        double rate = passes / total;
        BetaDistribution before = BetaDistribution.of(PRIOR, PRIOR);
        BetaDistribution after = BetaDistribution.of(PRIOR + passes, PRIOR + failures);
        DoublePredicate held = m -> before.logDensity(m) - after.logDensity(m) < needed;
        return new Interval(
                METHOD,
                rate,
                passes == 0 ? 0 : end(rate, 0, held),
                failures == 0 ? 1 : end(rate, 1, held),
                total,
                confidence,
                true);
    }

    /** Halves the way from a rate that holds to one that doesn't, until doubles have no middle left. */
    private static double end(double from, double to, DoublePredicate held) {
        double inside = from == 0 ? Double.MIN_NORMAL : Math.min(from, Math.nextDown(1.0));
        double outside = to;
        while (true) {
            double middle = (inside + outside) / 2;
            if (middle == inside || middle == outside) {
                return outside;
            }
            if (held.test(middle)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
    }
}
