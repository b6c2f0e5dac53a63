package dev.junitllm.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The pass rate of cases that were sampled several times each. Samples of one case resemble each other, so that n samples
 * tell less than n cases: the interval of Korn and Graubard (Survey Methodology 24, 1998) is Clopper and Pearson's with the
 * sample size divided by the design effect. Immutable.
 *
 * <p>With C cases, k samples of each (n in all), pass rates r of the cases and their mean m:
 *
 * <ul>
 *   <li>standard error, with the correction C/(C−1) for few clusters (CR1): √(C/(C−1) · Σ(r − m)²) / C
 *   <li>design effect: its square over m(1 − m)/n, clipped to 1 … the most samples of a case
 *   <li>effective size: n over the design effect, times (t(0.975; n−1) / t(0.975; C−1))² for the degrees of freedom, and at
 *       most n
 *   <li>where all cases have the same rate, or there is only one case, the design effect can't be estimated and the
 *       effective size is C: the samples of a case are taken for one
 * </ul>
 *
 * <p>Each case counts the same, whatever the number of its samples. With one sample of each case all of this is Clopper and
 * Pearson's interval.
 */
public final class ClusteredRate {

    private static final String METHOD = "Korn–Graubard";
    private static final String CAPPED = "Korn–Graubard, capped";
    private static final double QUANTILE = 0.975;

    private final int cases;
    private final long samples;
    private final double rate;
    private final double standardError;
    private final double designEffect;
    private final double effectiveSize;

    private ClusteredRate(int[] passes, int[] samples) {
        this.cases = passes.length;
        this.samples = Arrays.stream(samples).asLongStream().sum();
        double[] rates = new double[cases];
        Arrays.setAll(rates, i -> passes[i] / (double) samples[i]);
        boolean same = allSame(passes, samples);
        this.rate = same ? rates[0] : Arrays.stream(rates).sum() / cases;
        this.standardError = cases == 1 ? Double.NaN : same ? 0 : standardError(rates, rate);
        double variance = rate * (1 - rate) / this.samples;
        int most = Arrays.stream(samples).max().orElseThrow();
        this.designEffect = same || cases == 1
                ? this.samples / (double) cases
                : Math.min(most, Math.max(1, standardError * standardError / variance));
        this.effectiveSize = same || cases == 1 ? cases : adjusted(this.samples / designEffect);
    }

    /**
     * The rate over some cases.
     *
     * @param passes how many samples of each case passed
     * @param samples how many samples of each case there are, at least 1
     * @return the rate
     * @throws IllegalArgumentException where there is no case, or a number lies outside its range
     */
    public static ClusteredRate of(int[] passes, int[] samples) {
        if (passes.length == 0 || passes.length != samples.length) {
            throw new IllegalArgumentException(
                    "a rate needs at least one case, and passes and samples of each, unlike %s and %s"
                            .formatted(passes.length, samples.length));
        }
        for (int i = 0; i < passes.length; i++) {
            if (samples[i] < 1 || passes[i] < 0 || passes[i] > samples[i]) {
                throw new IllegalArgumentException(
                        "case %s passed %s of %s samples".formatted(i, passes[i], samples[i]));
            }
        }
        return new ClusteredRate(passes.clone(), samples.clone());
    }

    /**
     * The number of cases.
     *
     * @return at least 1
     */
    public int cases() {
        return cases;
    }

    /**
     * The number of samples of all cases.
     *
     * @return at least {@link #cases()}
     */
    public long samples() {
        return samples;
    }

    /**
     * The mean of the cases' pass rates.
     *
     * @return from 0 to 1
     */
    public double rate() {
        return rate;
    }

    /**
     * The standard error of the rate, clustered by case (CR1).
     *
     * @return at least 0, or NaN where there is only one case
     */
    public double standardError() {
        return standardError;
    }

    /**
     * How many times more samples are needed than if each were a case of its own.
     *
     * @return at least 1; the samples per case where it can't be estimated
     */
    public double designEffect() {
        return designEffect;
    }

    /**
     * How many independent samples these are worth, after the adjustment for degrees of freedom.
     *
     * @return at most {@link #samples()}
     */
    public double effectiveSize() {
        return effectiveSize;
    }

    /**
     * A lower and an upper bound, each of which holds on its own.
     *
     * @param confidence of each bound, between 0 and 1
     * @return the bounds
     */
    public Interval oneSided(double confidence) {
        return interval(confidence, false);
    }

    /**
     * An interval, whose bounds hold together.
     *
     * @param confidence of the interval, between 0 and 1
     * @return the interval
     */
    public Interval twoSided(double confidence) {
        return interval(confidence, true);
    }

    /**
     * What a gate may rely on: the one-sided bounds, of which the lower is no higher than a run of as many cases that passed
     * every sample could show ({@link RateFeasibility#bestLower}), and the upper no lower than one that failed every sample
     * could. Without that cap 99 of 100 samples could show more than 100 of 100, as the design effect of the latter can't be
     * estimated. With one sample of each case this is Clopper and Pearson's interval and is named so.
     *
     * @param confidence of each bound, between 0 and 1
     * @return the bounds
     */
    public Interval demonstrated(double confidence) {
        Interval bounds = oneSided(confidence);
        return new Interval(
                samples == cases ? BinomialInterval.CLOPPER_PEARSON.label() : CAPPED,
                rate,
                Math.min(bounds.lower(), RateFeasibility.bestLower(cases, confidence)),
                Math.max(bounds.upper(), RateFeasibility.worstUpper(cases, confidence)),
                effectiveSize,
                confidence,
                false);
    }

    private Interval interval(double confidence, boolean twoSided) {
        double tail = Interval.tail(confidence, twoSided);
        double successes = rate * effectiveSize;
        double failures = effectiveSize - successes;
        return new Interval(
                METHOD,
                rate,
                BetaBounds.lower(successes, failures, tail),
                BetaBounds.upper(successes, failures, tail),
                effectiveSize,
                confidence,
                twoSided);
    }

    private double adjusted(double size) {
        double ofSamples = TDistribution.of(samples - 1.0).inverseCumulativeProbability(QUANTILE);
        double ofCases = TDistribution.of(cases - 1).inverseCumulativeProbability(QUANTILE);
        return Math.min((double) samples, size * (ofSamples / ofCases) * (ofSamples / ofCases));
    }

    private static double standardError(double[] rates, double mean) {
        double squares = Arrays.stream(rates).map(r -> (r - mean) * (r - mean)).sum();
        double count = rates.length;
        return Math.sqrt(count / (count - 1) * squares) / count;
    }

    private static boolean allSame(int[] passes, int[] samples) {
        for (int i = 1; i < passes.length; i++) {
            if ((long) passes[i] * samples[0] != (long) passes[0] * samples[i]) {
                return false;
            }
        }
        return true;
    }
}
