package dev.junitllm.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.statistics.distribution.BetaDistribution;

/** Clopper and Pearson's bounds of a rate, for counts that need not be whole numbers. */
final class BetaBounds {

    private BetaBounds() {}

    static double lower(double successes, double failures, double tail) {
        if (successes <= 0) {
            return 0;
        }
        return failures <= 0
                ? root(tail, successes)
                : BetaDistribution.of(successes, failures + 1).inverseCumulativeProbability(tail);
    }

    static double upper(double successes, double failures, double tail) {
        if (failures <= 0) {
            return 1;
        }
        return successes <= 0
                ? 1 - root(tail, failures)
                : BetaDistribution.of(successes + 1, failures).inverseSurvivalProbability(tail);
    }

    /**
     * The lower bound where all of {@code trials} succeeded: the root of that degree of {@code tail}. Where a decimal is the
     * exact root, as 0.1 is of 0.01, it is that decimal, so that a bar of 0.1 is met.
     */
    static double root(double tail, double trials) {
        double root = Math.pow(tail, 1 / trials);
        BigDecimal rounded = new BigDecimal(root).round(new MathContext(15)).stripTrailingZeros();
        BigDecimal power = BigDecimal.valueOf(tail).stripTrailingZeros();
        // the cheap look at the digits first: for other numbers the power would have thousands of them
        boolean maybe = trials == Math.rint(trials) && rounded.scale() * trials == power.scale();
        return maybe && rounded.pow((int) trials).compareTo(power) == 0 ? rounded.doubleValue() : root;
    }
}
