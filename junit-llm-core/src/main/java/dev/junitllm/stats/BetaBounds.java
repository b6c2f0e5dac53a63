package dev.junitllm.stats;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** Clopper and Pearson's bounds of a rate, for counts that need not be whole numbers. */
final class BetaBounds {

    private BetaBounds() {}

    static double lower(double successes, double failures, double tail) {
        return successes <= 0 ? 0 : BetaDistribution.of(successes, failures + 1).inverseCumulativeProbability(tail);
    }

    static double upper(double successes, double failures, double tail) {
        return failures <= 0 ? 1 : BetaDistribution.of(successes + 1, failures).inverseSurvivalProbability(tail);
    }
}
