package dev.junitllm.gate;

import dev.junitllm.run.Bounds;
import dev.junitllm.run.Estimate;
import dev.junitllm.stats.BettingBounds;
import dev.junitllm.stats.BinomialInterval;
import dev.junitllm.stats.ClusteredRate;
import dev.junitllm.stats.Interval;
import dev.junitllm.stats.MeanInterval;
import java.util.Arrays;

/**
 * How far off an observed rate or mean may be: two-sided 95 % intervals, and the one-sided bounds a demand with a confidence
 * is decided by. The case is the unit, never the sample.
 */
final class Intervals {

    private static final double CONFIDENCE = 0.95;

    private Intervals() {}

    static Estimate rate(CaseMeans rates, int samplesPerCase, Demand demand) {
        return rate(rates.mean(), rates.passes(), rates.counts(), samplesPerCase, demand);
    }

    static Estimate rate(double mean, int[] passes, int[] counts, int samplesPerCase, Demand demand) {
        if (samplesPerCase == 1) {
            int passed = Arrays.stream(passes).sum();
            BinomialInterval exact = BinomialInterval.CLOPPER_PEARSON;
            Estimate estimate = with(mean, exact.twoSided(passed, passes.length, CONFIDENCE));
            return demand.isSure()
                    ? estimate.within(bounds(exact.oneSided(passed, passes.length, demand.confidence())))
                    : estimate;
        }
        ClusteredRate clustered = ClusteredRate.of(passes, counts);
        Estimate estimate = passes.length < 2 ? Estimate.of(mean) : with(mean, clustered.twoSided(CONFIDENCE));
        return demand.isSure() ? estimate.within(bounds(clustered.demonstrated(demand.confidence()))) : estimate;
    }

    static Estimate mean(CaseMeans means, Demand demand, long seed) {
        MeanInterval mean = MeanInterval.of(means.perCase());
        Estimate estimate = mean.twoSided(CONFIDENCE)
                .map(interval -> with(means.mean(), interval))
                .orElseGet(() -> Estimate.of(means.mean()));
        return demand.isSure()
                ? mean.demonstrated(demand.confidence(), seed, Intervals::betting)
                        .map(interval -> estimate.within(bounds(interval, seed)))
                        .orElse(estimate)
                : estimate;
    }

    private static Interval betting(double[] scores, double confidence) {
        return BettingBounds.of(scores).oneSided(confidence);
    }

    private static Estimate with(double value, Interval interval) {
        return Estimate.between(value, interval.lower(), interval.upper(), interval.method());
    }

    private static Bounds bounds(Interval interval, long seed) {
        Bounds bounds = bounds(interval);
        return bounds.method().contains("bootstrap")
                ? new Bounds(
                        bounds.confidence(),
                        bounds.lower(),
                        bounds.upper(),
                        "%s, seed %s".formatted(bounds.method(), Seeds.shown(seed)))
                : bounds;
    }

    private static Bounds bounds(Interval interval) {
        return new Bounds(interval.confidence(), interval.lower(), interval.upper(), interval.method());
    }
}
