package dev.junitllm.stats;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The pass rate behind a judge's pass rate, when it is known from labelled items how often the judge errs: (p + Sp − 1) / J
 * with Youden's J = Se + Sp − 1 (Rogan and Gladen, American Journal of Epidemiology 107, 1978). Holds where the labelled items
 * are others than those judged, as long as the judge errs as often on both. Immutable.
 *
 * @param judged the share of items the judge passed, from 0 to 1
 * @param size how many independent items those are; not a whole number where it is {@link ClusteredRate#effectiveSize}
 * @param sensitivity Se, the share of items the judge passed of those that people passed
 * @param humanPasses how many such items there are, at least 1
 * @param specificity Sp, the share of items the judge failed of those that people failed
 * @param humanFails how many such items there are, at least 1
 */
public record CorrectedRate(
        double judged, double size, double sensitivity, int humanPasses, double specificity, int humanFails) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * Checks what it is made of.
     *
     * @param judged the share of items the judge passed, from 0 to 1
     * @param size how many independent items those are
     * @param sensitivity Se, the share of items the judge passed of those that people passed
     * @param humanPasses how many such items there are, at least 1
     * @param specificity Sp, the share of items the judge failed of those that people failed
     * @param humanFails how many such items there are, at least 1
     */
    public CorrectedRate {
        for (double share : new double[] {judged, sensitivity, specificity}) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a share lies from 0 to 1, unlike " + share);
            }
        }
        if (!(size >= 1) || humanPasses < 1 || humanFails < 1) {
            throw new IllegalArgumentException(
                    "at least one judged item and one labelled item of each kind are needed, unlike %s, %s and %s"
                            .formatted(size, humanPasses, humanFails));
        }
    }

    /**
     * Youden's J: 1 for a judge that never errs, 0 for one that tosses coins.
     *
     * @return from −1 to 1
     */
    public double youden() {
        return sensitivity + specificity - 1;
    }

    /**
     * The lower bound of J, by the normal approximation with (m·Se + 1) / (m + 2) for Se and alike for Sp. Where it is small
     * the judge tells too little for its pass rate to be corrected.
     *
     * @param confidence of the bound, between 0 and 1
     * @return at least −1
     */
    public double youdenLower(double confidence) {
        double z = NORMAL.inverseSurvivalProbability(Interval.tail(confidence, false));
        return adjustedYouden() - z * Math.sqrt(varianceOfSensitivity() + varianceOfSpecificity());
    }

    /**
     * The corrected rate, clipped to 0 … 1.
     *
     * @return empty where the judge is no better than chance, J ≤ 0
     */
    public OptionalDouble estimate() {
        return youden() <= 0 ? OptionalDouble.empty() : OptionalDouble.of(clip((judged + specificity - 1) / youden()));
    }

    /**
     * The interval of Lang and Reiczigel (Preventive Veterinary Medicine 113, 2014), which knows that Se and Sp are estimates.
     * With z of the confidence, n' = n + z², p' = (np + z²/2) / n', Se' and Sp' with one item of each kind added, and θ' the
     * rate of these: θ' + shift ± z · √(p'q'/n' + θ'²v₁ + (1 − θ')²v₀) / J', shift = 2z²(θ'v₁ − (1 − θ')v₀), where v₁ and v₀
     * are the variances of Se' and Sp'.
     *
     * @param confidence of the interval, between 0 and 1
     * @return the two-sided interval, clipped to 0 … 1
     * @throws IllegalStateException where the judge is no better than chance, J ≤ 0
     */
    public Interval langReiczigel(double confidence) {
        double z = NORMAL.inverseSurvivalProbability(Interval.tail(confidence, true));
        double estimate = estimate()
                .orElseThrow(() -> new IllegalStateException(
                        "a judge no better than chance can't be corrected: sensitivity %s, specificity %s"
                                .formatted(sensitivity, specificity)));
        double point = adjusted(z);
        double centre = point + shift(z);
        double half = z * adjustedError(z);
        return new Interval(
                "Rogan–Gladen, Lang–Reiczigel",
                estimate,
                clip(centre - half),
                clip(centre + half),
                size,
                confidence,
                true);
    }

    /** The standard error by the delta method, of the counts as they are. */
    double deltaError() {
        double theta = (judged + specificity - 1) / youden();
        double ofSensitivity = sensitivity * (1 - sensitivity) / humanPasses;
        double ofSpecificity = specificity * (1 - specificity) / humanFails;
        double variance = judged * (1 - judged) / size
                + theta * theta * ofSensitivity
                + (1 - theta) * (1 - theta) * ofSpecificity;
        return Math.sqrt(variance) / youden();
    }

    double adjusted(double z) {
        return (adjustedJudged(z) + adjustedSpecificity() - 1) / adjustedYouden();
    }

    double shift(double z) {
        double theta = adjusted(z);
        return 2 * z * z * (theta * varianceOfSensitivity() - (1 - theta) * varianceOfSpecificity());
    }

    double adjustedError(double z) {
        double theta = adjusted(z);
        double p = adjustedJudged(z);
        double variance = p * (1 - p) / (size + z * z)
                + theta * theta * varianceOfSensitivity()
                + (1 - theta) * (1 - theta) * varianceOfSpecificity();
        return Math.sqrt(variance) / adjustedYouden();
    }

    private double adjustedJudged(double z) {
        return (size * judged + z * z / 2) / (size + z * z);
    }

    private double adjustedSensitivity() {
        return (humanPasses * sensitivity + 1) / (humanPasses + 2.0);
    }

    private double adjustedSpecificity() {
        return (humanFails * specificity + 1) / (humanFails + 2.0);
    }

    private double adjustedYouden() {
        return adjustedSensitivity() + adjustedSpecificity() - 1;
    }

    private double varianceOfSensitivity() {
        return adjustedSensitivity() * (1 - adjustedSensitivity()) / (humanPasses + 2.0);
    }

    private double varianceOfSpecificity() {
        return adjustedSpecificity() * (1 - adjustedSpecificity()) / (humanFails + 2.0);
    }

    private static double clip(double rate) {
        return Math.max(0, Math.min(1, rate));
    }
}
