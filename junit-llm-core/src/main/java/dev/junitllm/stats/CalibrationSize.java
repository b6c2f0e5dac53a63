package dev.junitllm.stats;

import java.util.Optional;

/**
 * How many outputs must be labelled by people, so that a pass rate that a judge found is known to within some width after it
 * is corrected for the judge's own mistakes (Rogan and Gladen, American Journal of Epidemiology 107, 1978). The variance of the
 * corrected rate θ is about
 *
 * <p>[p(1 − p)/n + θ²·Se(1 − Se)/m₁ + (1 − θ)²·Sp(1 − Sp)/m₀] / (Se + Sp − 1)²,
 *
 * <p>with p = θ·Se + (1 − θ)(1 − Sp) what the judge passes; m₁ good and m₀ bad outputs are shared out so that their sum is
 * the smallest. Immutable.
 *
 * @param judge the judge's rates
 * @param rate θ, the true pass rate one reckons with
 * @param outputs n, how many outputs the judge sees
 * @param halfWidth how far the corrected rate may be off in either direction
 * @param confidence how surely
 * @param good m₁, how many good outputs must be labelled
 * @param bad m₀, how many bad ones
 */
public record CalibrationSize(
        JudgeRates judge, double rate, long outputs, double halfWidth, double confidence, long good, long bad) {

    /**
     * How often a judge is right.
     *
     * @param sensitivity Se, how often it passes a good output, up to 1
     * @param specificity Sp, how often it fails a bad output, up to 1; more than 1 together with the sensitivity
     */
    public record JudgeRates(double sensitivity, double specificity) {

        /**
         * Checks what it is made of.
         *
         * @param sensitivity Se, how often it passes a good output, up to 1
         * @param specificity Sp, how often it fails a bad output, up to 1
         * @throws IllegalArgumentException where a rate lies outside, or the judge is no better than a coin
         */
        public JudgeRates {
            if (!(sensitivity <= 1 && specificity <= 1 && sensitivity + specificity > 1)) {
                throw new IllegalArgumentException(
                        "a judge that passes %s of the good and fails %s of the bad can't be corrected: together they must come to more than 1"
                                .formatted(sensitivity, specificity));
            }
        }

        private double youden() {
            return sensitivity + specificity - 1;
        }
    }

    /**
     * Made by {@link #smallest}.
     *
     * @param judge the judge's rates
     * @param rate θ, the true pass rate one reckons with
     * @param outputs n, how many outputs the judge sees
     * @param halfWidth how far the corrected rate may be off in either direction
     * @param confidence how surely
     * @param good m₁, how many good outputs must be labelled
     * @param bad m₀, how many bad ones
     */
    public CalibrationSize {}

    /**
     * The smallest set.
     *
     * @param judge the judge's rates, as far as one knows them
     * @param rate θ, the true pass rate one reckons with, from 0 to 1
     * @param outputs n, how many outputs the judge sees, at least 1
     * @param halfWidth how far the corrected rate may be off in either direction, between 0 and 1
     * @param confidence how surely, between 0 and 1
     * @return the set, with at least one output of each kind; empty where no set is large enough for so few outputs
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static Optional<CalibrationSize> smallest(
            JudgeRates judge, double rate, long outputs, double halfWidth, double confidence) {
        new PlanInputs().count("outputs", outputs).open("half width", halfWidth);
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("a rate lies from 0 to 1, unlike " + rate);
        }
        double unit = halfWidth / PlanInputs.z(Interval.tail(confidence, true)) * judge.youden();
        double left = unit * unit - ofOutputs(judge, rate, outputs);
        if (left <= 0) {
            return Optional.empty();
        }
        double ofGood = rate * deviation(judge.sensitivity());
        double ofBad = (1 - rate) * deviation(judge.specificity());
        return Optional.of(new CalibrationSize(
                judge,
                rate,
                outputs,
                halfWidth,
                confidence,
                size(ofGood * (ofGood + ofBad) / left),
                size(ofBad * (ofGood + ofBad) / left)));
    }

    /**
     * The standard error that the corrected rate then has.
     *
     * @return above 0, or 0 for a judge that is never wrong about outputs that are all alike
     */
    public double standardError() {
        double ofGood = rate * deviation(judge.sensitivity());
        double ofBad = (1 - rate) * deviation(judge.specificity());
        return Math.sqrt(ofOutputs(judge, rate, outputs) + ofGood * ofGood / good + ofBad * ofBad / bad)
                / judge.youden();
    }

    private static double ofOutputs(JudgeRates judge, double rate, long outputs) {
        double passed = rate * judge.sensitivity() + (1 - rate) * (1 - judge.specificity());
        return passed * (1 - passed) / outputs;
    }

    private static double deviation(double rate) {
        return Math.sqrt(rate * (1 - rate));
    }

    private static long size(double unrounded) {
        return Math.max(1, (long) Math.ceil(unrounded));
    }
}
