package dev.junitllm.gate;

import dev.junitllm.run.Estimate;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Tally;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.stats.MeanInterval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * pass@k or pass^k must be high enough. What passes is what passes to a gate of the observed rate.
 *
 * @param which of the two
 * @param k of how many samples
 * @param observed a gate of the observed rate, with the same bar
 */
record OfKGate(OfK which, int k, PassRateGate observed) implements Gate {

    private static final double CONFIDENCE = 0.95;

    static OfKGate of(OfK which, int k, double atLeast, String of) {
        if (k < 1) {
            throw new IllegalArgumentException("k = %s: it must be at least 1".formatted(k));
        }
        return new OfKGate(which, k, new PassRateGate(Demand.of(atLeast, Double.NaN, Inconclusive.FAIL), of));
    }

    @Override
    public GateDescription describe() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("k", k);
        attributes.putAll(observed.describe().attributes());
        return new GateDescription(which.annotation(), attributes);
    }

    @Override
    public Tally tally(RunSummary run) {
        return observed.tally(run);
    }

    @Override
    public Answers answersFor() {
        return observed.answersFor();
    }

    @Override
    public void check(List<PlannedScore> scores) {
        observed.check(scores);
    }

    @Override
    public void check(PlannedRun planned) {
        if (planned.samplesPerCase() < k) {
            throw new IllegalArgumentException(
                    "k = %s needs at least %s samples of each case, and there %s: write @Samples(%s) or more"
                            .formatted(
                                    k,
                                    k,
                                    planned.samplesPerCase() == 1 ? "is 1" : "are " + planned.samplesPerCase(),
                                    k));
        }
    }

    @Override
    public Verdict decide(RunSummary run) {
        Tally tally = tally(run);
        SharesOfK shares = SharesOfK.of(run, which, k, observed::passed);
        if (shares.shares().isEmpty()) {
            return Verdict.of(describe(), VerdictStatus.ERROR, OfKMessages.noCaseHasEnough(k), tally);
        }
        Estimate estimate = estimate(shares);
        boolean reached = shares.reach(observed.atLeast());
        String reason = OfKMessages.mean(which, shares, tally, observed, estimate, reached);
        if (reached && tally.errors() > 0) {
            SharesOfK worst = SharesOfK.of(run, which, k, observed::passedWithErrorsAsFailures);
            reason += OfKMessages.afterErrors(tally.errors(), worst, observed.atLeast());
        }
        return Verdict.of(describe(), reached ? VerdictStatus.PASS : VerdictStatus.FAIL, reason, tally)
                .measured(estimate)
                .decidedBy(observed.deciding(run))
                .naming(OfKMessages.flaky(SampledCases.of(run, observed::passed)));
    }

    private static Estimate estimate(SharesOfK shares) {
        return MeanInterval.of(shares.perCase())
                .twoSided(CONFIDENCE)
                .map(interval -> Estimate.between(shares.mean(), interval.lower(), interval.upper(), interval.method()))
                .orElseGet(() -> Estimate.of(shares.mean()));
    }
}
