package dev.junitllm.stats;

import java.util.Arrays;
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
    private static final String HOEFFDING = "Hoeffding";

    private final int cases;
    private final double mean;
    private final double standardDeviation;

    private MeanInterval(double[] scores) {
        this.cases = scores.length;
        boolean same = Arrays.stream(scores).allMatch(score -> score == scores[0]);
        this.mean = same ? scores[0] : Arrays.stream(scores).sum() / cases;
        double squares = Arrays.stream(scores)
                .map(score -> (score - mean) * (score - mean))
                .sum();
        this.standardDeviation = cases == 1 ? Double.NaN : Math.sqrt(squares / (cases - 1));
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
        return cases;
    }

    /**
     * The mean.
     *
     * @return from 0 to 1
     */
    public double mean() {
        return mean;
    }

    /**
     * The standard deviation of the cases' scores, with n − 1 as the denominator.
     *
     * @return at least 0, or NaN where there is only one case
     */
    public double standardDeviation() {
        return standardDeviation;
    }

    /**
     * The standard error of the mean.
     *
     * @return at least 0, or NaN where there is only one case
     */
    public double standardError() {
        return standardDeviation / Math.sqrt(cases);
    }

    /**
     * A lower and an upper bound, each of which holds on its own.
     *
     * @param confidence of each bound, between 0 and 1
     * @return the bounds, or empty where there is only one case
     */
    public Optional<Interval> oneSided(double confidence) {
        return interval(confidence, false);
    }

    /**
     * An interval, whose bounds hold together.
     *
     * @param confidence of the interval, between 0 and 1
     * @return the interval, or empty where there is only one case
     */
    public Optional<Interval> twoSided(double confidence) {
        return interval(confidence, true);
    }

    private Optional<Interval> interval(double confidence, boolean twoSided) {
        double tail = Interval.tail(confidence, twoSided);
        if (cases < 2) {
            return Optional.empty();
        }
        boolean same = standardDeviation == 0;
        double half = same
                ? Math.sqrt(-Math.log(tail) / (2.0 * cases))
                : TDistribution.of(cases - 1).inverseSurvivalProbability(tail) * standardError();
        return Optional.of(new Interval(
                same ? HOEFFDING : STUDENT,
                mean,
                Math.max(0, mean - half),
                Math.min(1, mean + half),
                cases,
                confidence,
                twoSided));
    }
}
