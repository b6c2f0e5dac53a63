package dev.junitllm.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * A test of a pass rate by a number of samples fixed beforehand: it passes where at least so many of them pass. With the
 * exact chances of the binomial distribution. Immutable.
 *
 * @param bad the rate that should not pass, from 0, below {@code good}
 * @param good the rate that should pass, up to 1
 * @param size how many samples
 * @param fewestToPass how many of them must pass, from 1 to {@code size}
 */
public record FixedDesign(double bad, double good, int size, int fewestToPass) {

    private static final int LARGEST = 1_000_000;

    /**
     * Checks what it is made of.
     *
     * @param bad the rate that should not pass, from 0, below {@code good}
     * @param good the rate that should pass, up to 1
     * @param size how many samples
     * @param fewestToPass how many of them must pass, from 1 to {@code size}
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public FixedDesign {
        checkRates(bad, good);
        if (fewestToPass < 1 || fewestToPass > size) {
            throw new IllegalArgumentException(
                    "from 1 to all samples must pass, unlike %s of %s".formatted(fewestToPass, size));
        }
    }

    /**
     * The smallest design that keeps both errors small. Somewhat larger ones may not keep them: the chances go up and down
     * with the size, as counts are whole numbers.
     *
     * @param bad the rate that should not pass, from 0, below {@code good}
     * @param good the rate that should pass, up to 1
     * @param alpha how likely {@code bad} may pass, between 0 and 1
     * @param beta how likely {@code good} may fail, between 0 and 1
     * @return the design
     * @throws IllegalArgumentException where a number lies outside its range, or a million samples are not enough
     */
    public static FixedDesign smallest(double bad, double good, double alpha, double beta) {
        checkRates(bad, good);
        Interval.checkConfidence(1 - alpha);
        Interval.checkConfidence(1 - beta);
        int fewest = 1;
        for (int size = 1; size <= LARGEST; size++) {
            BinomialDistribution ofBad = BinomialDistribution.of(size, bad);
            while (fewest <= size && ofBad.survivalProbability(fewest - 1) > alpha) {
                fewest++;
            }
            if (fewest <= size && chance(size, fewest, good) >= 1 - beta) {
                return new FixedDesign(bad, good, size, fewest);
            }
        }
        throw new IllegalArgumentException("%s samples can't tell a rate of %s from %s".formatted(LARGEST, bad, good));
    }

    /**
     * How likely it passes.
     *
     * @param rate the true rate, from 0 to 1
     * @return from 0 to 1
     */
    public double passes(double rate) {
        return chance(size, fewestToPass, rate);
    }

    /**
     * How likely the bad rate passes.
     *
     * @return from 0 to 1
     */
    public double realAlpha() {
        return passes(bad);
    }

    /**
     * How likely the good rate fails.
     *
     * @return from 0 to 1
     */
    public double realBeta() {
        return 1 - passes(good);
    }

    /**
     * How many samples it takes on average where it stops as soon as the rest can't change its answer: see
     * {@link Curtailment}.
     *
     * @param rate the true rate, from 0 to 1
     * @return from 1 to {@link #size}
     */
    public double curtailedMeanSamples(double rate) {
        int fewestToFail = size - fewestToPass + 1;
        double mean = 0;
        for (int n = 1; n <= size; n++) {
            BinomialDistribution before = BinomialDistribution.of(n - 1, rate);
            double passesNow = rate * before.probability(fewestToPass - 1);
            double failsNow = (1 - rate) * before.probability(n - fewestToFail);
            mean += n * (passesNow + failsNow);
        }
        return mean;
    }

    private static double chance(int size, int fewest, double rate) {
        return BinomialDistribution.of(size, rate).survivalProbability(fewest - 1);
    }

    private static void checkRates(double bad, double good) {
        if (!(bad >= 0 && bad < good && good <= 1)) {
            throw new IllegalArgumentException(
                    "the rates lie from 0 to 1, and the bad below the good, unlike %s and %s".formatted(bad, good));
        }
    }
}
