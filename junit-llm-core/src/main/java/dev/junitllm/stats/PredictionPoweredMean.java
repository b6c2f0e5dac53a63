package dev.junitllm.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The mean of what people would say of all items, from people's scores of some and a judge's of all: λ times the judge's mean
 * of the unlabelled items, plus what people and λ times the judge differ by on the labelled (Angelopoulos, Duchi and Zrnic
 * 2023, <i>PPI++</i>, arXiv:2311.01453; with λ = 1 Angelopoulos et al., Science 382, 2023). Holds whatever the judge is worth,
 * where the labelled items are a random part of all. Immutable.
 */
public final class PredictionPoweredMean {

    private final double lambda;
    private final double estimate;
    private final double standardError;
    private final int labelled;
    private final Moments human;

    private PredictionPoweredMean(double[] human, double[] judge, double[] unlabelled, double lambda) {
        double[] rest = new double[human.length];
        Arrays.setAll(rest, i -> human[i] - lambda * judge[i]);
        Moments rests = Moments.of(rest);
        Moments others = Moments.of(unlabelled);
        this.lambda = lambda;
        this.labelled = human.length;
        this.human = Moments.of(human);
        this.estimate = lambda * others.mean() + rests.mean();
        double ofJudge = lambda * lambda * others.variance() / others.count();
        this.standardError = Math.sqrt(ofJudge + rests.variance() / rests.count());
    }

    /**
     * With the λ that makes it most precise: cov(Y, f) / ((1 + n/N) var f), clipped to 0 … 1, with the variance of the judge's
     * scores of all items. 0 where the judge gave everything the same score, which leaves the people's mean.
     *
     * @param human people's scores of the labelled items, at least two
     * @param judge the judge's scores of the same, in the same order
     * @param unlabelled the judge's scores of the unlabelled items, at least two
     * @return the mean
     * @throws IllegalArgumentException where there are too few items
     */
    public static PredictionPoweredMean tuned(double[] human, double[] judge, double[] unlabelled) {
        check(human, judge, unlabelled);
        double meanOfHuman = Moments.of(human).mean();
        double meanOfJudge = Moments.of(judge).mean();
        double covariance = 0;
        for (int i = 0; i < human.length; i++) {
            covariance += (human[i] - meanOfHuman) * (judge[i] - meanOfJudge) / (human.length - 1);
        }
        Moments all = Moments.of(DoubleStream.concat(Arrays.stream(judge), Arrays.stream(unlabelled))
                .toArray());
        double ratio = 1 + human.length / (double) unlabelled.length;
        double lambda = all.same() ? 0 : covariance / (ratio * all.variance());
        return new PredictionPoweredMean(human, judge, unlabelled, Math.max(0, Math.min(1, lambda)));
    }

    /**
     * With a λ given.
     *
     * @param human people's scores of the labelled items, at least two
     * @param judge the judge's scores of the same, in the same order
     * @param unlabelled the judge's scores of the unlabelled items, at least two
     * @param lambda how much the judge counts: 0 not at all, 1 as in the first paper
     * @return the mean
     * @throws IllegalArgumentException where there are too few items, or λ lies outside 0 … 1
     */
    public static PredictionPoweredMean of(double[] human, double[] judge, double[] unlabelled, double lambda) {
        check(human, judge, unlabelled);
        if (!(lambda >= 0 && lambda <= 1)) {
            throw new IllegalArgumentException("λ lies from 0 to 1, unlike " + lambda);
        }
        return new PredictionPoweredMean(human, judge, unlabelled, lambda);
    }

    /**
     * How much the judge counts.
     *
     * @return from 0 to 1
     */
    public double lambda() {
        return lambda;
    }

    /**
     * The mean.
     *
     * @return not clipped to the scale of the scores
     */
    public double estimate() {
        return estimate;
    }

    /**
     * Its standard error.
     *
     * @return at least 0
     */
    public double standardError() {
        return standardError;
    }

    /**
     * The mean of the people's scores alone.
     *
     * @return the mean that takes no notice of the judge
     */
    public double classical() {
        return human.mean();
    }

    /**
     * The standard error of the people's scores alone, by which to see what the judge was worth.
     *
     * @return at least 0
     */
    public double classicalError() {
        return human.standardError();
    }

    /**
     * The normal interval, which wants some thirty labelled items.
     *
     * @param confidence of the interval, between 0 and 1
     * @return the two-sided interval; its size is the number of labelled items
     */
    public Interval twoSided(double confidence) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(Interval.tail(confidence, true));
        return new Interval(
                "PPI++",
                estimate,
                estimate - z * standardError,
                estimate + z * standardError,
                labelled,
                confidence,
                true);
    }

    private static void check(double[] human, double[] judge, double[] unlabelled) {
        if (human.length < 2 || judge.length != human.length || unlabelled.length < 2) {
            throw new IllegalArgumentException(
                    "at least two labelled items with both scores, and two unlabelled, are needed, unlike %s, %s and %s"
                            .formatted(human.length, judge.length, unlabelled.length));
        }
    }
}
