package dev.junitllm.stats;

/**
 * A way to bound the mean of scores from 0 to 1 that holds for any number of cases and any distribution. Used where there
 * are too few cases, or too little difference between them, for Student's t and the bootstrap.
 */
@FunctionalInterface
public interface BoundedMean {

    /**
     * A lower and an upper bound, each of which holds on its own.
     *
     * @param scores the score of each case, from 0 to 1; at least one
     * @param confidence of each bound, between 0 and 1
     * @return the bounds
     */
    Interval oneSided(double[] scores, double confidence);

    /**
     * Hoeffding's (Journal of the American Statistical Association 58, 1963): the mean plus and minus √(ln(1/α) / 2C). It
     * looks at nothing but the mean and is wide.
     *
     * @return the bound
     */
    static BoundedMean hoeffding() {
        return (scores, confidence) -> Hoeffding.interval(Moments.of(scores), confidence, false);
    }

    /**
     * That of {@link BettingBounds}, which looks at all scores and is narrower the less they differ.
     *
     * @return the bound
     */
    static BoundedMean betting() {
        return (scores, confidence) -> BettingBounds.of(scores).oneSided(confidence);
    }
}
