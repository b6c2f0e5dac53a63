package dev.junitllm.gate;

import dev.junitllm.run.Estimate;
import dev.junitllm.stats.BinomialInterval;
import dev.junitllm.stats.ClusteredRate;
import dev.junitllm.stats.Interval;
import dev.junitllm.stats.MeanInterval;
import java.util.Arrays;

/** How far off an observed rate or mean may be: two-sided 95 % intervals. The case is the unit, never the sample. */
final class Intervals {

    private static final double CONFIDENCE = 0.95;

    private Intervals() {}

    static Estimate rate(CaseMeans rates, int samplesPerCase) {
        double[][] samples = rates.perSample();
        int[] passes = Arrays.stream(samples)
                .mapToInt(values -> (int) Arrays.stream(values).sum())
                .toArray();
        if (samplesPerCase == 1) {
            return with(
                    rates.mean(),
                    BinomialInterval.CLOPPER_PEARSON.twoSided(
                            Arrays.stream(passes).sum(), samples.length, CONFIDENCE));
        }
        int[] counts = Arrays.stream(samples).mapToInt(values -> values.length).toArray();
        return samples.length < 2
                ? Estimate.of(rates.mean())
                : with(rates.mean(), ClusteredRate.of(passes, counts).twoSided(CONFIDENCE));
    }

    static Estimate mean(CaseMeans means) {
        return MeanInterval.of(means.perCase())
                .twoSided(CONFIDENCE)
                .map(interval -> with(means.mean(), interval))
                .orElseGet(() -> Estimate.of(means.mean()));
    }

    private static Estimate with(double value, Interval interval) {
        return new Estimate(value, interval.lower(), interval.upper(), interval.method());
    }
}
