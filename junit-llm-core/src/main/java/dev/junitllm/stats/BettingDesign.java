package dev.junitllm.stats;

/**
 * A test of the mean of scores from 0 to 1 that looks after every score and stops as soon as it is sure, by two
 * {@link BettingProcess}es: PASS where the evidence that the mean is above {@code bad} reaches 1/α, FAIL where the evidence
 * that it is below {@code good} reaches 1/β. A mean of {@code bad} or less passes at most as often as α, one of {@code good}
 * or more fails at most as often as β, at any stopping time. For passes and failures {@link SequentialDesign} takes fewer.
 * Immutable.
 *
 * @param bad the mean that may not pass, from 0 to 1
 * @param good the mean that may not fail, at least {@code bad}: the same where there is no target, and then it may take long
 * @param alpha how likely a mean of {@code bad} or less may pass, between 0 and 1
 * @param beta how likely a mean of {@code good} or more may fail, between 0 and 1
 * @param cap after how many scores the answer is INCONCLUSIVE, at least 1; {@link SequentialDesign#UNLIMITED} for never
 */
public record BettingDesign(double bad, double good, double alpha, double beta, int cap) {

    /**
     * Checks what it is made of.
     *
     * @param bad the mean that may not pass, from 0 to 1
     * @param good the mean that may not fail, at least {@code bad}
     * @param alpha how likely a mean of {@code bad} or less may pass, between 0 and 1
     * @param beta how likely a mean of {@code good} or more may fail, between 0 and 1
     * @param cap after how many scores the answer is INCONCLUSIVE, at least 1; {@link SequentialDesign#UNLIMITED} for never
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public BettingDesign {
        if (!(bad >= 0 && bad <= good && good <= 1)) {
            throw new IllegalArgumentException(
                    "the means lie from 0 to 1, and the bad not above the good, unlike %s and %s".formatted(bad, good));
        }
        if (!(alpha > 0 && beta > 0 && alpha + beta < 1)) {
            throw new IllegalArgumentException(
                    "the chances of errors lie above 0 and come to less than 1 together, unlike %s and %s"
                            .formatted(alpha, beta));
        }
        if (cap < 1) {
            throw new IllegalArgumentException("a test needs at least one score, unlike " + cap);
        }
    }

    /**
     * Before the first score, for scores that are drawn independently.
     *
     * @return the state
     */
    public BettingState begin() {
        return new BettingState(this, BettingProcess.above(bad), BettingProcess.below(good));
    }

    /**
     * Before the first score, for a suite of which each score is drawn once, in random order. After the last one the mean
     * is known, and PASS or FAIL certain.
     *
     * @param size how many scores there are, at least 1
     * @return the state
     * @throws IllegalArgumentException where the size lies outside
     */
    public BettingState beginWithoutReplacement(int size) {
        return new BettingState(
                this,
                BettingProcess.above(bad).withoutReplacement(size),
                BettingProcess.below(good).withoutReplacement(size));
    }
}
