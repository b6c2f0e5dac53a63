package dev.junitllm.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How much the samples of one case differ, over a set of cases that were sampled several times. Each case counts the same.
 * Immutable.
 *
 * <p>The split of the variance is that of a one-way analysis of variance of the samples' 0 and 1 (Fisher 1925; with unequal
 * numbers of samples k₀ = (N − Σn²/N) / (C − 1) stands for k, Searle, Casella and McCulloch, Variance Components, 1992, §3.6).
 */
public final class Flakiness {

    private final int[] samples;
    private final int[] passed;

    private Flakiness(int[] samples, int[] passed) {
        this.samples = samples;
        this.passed = passed;
    }

    /**
     * The flakiness of some cases.
     *
     * @param samples how many samples of each case there are, at least 1
     * @param passed how many of them passed
     * @return the flakiness
     * @throws IllegalArgumentException where there is no case, or a number lies outside its range
     */
    public static Flakiness of(int[] samples, int[] passed) {
        if (samples.length == 0 || samples.length != passed.length) {
            throw new IllegalArgumentException(
                    "flakiness needs at least one case, and samples and passes of each, unlike %s and %s"
                            .formatted(samples.length, passed.length));
        }
        for (int i = 0; i < samples.length; i++) {
            if (samples[i] < 1 || passed[i] < 0 || passed[i] > samples[i]) {
                throw new IllegalArgumentException(
                        "case %s passed %s of %s samples".formatted(i, passed[i], samples[i]));
            }
        }
        return new Flakiness(samples.clone(), passed.clone());
    }

    /**
     * The number of cases.
     *
     * @return at least 1
     */
    public int cases() {
        return samples.length;
    }

    /**
     * What each case's samples say.
     *
     * @param label what to count
     * @return how many cases have that label
     */
    public int count(CaseStability label) {
        return (int) IntStream.range(0, samples.length)
                .filter(i -> CaseStability.of(samples[i], passed[i]) == label)
                .count();
    }

    /**
     * The mean of the cases' pass@k, {@link PassAtK#estimate}.
     *
     * @param k at least 1
     * @return from 0 to 1, or empty where a case has fewer than k samples
     */
    public OptionalDouble passAtK(int k) {
        return mean(perCase(i -> PassAtK.estimate(samples[i], passed[i], k).orElse(Double.NaN)));
    }

    /**
     * The mean of the cases' pass^k, {@link PassAtK#all}.
     *
     * @param k at least 1
     * @return from 0 to 1, or empty where a case has fewer than k samples
     */
    public OptionalDouble passHatK(int k) {
        return mean(allOfK(k));
    }

    /**
     * The mean pass^k with its interval over the cases, as for any mean of scores: {@link MeanInterval#demonstrated}.
     *
     * @param k at least 1
     * @return the mean, or empty where a case has fewer than k samples
     */
    public Optional<MeanInterval> passHatKInterval(int k) {
        double[] values = allOfK(k);
        return mean(values).isEmpty() ? Optional.empty() : Optional.of(MeanInterval.of(values));
    }

    /**
     * The mean pass@k with its interval over the cases, as for any mean of scores: {@link MeanInterval#demonstrated}.
     *
     * @param k at least 1
     * @return the mean, or empty where a case has fewer than k samples
     */
    public Optional<MeanInterval> passAtKInterval(int k) {
        double[] values =
                perCase(i -> PassAtK.estimate(samples[i], passed[i], k).orElse(Double.NaN));
        return mean(values).isEmpty() ? Optional.empty() : Optional.of(MeanInterval.of(values));
    }

    /**
     * How likely two samples of a case agree: (C(c, 2) + C(n−c, 2)) / C(n, 2).
     *
     * @return of each case, from 0 to 1; NaN where it has one sample
     */
    public double[] consistencyPerCase() {
        return perCase(i -> (pairs(passed[i]) + pairs(samples[i] - passed[i])) / pairs(samples[i]));
    }

    /**
     * The mean of {@link #consistencyPerCase} over the cases that have at least two samples.
     *
     * @return from 0 to 1, or empty where no case has two samples
     */
    public OptionalDouble consistency() {
        return Arrays.stream(consistencyPerCase())
                .filter(value -> !Double.isNaN(value))
                .average();
    }

    /**
     * The variance of a case's samples, p(1 − p)n / (n − 1).
     *
     * @return of each case, at least 0; NaN where it has one sample
     */
    public double[] variancePerCase() {
        return perCase(i -> {
            double rate = passed[i] / (double) samples[i];
            return rate * (1 - rate) * samples[i] / (samples[i] - 1.0);
        });
    }

    /**
     * The variance between cases and between the samples of one case.
     *
     * @return the split, or empty where there is only one case, or no case has two samples
     */
    public Optional<VarianceSplit> variance() {
        double[][] values = new double[samples.length][];
        Arrays.setAll(values, i -> {
            double[] outcomes = new double[samples[i]];
            Arrays.fill(outcomes, 0, passed[i], 1);
            return outcomes;
        });
        return VarianceSplit.ofSamples(values);
    }

    private double[] allOfK(int k) {
        return perCase(i -> PassAtK.all(samples[i], passed[i], k).orElse(Double.NaN));
    }

    private double[] perCase(IntToDoubleFunction value) {
        return IntStream.range(0, samples.length).mapToDouble(value).toArray();
    }

    private static OptionalDouble mean(double[] values) {
        return Arrays.stream(values).anyMatch(Double::isNaN)
                ? OptionalDouble.empty()
                : Arrays.stream(values).average();
    }

    private static double pairs(int count) {
        return count * (count - 1.0) / 2;
    }
}
