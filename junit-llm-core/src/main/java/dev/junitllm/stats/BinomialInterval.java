package dev.junitllm.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Intervals of a rate: so many successes in so many independent trials. */
public enum BinomialInterval {

    /**
     * The exact interval of Clopper and Pearson (Biometrika 26, 1934), by quantiles of the beta distribution. It holds at
     * least as often as its confidence says, whatever the rate. With s = n its one-sided lower bound at confidence 1 − α is
     * the n-th root of α.
     */
    CLOPPER_PEARSON("Clopper–Pearson") {
        @Override
        Interval interval(double successes, double trials, double confidence, boolean twoSided) {
            double tail = Interval.tail(confidence, twoSided);
            double failures = trials - successes;
            return new Interval(
                    label(),
                    successes / trials,
                    BetaBounds.lower(successes, failures, tail),
                    BetaBounds.upper(successes, failures, tail),
                    trials,
                    confidence,
                    twoSided);
        }
    },

    /**
     * The score interval of Wilson (Journal of the American Statistical Association 22, 1927), without a correction for
     * continuity. Close to its confidence on average; for some rates it holds less often than it says.
     */
    WILSON("Wilson") {
        @Override
        Interval interval(double successes, double trials, double confidence, boolean twoSided) {
            double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(Interval.tail(confidence, twoSided));
            double rate = successes / trials;
            double shrink = 1 + z * z / trials;
            double centre = rate + z * z / (2 * trials);
            double half = z * Math.sqrt(rate * (1 - rate) / trials + z * z / (4 * trials * trials));
            return new Interval(
                    label(),
                    rate,
                    successes == 0 ? 0 : Math.max(0, (centre - half) / shrink),
                    successes == trials ? 1 : Math.min(1, (centre + half) / shrink),
                    trials,
                    confidence,
                    twoSided);
        }
    };

    private final String label;

    BinomialInterval(String label) {
        this.label = label;
    }

    /**
     * A lower and an upper bound, each of which holds on its own.
     *
     * @param successes from 0 to {@code trials}
     * @param trials at least 1
     * @param confidence of each bound, between 0 and 1
     * @return the bounds
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public Interval oneSided(long successes, long trials, double confidence) {
        check(successes, trials);
        return interval((double) successes, (double) trials, confidence, false);
    }

    /**
     * An interval, whose bounds hold together.
     *
     * @param successes from 0 to {@code trials}
     * @param trials at least 1
     * @param confidence of the interval, between 0 and 1
     * @return the interval
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public Interval twoSided(long successes, long trials, double confidence) {
        check(successes, trials);
        return interval((double) successes, (double) trials, confidence, true);
    }

    /**
     * The interval's name for reports.
     *
     * @return such as {@code Clopper–Pearson}
     */
    public String label() {
        return label;
    }

    abstract Interval interval(double successes, double trials, double confidence, boolean twoSided);

    private static void check(long successes, long trials) {
        if (trials < 1) {
            throw new IllegalArgumentException("a rate needs at least one trial, unlike " + trials);
        }
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "successes lie from 0 to the %s trials, unlike %s".formatted(trials, successes));
        }
    }
}
