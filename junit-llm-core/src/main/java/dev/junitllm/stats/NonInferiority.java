package dev.junitllm.stats;

/**
 * How the current run compares with a baseline, and whether it is shown to be no worse than by an allowed drop. Immutable.
 *
 * @param difference current less baseline, with one-sided bounds; its size is the number of pairs, or for unpaired runs an
 *     effective size
 * @param margin the allowed drop, at least 0
 * @param p how surprising so good a current run would be if the true drop were the margin
 * @param beyondMargin whether the observed drop exceeds the margin, compared without rounding
 */
public record NonInferiority(Interval difference, double margin, PValue p, boolean beyondMargin) {
    /**
     * Checks what it is made of.
     *
     * @param difference current less baseline, with one-sided bounds; its size is the number of pairs, or for unpaired runs
     *     an effective size
     * @param margin the allowed drop, at least 0
     * @param p how surprising so good a current run would be if the true drop were the margin
     * @param beyondMargin whether the observed drop exceeds the margin, compared without rounding
     */
    public NonInferiority {
        checkMargin(margin);
        if (difference.twoSided()) {
            throw new IllegalArgumentException("a comparison with a margin needs one-sided bounds");
        }
    }

    /**
     * The drop is shown to be less than the margin.
     *
     * @return true where the lower bound lies above −margin
     */
    public boolean shown() {
        return difference.lower() > -margin;
    }

    /**
     * The current run is shown to be worse than the baseline, be it by less than the margin.
     *
     * @return true where the upper bound lies below 0
     */
    public boolean worse() {
        return difference.upper() < 0;
    }

    static void checkMargin(double margin) {
        if (!(margin >= 0 && margin <= 1)) {
            throw new IllegalArgumentException("an allowed drop lies from 0 to 1, unlike " + margin);
        }
    }
}
