package dev.junitllm.gate;

import dev.junitllm.run.Estimate;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.Tally;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.stats.BetaBinomialSequence;
import dev.junitllm.stats.Interval;
import dev.junitllm.stats.SequentialDesign;
import dev.junitllm.stats.SequentialState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * At least so many cases must pass, asked again after every sample until it is sure. What passes is what passes to a gate
 * of the observed rate; errors are no samples to it.
 *
 * @param observed the same gate of the observed rate
 * @param target the rate a good application has, above the least share
 * @param confidence 1 less the chance of a wrong verdict, either way
 * @param inconclusive what an INCONCLUSIVE does to the build
 */
record SequentialPassRateGate(PassRateGate observed, double target, double confidence, Inconclusive inconclusive)
        implements StoppingGate {

    private static final double LEAST_CONFIDENCE = 0.5;

    /** Of the interval that is shown, as of all others. */
    private static final double CONFIDENCE = 0.95;

    /** Checks the attributes as they stand on the annotation. */
    static SequentialPassRateGate of(
            PassRateGate observed, double target, double confidence, Inconclusive inconclusive) {
        if (!(target > observed.atLeast() && target <= 1)) {
            throw new IllegalArgumentException(
                    "target = %s: it must lie above atLeast = %s and be at most 1, since it is the rate that a good application has"
                            .formatted(target, observed.atLeast()));
        }
        if (Double.isNaN(confidence)) {
            throw new IllegalArgumentException("target = %s needs confidence, such as 0.95".formatted(target));
        }
        if (!(confidence > LEAST_CONFIDENCE && confidence < 1)) {
            throw new IllegalArgumentException(
                    "confidence = %s: it must lie above 0.5 and below 1".formatted(confidence));
        }
        return new SequentialPassRateGate(observed, target, confidence, inconclusive);
    }

    @Override
    public GateDescription describe() {
        Map<String, Object> attributes = new LinkedHashMap<>(observed.describe().attributes());
        attributes.put("target", target);
        attributes.put("confidence", confidence);
        if (inconclusive != Inconclusive.FAIL) {
            attributes.put("inconclusive", inconclusive);
        }
        return new GateDescription(observed.describe().name(), attributes);
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
        int fewest = design().fewestToPass();
        if (fewest > (long) planned.cases() * planned.samplesPerCase()) {
            throw new IllegalArgumentException(SequentialMessages.neverSure(planned, fewest));
        }
    }

    @Override
    public Watch watch() {
        return new RateWatch(observed, SequentialState.begin(design()), false);
    }

    @Override
    public Verdict decide(RunSummary run) {
        RateWatch watch = replayed(run, false);
        VerdictStatus status = watch.known().orElse(VerdictStatus.INCONCLUSIVE);
        Tally tally = tally(run);
        Estimate estimate = estimate(tally);
        String reason = SequentialMessages.rate(run, tally, observed.of(), estimate, watch.state(), status);
        if (status == VerdictStatus.PASS && tally.errors() > 0) {
            VerdictStatus worst = replayed(run, true).known().orElse(VerdictStatus.INCONCLUSIVE);
            reason += SequentialMessages.afterErrors(tally.errors(), worst);
        }
        return Verdict.of(describe(), status, reason, tally)
                .measured(estimate)
                .onlyWarning(inconclusive == Inconclusive.WARN)
                .decidedBy(observed.deciding(run));
    }

    /** Goes through the run as it went: once sure, it stays so. */
    private RateWatch replayed(RunSummary run, boolean errorsFail) {
        RateWatch watch = new RateWatch(observed, SequentialState.begin(design()), errorsFail);
        run.inPlannedOrder().forEach(watch::add);
        return watch;
    }

    /** An interval for a fixed number of samples wouldn't hold: the number depends on what came back. */
    private Estimate estimate(Tally tally) {
        Interval interval = BetaBinomialSequence.after(tally.passed(), tally.failed(), CONFIDENCE);
        double rate = (double) tally.passed() / tally.scored();
        return Estimate.between(rate, interval.lower(), interval.upper(), interval.method());
    }

    private SequentialDesign design() {
        return SequentialDesign.strict(observed.atLeast(), target, confidence, SequentialDesign.UNLIMITED);
    }

    /** The test under way. */
    private static final class RateWatch implements Watch {

        private final PassRateGate observed;
        private final boolean errorsFail;
        private SequentialState state;

        RateWatch(PassRateGate observed, SequentialState state, boolean errorsFail) {
            this.observed = observed;
            this.state = state;
            this.errorsFail = errorsFail;
        }

        @Override
        public void add(SampleResult sample) {
            Double passed = errorsFail ? observed.passedWithErrorsAsFailures(sample) : observed.passed(sample);
            if (passed != null) {
                state = state.add(passed == 1);
            }
        }

        @Override
        public Optional<VerdictStatus> known() {
            return switch (state.decision()) {
                case PASS -> Optional.of(VerdictStatus.PASS);
                case FAIL -> Optional.of(VerdictStatus.FAIL);
                case CONTINUE, INCONCLUSIVE -> Optional.empty();
            };
        }

        SequentialState state() {
            return state;
        }
    }
}
