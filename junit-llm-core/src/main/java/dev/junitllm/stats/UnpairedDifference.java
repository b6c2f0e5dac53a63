package dev.junitllm.stats;

import dev.junitllm.stats.PValue.Alternative;
import java.math.BigDecimal;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A current run against a baseline of other cases. A baseline is a sample itself and never taken for certain, so that these
 * bounds are wider than those of pairs.
 */
public final class UnpairedDifference {

    private UnpairedDifference() {}

    /**
     * The difference of two pass rates, by two Wilson intervals of the effective sizes put together (Newcombe, Statistics in
     * Medicine 17, 1998, method 10 for independent samples).
     *
     * @param baseline the baseline's pass rate
     * @param current the current pass rate
     * @param confidence of each bound, between 0 and 1
     * @return current less baseline, with one-sided bounds; its size is half of the harmonic mean of both sizes
     */
    public static Interval rates(ClusteredRate baseline, ClusteredRate current, double confidence) {
        double size = 1 / (1 / baseline.effectiveSize() + 1 / current.effectiveSize());
        return Mover.difference("MOVER Wilson", wilson(current, confidence), wilson(baseline, confidence), 0, size);
    }

    /**
     * The difference of two mean scores by Welch's t (Biometrika 34, 1947) with Satterthwaite's degrees of freedom. Where all
     * scores of a run are equal and it has no spread, Hoeffding's bounds of both means are put together instead.
     *
     * @param baseline the score of each case of the baseline, from 0 to 1; at least two
     * @param current the score of each case now; at least two
     * @param confidence of each bound, between 0 and 1
     * @return current less baseline, with one-sided bounds; its size is half of the harmonic mean of both sizes
     * @throws IllegalArgumentException where a run has fewer than two cases, or a score lies outside
     */
    public static Interval means(double[] baseline, double[] current, double confidence) {
        Moments before = moments(baseline);
        Moments now = moments(current);
        double size = 1 / (1.0 / before.count() + 1.0 / now.count());
        if (before.same() || now.same()) {
            return Mover.difference(
                    "MOVER Hoeffding",
                    Hoeffding.interval(now, confidence, false),
                    Hoeffding.interval(before, confidence, false),
                    0,
                    size);
        }
        double variance = squaredError(now) + squaredError(before);
        double half =
                TDistribution.of(freedom(now, before)).inverseSurvivalProbability(Interval.tail(confidence, false))
                        * Math.sqrt(variance);
        double difference = now.mean() - before.mean();
        return new Interval(
                "Welch t",
                difference,
                Math.max(-1, difference - half),
                Math.min(1, difference + half),
                size,
                confidence,
                false);
    }

    /**
     * Whether the pass rate is shown to have dropped by less than a margin, by {@link #rates}.
     *
     * @param baseline the baseline's pass rate
     * @param current the current pass rate
     * @param margin the allowed drop, from 0 to 1
     * @param confidence of each bound, between 0 and 1
     * @return the comparison; its p-value is the level at which the lower bound touches −margin
     */
    public static NonInferiority ratesNonInferiority(
            ClusteredRate baseline, ClusteredRate current, double margin, double confidence) {
        NonInferiority.checkMargin(margin);
        long cases = (long) baseline.cases() + current.cases();
        Interval bounds = rates(baseline, current, confidence);
        return made(
                bounds,
                margin,
                PValue.of(bounds.method(), Alternative.GREATER, level(baseline, current, margin), cases));
    }

    /** Where the bound that looks towards −margin touches it. */
    private static double level(ClusteredRate baseline, ClusteredRate current, double margin) {
        boolean better = current.rate() - baseline.rate() >= -margin;
        double apart = 0.5;
        double within = 1;
        for (int i = 0; i < 50; i++) {
            double middle = (apart + within) / 2;
            Interval bounds = rates(baseline, current, middle);
            if (better ? bounds.lower() > -margin : bounds.upper() < -margin) {
                apart = middle;
            } else {
                within = middle;
            }
        }
        return better ? 1 - apart : apart;
    }

    /**
     * Whether the mean is shown to have dropped by less than a margin, by {@link #means}.
     *
     * @param baseline the score of each case of the baseline, from 0 to 1; at least two
     * @param current the score of each case now; at least two
     * @param margin the allowed drop, from 0 to 1
     * @param confidence of each bound, between 0 and 1
     * @return the comparison; its p-value is that of {@link #welch}
     * @throws IllegalArgumentException where a run has fewer than two cases, or a score lies outside
     */
    public static NonInferiority meansNonInferiority(
            double[] baseline, double[] current, double margin, double confidence) {
        NonInferiority.checkMargin(margin);
        return made(
                means(baseline, current, confidence), margin, welch(baseline, current, -margin, Alternative.GREATER));
    }

    /**
     * Welch's test of the difference of two means against a value.
     *
     * @param baseline the score of each case of the baseline, from 0 to 1; at least two
     * @param current the score of each case now; at least two
     * @param value such as 0, or −0.05 to ask whether the drop is less than that
     * @param alternative what to look for
     * @return the p-value; where neither run has any spread, which leaves the test undefined, 1 and nothing is shown
     * @throws IllegalArgumentException where a run has fewer than two cases, or a score lies outside
     */
    public static PValue welch(double[] baseline, double[] current, double value, Alternative alternative) {
        Moments before = moments(baseline);
        Moments now = moments(current);
        double error = Math.sqrt(squaredError(now) + squaredError(before));
        long cases = (long) now.count() + before.count();
        if (error == 0) {
            return PValue.of("Welch t", alternative, 1, cases);
        }
        TDistribution t = TDistribution.of(freedom(now, before));
        double statistic = (now.mean() - before.mean() - value) / error;
        double p = switch (alternative) {
            case LESS -> t.cumulativeProbability(statistic);
            case GREATER -> t.survivalProbability(statistic);
            case DIFFERENT -> 2 * t.survivalProbability(Math.abs(statistic));
        };
        return PValue.of("Welch t", alternative, p, cases);
    }

    /** Less than 10⁻¹² counts as rounding. */
    private static NonInferiority made(Interval difference, double margin, PValue p) {
        BigDecimal allowed = BigDecimal.valueOf(margin).add(new BigDecimal("1e-12"));
        boolean beyond = new BigDecimal(difference.estimate()).negate().compareTo(allowed) > 0;
        return new NonInferiority(difference, margin, p, beyond);
    }

    private static Interval wilson(ClusteredRate rate, double confidence) {
        double size = rate.effectiveSize();
        double passes = rate.rate() == 1 ? size : rate.rate() * size;
        return BinomialInterval.WILSON.interval(passes, size, confidence, false);
    }

    private static Moments moments(double[] scores) {
        if (scores.length < 2) {
            throw new IllegalArgumentException("a mean to compare needs at least two cases, unlike " + scores.length);
        }
        for (double score : scores) {
            if (!(score >= 0 && score <= 1)) {
                throw new IllegalArgumentException("a score lies from 0 to 1, unlike " + score);
            }
        }
        return Moments.of(scores);
    }

    private static double squaredError(Moments scores) {
        return scores.variance() / scores.count();
    }

    private static double freedom(Moments one, Moments other) {
        double a = squaredError(one);
        double b = squaredError(other);
        return (a + b) * (a + b) / (a * a / (one.count() - 1) + b * b / (other.count() - 1));
    }
}
