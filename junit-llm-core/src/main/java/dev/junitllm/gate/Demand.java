package dev.junitllm.gate;

import dev.junitllm.run.Bounds;
import dev.junitllm.run.Estimate;
import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.stats.RateFeasibility;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a gate asks of a rate or a mean: that it is high enough, and how surely. Without a confidence the observed value
 * decides, compared exactly; with one it is the value's one-sided bounds.
 *
 * @param atLeast the bar, above 0
 * @param confidence at least 0.5, below 1; NaN where the observed value decides
 * @param inconclusive what an INCONCLUSIVE does to the build
 */
record Demand(double atLeast, double confidence, Inconclusive inconclusive) {

    private static final double LEAST_CONFIDENCE = 0.5;

    /** The attributes as they stand on an annotation. */
    static Demand of(double atLeast, double confidence, Inconclusive inconclusive) {
        Shares.aboveZero("atLeast", atLeast);
        if (!Double.isNaN(confidence) && !(confidence >= LEAST_CONFIDENCE && confidence < 1)) {
            throw new IllegalArgumentException(
                    "confidence = %s: it must be at least 0.5 and lie below 1, such as 0.95".formatted(confidence));
        }
        if (Double.isNaN(confidence) && inconclusive != Inconclusive.FAIL) {
            throw new IllegalArgumentException(
                    "inconclusive = %s needs a confidence, such as 0.95: without one no verdict is INCONCLUSIVE"
                            .formatted(inconclusive));
        }
        return new Demand(atLeast, confidence, inconclusive);
    }

    static Demand observed(double atLeast) {
        return new Demand(atLeast, Double.NaN, Inconclusive.FAIL);
    }

    boolean isSure() {
        return !Double.isNaN(confidence);
    }

    boolean onlyWarns() {
        return inconclusive == Inconclusive.WARN;
    }

    void describeIn(Map<String, Object> attributes) {
        attributes.put("atLeast", atLeast);
        if (isSure()) {
            attributes.put("confidence", confidence);
        }
        if (inconclusive != Inconclusive.FAIL) {
            attributes.put("inconclusive", inconclusive);
        }
    }

    /**
     * Checks that a run in which everything passes would do. A gate that only warns may have been put there knowing that
     * it can't pass: it still fails what is clearly too low.
     *
     * @param fewest how many cases there must be whatever the bar
     * @throws IllegalArgumentException naming how many cases are needed
     */
    void check(PlannedRun planned, long fewest) {
        if (!isSure() || onlyWarns()) {
            return;
        }
        if (planned.cases() >= fewest && RateFeasibility.bestLower(planned.cases(), confidence) >= atLeast) {
            return;
        }
        OptionalLong needed = RateFeasibility.fewestCases(atLeast, confidence);
        throw new IllegalArgumentException(
                needed.isPresent()
                        ? GateMessages.tooFewCases(planned, this, Math.max(fewest, needed.getAsLong()))
                        : GateMessages.neverSure(this));
    }

    VerdictStatus status(CaseMeans means, Estimate estimate) {
        if (!isSure()) {
            return means.reach(atLeast) ? VerdictStatus.PASS : VerdictStatus.FAIL;
        }
        Bounds bounds = estimate.bounds();
        if (bounds == null) {
            return VerdictStatus.INCONCLUSIVE;
        }
        if (bounds.lower() >= atLeast) {
            return VerdictStatus.PASS;
        }
        return bounds.upper() < atLeast ? VerdictStatus.FAIL : VerdictStatus.INCONCLUSIVE;
    }
}
