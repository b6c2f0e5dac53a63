package dev.junitllm.stats;

import java.math.BigDecimal;

/**
 * A test of a pass rate that looks after every sample, or every batch of samples, and stops as soon as it is sure: the
 * sequential probability ratio test of Wald (Annals of Mathematical Statistics 16, 1945). It weighs the rate {@code bad}
 * against the rate {@code good} by the likelihood ratio
 *
 * <p>R = (good/bad)^passes · ((1 − good)/(1 − bad))^failures
 *
 * <p>and says PASS where R is at least the upper boundary, FAIL where 1/R is at least the lower one. R is an e-process against
 * "the rate is at most {@code bad}", 1/R one against "it is at least {@code good}": with {@link SequentialBoundary#STRICT} a
 * wrong PASS is at most as likely as {@code alpha}, a wrong FAIL as {@code beta}, at any stopping time, running out of samples
 * included. In between either answer may come. Samples must be independent, or come from random orders of all cases; never
 * all samples of one case first. Immutable.
 *
 * @param bad the rate that may not pass, above 0
 * @param good the rate that may not fail, above {@code bad} and at most 1; with 1 a single failure decides
 * @param alpha how likely a rate of {@code bad} or less may pass, between 0 and 1
 * @param beta how likely a rate of {@code good} or more may fail, between 0 and 1
 * @param boundary how far the evidence must go
 * @param cap after how many samples the answer is INCONCLUSIVE, at least 1; {@link #UNLIMITED} for never
 */
public record SequentialDesign(
        double bad, double good, double alpha, double beta, SequentialBoundary boundary, int cap) {

    /** No limit to the samples. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** The method's name, for reports. */
    public static final String METHOD = "sequential likelihood ratio";

    /** A ratio that is a boundary but for rounding has reached it. */
    private static final double ROUNDING = 1e-12;

    /**
     * Checks what it is made of.
     *
     * @param bad the rate that may not pass, above 0
     * @param good the rate that may not fail, above {@code bad} and at most 1; with 1 a single failure decides
     * @param alpha how likely a rate of {@code bad} or less may pass, between 0 and 1
     * @param beta how likely a rate of {@code good} or more may fail, between 0 and 1
     * @param boundary how far the evidence must go
     * @param cap after how many samples the answer is INCONCLUSIVE, at least 1; {@link #UNLIMITED} for never
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public SequentialDesign {
        if (!(bad > 0 && bad < good && good <= 1)) {
            throw new IllegalArgumentException(
                    "the rates lie above 0, up to 1, and the bad below the good, unlike %s and %s"
                            .formatted(bad, good));
        }
        if (!(alpha > 0 && beta > 0 && alpha + beta < 1)) {
            throw new IllegalArgumentException(
                    "the chances of errors lie above 0 and come to less than 1 together, unlike %s and %s"
                            .formatted(alpha, beta));
        }
        if (cap < 1) {
            throw new IllegalArgumentException("a test needs at least one sample, unlike " + cap);
        }
    }

    /**
     * A strict design with the same confidence on both sides.
     *
     * @param bad the rate that may not pass, above 0
     * @param good the rate that may not fail, above {@code bad} and at most 1
     * @param confidence 1 less the chance of either error, above 0.5 and below 1
     * @param cap after how many samples the answer is INCONCLUSIVE, at least 1; {@link #UNLIMITED} for never
     * @return the design
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static SequentialDesign strict(double bad, double good, double confidence, int cap) {
        Interval.checkConfidence(confidence);
        // 1 - 0.95 as people mean it, not as doubles have it
        double error = BigDecimal.ONE.subtract(BigDecimal.valueOf(confidence)).doubleValue();
        return new SequentialDesign(bad, good, error, error, SequentialBoundary.STRICT, cap);
    }

    /**
     * What so many results say.
     *
     * @param passes how many samples passed, at least 0
     * @param failures how many failed, at least 0
     * @return the decision, as if it had not been asked before
     */
    public SequentialDecision decide(int passes, int failures) {
        double ratio = logRatio(passes, failures);
        if (ratio >= upper() - ROUNDING) {
            return SequentialDecision.PASS;
        }
        if (ratio <= lower() + ROUNDING) {
            return SequentialDecision.FAIL;
        }
        return (long) passes + failures >= cap ? SequentialDecision.INCONCLUSIVE : SequentialDecision.CONTINUE;
    }

    /**
     * The evidence for the good rate against the bad, as a logarithm.
     *
     * @param passes how many samples passed, at least 0
     * @param failures how many failed, at least 0
     * @return ln R: above 0 for the good rate, below 0 for the bad; negative infinity once a rate of 1 is refuted
     */
    public double logRatio(int passes, int failures) {
        if (passes < 0 || failures < 0) {
            throw new IllegalArgumentException("counts are at least 0, unlike %s and %s".formatted(passes, failures));
        }
        return passes * logOfPass() + (failures == 0 ? 0 : failures * logOfFailure());
    }

    /**
     * What one pass adds to {@link #logRatio}.
     *
     * @return above 0
     */
    public double logOfPass() {
        return Math.log(good / bad);
    }

    /**
     * What one failure adds to {@link #logRatio}.
     *
     * @return below 0; negative infinity where {@code good} is 1
     */
    public double logOfFailure() {
        return Math.log((1 - good) / (1 - bad));
    }

    /**
     * Where {@link #logRatio} says PASS.
     *
     * @return above 0
     */
    public double upper() {
        return boundary.logarithm(alpha, beta);
    }

    /**
     * Where {@link #logRatio} says FAIL.
     *
     * @return below 0
     */
    public double lower() {
        return -boundary.logarithm(beta, alpha);
    }

    /**
     * After how many samples, all of which pass, it says PASS.
     *
     * @return at least 1; more than {@code cap} where the design can't pass at all
     */
    public int fewestToPass() {
        return (int) Math.ceil((upper() - ROUNDING) / logOfPass());
    }

    /**
     * After how many samples, all of which fail, it says FAIL.
     *
     * @return at least 1
     */
    public int fewestToFail() {
        return (int) Math.max(1, Math.ceil((lower() + ROUNDING) / logOfFailure()));
    }
}
