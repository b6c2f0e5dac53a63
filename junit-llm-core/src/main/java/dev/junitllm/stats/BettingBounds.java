package dev.junitllm.stats;

import java.util.Arrays;

/**
 * Bounds of the mean of scores from 0 to 1 that hold for any number of cases and whatever the scores are like, and also
 * where one stopped because of what one saw: all means that a {@link BettingProcess} against them has not refuted
 * (Waudby-Smith and Ramdas 2024). For few cases, and after early stopping, where Student's t doesn't hold. Somewhat wider
 * than t. Immutable.
 *
 * <p>Bounds are multiples of 10⁻⁴, and rounded outwards: the wealth falls as the mean rises that is bet against, so that the
 * lower bound is the largest refuted one.
 */
public final class BettingBounds {

    private static final int GRID = 10_000;

    private final double[] scores;

    private BettingBounds(double[] scores) {
        this.scores = scores;
    }

    /**
     * Of some scores.
     *
     * @param scores from 0 to 1 each, one of each case; at least one
     * @return the bounds
     * @throws IllegalArgumentException where there is none, or one lies outside
     */
    public static BettingBounds of(double... scores) {
        if (scores.length == 0) {
            throw new IllegalArgumentException("a mean needs at least one score");
        }
        Arrays.stream(scores).forEach(BettingProcess::checkScore);
        return new BettingBounds(scores.clone());
    }

    /**
     * A lower and an upper bound, each of which holds on its own.
     *
     * @param confidence of each bound, between 0 and 1
     * @return the bounds
     */
    public Interval oneSided(double confidence) {
        return interval(confidence, false);
    }

    /**
     * An interval, whose bounds hold together.
     *
     * @param confidence of the interval, between 0 and 1
     * @return the interval
     */
    public Interval twoSided(double confidence) {
        return interval(confidence, true);
    }

    private Interval interval(double confidence, boolean twoSided) {
        double needed = -Math.log(Interval.tail(confidence, twoSided));
        double[] mirrored = Arrays.stream(scores).map(score -> 1 - score).toArray();
        return new Interval(
                BettingProcess.METHOD,
                Arrays.stream(scores).sum() / scores.length,
                largestRefuted(scores, needed) / (double) GRID,
                (GRID - largestRefuted(mirrored, needed)) / (double) GRID,
                scores.length,
                confidence,
                twoSided);
    }

    /** As a multiple of the grid; 0 where none is, as no mean lies below it. */
    private static int largestRefuted(double[] scores, double needed) {
        int refuted = 0;
        int held = GRID;
        while (held - refuted > 1) {
            int middle = (refuted + held) >>> 1;
            if (logWealth(scores, middle / (double) GRID) >= needed) {
                refuted = middle;
            } else {
                held = middle;
            }
        }
        return refuted;
    }

    private static double logWealth(double[] scores, double mean) {
        double[] logs = new double[BettingProcess.STAKES];
        for (int d = 1; d <= logs.length; d++) {
            for (double score : scores) {
                logs[d - 1] += BettingProcess.logFactor(score, mean, d);
            }
        }
        return BettingProcess.logMean(logs);
    }
}
