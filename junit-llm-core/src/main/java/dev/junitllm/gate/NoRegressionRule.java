package dev.junitllm.gate;

import dev.junitllm.run.VerdictStatus;

/**
 * What is allowed.
 *
 * @param maxDrop the largest drop
 * @param confidence of each bound of the change
 * @param allowMissing whether cases may be gone
 * @param recorded whether the golden set is meant to be as it is, since its run is recorded
 * @param ofMeans whether means of a score are compared, rather than pass rates
 */
record NoRegressionRule(double maxDrop, double confidence, boolean allowMissing, boolean recorded, boolean ofMeans) {

    static final double USUAL_CONFIDENCE = 0.95;
    static final double USUAL_DROP_OF_A_RATE = 0.05;
    static final double USUAL_DROP_OF_A_MEAN = 0.03;

    /** Non-inferiority first: a drop that is proved, and proved to be within what is allowed, passes. */
    VerdictStatus decide(BaselinePairs pairs, PairedChange change) {
        if (pairs.losesCoverage() && !allowMissing && !recorded) {
            return VerdictStatus.FAIL;
        }
        if (change.comparison().shown()) {
            return VerdictStatus.PASS;
        }
        return change.comparison().worse() || change.comparison().beyondMargin()
                ? VerdictStatus.FAIL
                : VerdictStatus.INCONCLUSIVE;
    }
}
