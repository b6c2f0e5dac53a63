package dev.junitllm.stats;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of scores from 0 to 1, one for each case, and Student's t interval of it (Biometrika 6, 1908) with as many
 * degrees of freedom as there are cases less one, clipped to 0 … 1. Where a case was sampled several times its score is the
 * mean of them: with equally many samples of each that is the clustered interval (CR1). Immutable.
 *
 * <p>Where all scores are equal, t would give an interval of no width, however few they are. The bounds are then those of
 * Hoeffding (Journal of the American Statistical Association 58, 1963): the mean plus and minus √(ln(1/tail) / 2C).
 */
public final class MeanInterval {

    private static final String STUDENT = "Student t";

    private final double[] scores;
    private final Moments moments;

    private MeanInterval(double[] scores) {
        this.scores = scores;
        this.moments = Moments.of(scores);
    }

    /**
     * The mean of some scores.
     *
     * @param scores the score of each case, from 0 to 1; at least one
     * @return the mean
     * @throws IllegalArgumentException where there is none, or one lies outside
     */
    public static MeanInterval of(double... scores) {
        if (scores.length == 0) {
            throw new IllegalArgumentException("a mean needs at least one score");
        }
        for (double score : scores) {
            if (!(score >= 0 && score <= 1)) {
                throw new IllegalArgumentException("a score lies from 0 to 1, unlike " + score);
            }
        }
        return new MeanInterval(scores.clone());
    }

    /**
     * The number of cases.
     *
     * @return at least 1
     */
    public int cases() {
        return moments.count();
    }

    /**
     * The mean.
     *
     * @return from 0 to 1
     */
    public double mean() {
        return moments.mean();
    }

    /**
     * The standard deviation of the cases' scores, with n − 1 as the denominator.
     *
     * @return at least 0, or NaN where there is only one case
     */
    public double standardDeviation() {
        return moments.standardDeviation();
    }

    /**
     * The standard error of the mean.
     *
     * @return at least 0, or NaN where there is only one case
     */
    public double standardError() {
        return moments.standardError();
    }

    /**
     * The skewness of the cases' scores: the third moment about the mean over the second to the power of 1.5.
     *
     * @return negative where a few cases are much worse than the rest; 0 where all are equal
     */
    public double skewness() {
        return moments.skewness();
    }

    /**
     * A lower and an upper bound, each of which holds on its own, by Student's t.
     *
     * @param confidence of each bound, between 0 and 1
     * @return the bounds, or empty where there is only one case
     */
    public Optional<Interval> oneSided(double confidence) {
        return interval(confidence, false);
    }

    /**
     * An interval, whose bounds hold together, by Student's t.
     *
     * @param confidence of the interval, between 0 and 1
     * @return the interval, or empty where there is only one case
     */
    public Optional<Interval> twoSided(double confidence) {
        return interval(confidence, true);
    }

    /**
     * What a gate may rely on: one-sided bounds by the method that fits the scores.
     *
     * <ul>
     *   <li>fewer than 10 cases, or all scores equal: {@code few}, which holds for any number of cases; where all are 1 the
     *       root that Clopper and Pearson's bound has, and where all are 0 its mirror
     *   <li>fewer than 15 cases, or a skewness beyond −1 … 1: the bootstrap {@link BcaMean}
     *   <li>else Student's t
     * </ul>
     *
     * <p>As for {@link ClusteredRate#demonstrated}, no run shows more than one of as many cases that all score 1, whatever
     * the method: else 20 cases of about 0.99 could show more than 20 of 1.
     *
     * @param confidence of each bound, between 0 and 1
     * @param seed of the bootstrap
     * @param few the bound for few cases
     * @return the bounds, or empty where there is only one case
     */
    public Optional<Interval> demonstrated(double confidence, long seed, BoundedMean few) {
        Interval.checkConfidence(confidence);
        if (moments.count() < 2) {
            return Optional.empty();
        }
        Interval bounds = chosen(confidence, seed, few);
        return Optional.of(new Interval(
                bounds.method(),
                moments.mean(),
                Math.max(0, Math.min(bounds.lower(), RateFeasibility.bestLower(moments.count(), confidence))),
                Math.min(1, Math.max(bounds.upper(), RateFeasibility.worstUpper(moments.count(), confidence))),
                moments.count(),
                confidence,
                false));
    }

    private Interval chosen(double confidence, long seed, BoundedMean few) {
        if (moments.same() && (moments.mean() == 0 || moments.mean() == 1)) {
            long ones = moments.mean() == 1 ? moments.count() : 0;
            return BinomialInterval.CLOPPER_PEARSON.oneSided(ones, moments.count(), confidence);
        }
        if (moments.needsBoundForAnySize() || moments.same()) {
            return few.oneSided(scores.clone(), confidence);
        }
        return moments.needsBootstrap()
                ? BcaMean.of(scores, seed).orElseThrow().oneSided(confidence)
                : interval(confidence, false).orElseThrow();
    }

    private Optional<Interval> interval(double confidence, boolean twoSided) {
        double tail = Interval.tail(confidence, twoSided);
        if (moments.count() < 2) {
            return Optional.empty();
        }
        if (moments.same()) {
            return Optional.of(Hoeffding.interval(moments, confidence, twoSided));
        }
        double half = TDistribution.of(moments.count() - 1).inverseSurvivalProbability(tail) * moments.standardError();
        return Optional.of(new Interval(
                STUDENT,
                moments.mean(),
                Math.max(0, moments.mean() - half),
                Math.min(1, moments.mean() + half),
                moments.count(),
                confidence,
                twoSided));
    }
}
