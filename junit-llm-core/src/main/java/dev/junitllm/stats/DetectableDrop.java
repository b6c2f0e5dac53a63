package dev.junitllm.stats;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The smallest drop that a run of this size finds four times out of five, so that nobody takes a green run for more than it
 * could see. All are the usual normal approximations, with z(α) of the one-sided confidence and z(β) of {@link #POWER}.
 * Immutable.
 *
 * @param method what was compared, for reports
 * @param drop from 0 to 1
 * @param size how many cases, pairs or independent samples it rests on
 * @param confidence of the one-sided bound that has to show the drop
 * @param power how often such a drop is shown
 */
public record DetectableDrop(String method, double drop, double size, double confidence, double power) {

    /** How often a drop of this size is shown. */
    public static final double POWER = 0.8;

    /** The share of cases that change between two runs, where there is nothing to tell it from. */
    public static final double DISCORDANCE = 0.15;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * Checks what it is made of.
     *
     * @param method what was compared, for reports
     * @param drop from 0 to 1
     * @param size how many cases, pairs or independent samples it rests on
     * @param confidence of the one-sided bound that has to show the drop
     * @param power how often such a drop is shown
     */
    public DetectableDrop {
        if (!(drop >= 0 && drop <= 1)) {
            throw new IllegalArgumentException("a drop lies from 0 to 1, unlike " + drop);
        }
    }

    /**
     * Of a pass rate below a bar: δ√n = z(α)√(p₀q₀) + z(β)√(p₁q₁) with p₀ the bar and p₁ = p₀ − δ.
     *
     * @param bar from 0 to 1
     * @param size how many independent samples there are: the cases, or {@link ClusteredRate#effectiveSize}
     * @param confidence of the bound, at least 0.5
     * @return the drop, or empty where the run is too small to show that nothing passes
     */
    public static Optional<DetectableDrop> belowBar(double bar, double size, double confidence) {
        double alpha = quantile(confidence);
        return solved(
                "rate against a bar",
                bar,
                size,
                confidence,
                drop -> drop * Math.sqrt(size) - alpha * deviation(bar) - beta() * deviation(bar - drop));
    }

    /**
     * Of a pass rate between two runs of the same cases, one sample each: δ√n = z(α)√ψ + z(β)√(ψ − δ²) (Connor, Biometrics
     * 43, 1987). A rate can't drop by more than the share ψ of cases that change: where it would, ψ is taken to be δ.
     *
     * @param cases how many pairs there are, at least 1
     * @param discordance ψ, such as {@link PairedBinary#discordance} or {@link #DISCORDANCE}
     * @param confidence of the bound, at least 0.5
     * @return the drop, or empty where there are too few cases to show that all changed
     */
    public static Optional<DetectableDrop> ofPairs(long cases, double discordance, double confidence) {
        double alpha = quantile(confidence);
        double root = Math.sqrt((double) cases);
        return solved("paired rates", 1, (double) cases, confidence, drop -> {
            double changed = Math.max(discordance, drop);
            return drop * root - alpha * Math.sqrt(changed) - beta() * Math.sqrt(changed - drop * drop);
        });
    }

    /**
     * Of a mean score between two runs of the same cases: δ = (z(α) + z(β)) · s / √n with s the standard deviation of the
     * differences. Where all differences are equal, or there is one, that of {@link #ofPairs} of which none changed.
     *
     * @param pairs the scores of both runs
     * @param confidence of the bound, at least 0.5
     * @return the drop, or empty where the run is too small
     */
    public static Optional<DetectableDrop> ofPairs(PairedScores pairs, double confidence) {
        return pairs.standardDeviation() > 0
                ? ofMean("paired means", pairs.standardDeviation(), pairs.cases(), confidence)
                : ofPairs(pairs.cases(), 0, confidence);
    }

    /**
     * Of a mean score between two planned runs of the same cases: δ = (z(α) + z(β)) √((ω² + 2σ²/k) / n) (Miller 2024,
     * arXiv:2411.00640).
     *
     * @param cases n, at least 1
     * @param samples k of each case, at least 1
     * @param caseVariance ω², the variance over cases of the true differences
     * @param sampleVariance σ², the variance of the samples of a case
     * @param confidence of the bound, at least 0.5
     * @return the drop, or empty where it exceeds 1
     */
    public static Optional<DetectableDrop> ofPairs(
            long cases, int samples, double caseVariance, double sampleVariance, double confidence) {
        double deviation = Math.sqrt(caseVariance + 2 * sampleVariance / samples);
        return ofMean("paired means", deviation, (double) cases, confidence);
    }

    /**
     * Of a mean score below a bar: δ = (z(α) + z(β)) · s / √n. Where all scores are equal, or there is one, a rate at the bar.
     *
     * @param bar from 0 to 1
     * @param scores the scores of the run
     * @param confidence of the bound, at least 0.5
     * @return the drop, or empty where the run is too small
     */
    public static Optional<DetectableDrop> belowBar(double bar, MeanInterval scores, double confidence) {
        return scores.standardDeviation() > 0
                ? ofMean("mean against a bar", scores.standardDeviation(), scores.cases(), confidence)
                : belowBar(bar, scores.cases(), confidence);
    }

    /**
     * Of a pass rate between two runs of different cases: δ = z(α)√(p₀q₀(1/n₀ + 1/n₁)) + z(β)√(p₀q₀/n₀ + p₁q₁/n₁).
     *
     * @param baseline the baseline's pass rate p₀
     * @param size n₁, the current run's independent samples
     * @param confidence of the bound, at least 0.5
     * @return the drop, or empty where the runs are too small
     */
    public static Optional<DetectableDrop> unpaired(ClusteredRate baseline, double size, double confidence) {
        double alpha = quantile(confidence);
        double before = baseline.rate() * (1 - baseline.rate());
        double beforeSize = baseline.effectiveSize();
        double harmonic = 1 / (1 / beforeSize + 1 / size);
        return solved("unpaired rates", baseline.rate(), harmonic, confidence, drop -> {
            double now = Math.max(0, (baseline.rate() - drop) * (1 - baseline.rate() + drop));
            return drop - alpha * Math.sqrt(before / harmonic) - beta() * Math.sqrt(before / beforeSize + now / size);
        });
    }

    private static Optional<DetectableDrop> ofMean(String method, double deviation, double size, double confidence) {
        double drop = (quantile(confidence) + beta()) * deviation / Math.sqrt(size);
        return drop > 1 ? Optional.empty() : Optional.of(new DetectableDrop(method, drop, size, confidence, POWER));
    }

    /** All of these are convex and begin at or below 0, so that they cross it once. */
    private static Optional<DetectableDrop> solved(
            String method, double most, double size, double confidence, DoubleUnaryOperator surplus) {
        if (!(surplus.applyAsDouble(most) >= 0) || most == 0) {
            return Optional.empty();
        }
        double missed = 0;
        double seen = most;
        for (int i = 0; i < 100; i++) {
            double middle = (missed + seen) / 2;
            if (surplus.applyAsDouble(middle) >= 0) {
                seen = middle;
            } else {
                missed = middle;
            }
        }
        return Optional.of(new DetectableDrop(method, seen, size, confidence, POWER));
    }

    private static double quantile(double confidence) {
        return NORMAL.inverseSurvivalProbability(Interval.tail(confidence, false));
    }

    private static double beta() {
        return NORMAL.inverseCumulativeProbability(POWER);
    }

    private static double deviation(double rate) {
        return Math.sqrt(Math.max(0, rate * (1 - rate)));
    }
}
