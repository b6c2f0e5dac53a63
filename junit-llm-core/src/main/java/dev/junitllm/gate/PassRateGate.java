package dev.junitllm.gate;

import dev.junitllm.run.GateDescription;
import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.Tally;
import dev.junitllm.run.Verdict;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.ScoreOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * At least so many cases must pass.
 *
 * @param demand the least share, and how surely
 * @param of the score whose bar counts, or empty for all of a case's bars
 * @param slice the part of the set to look at, or empty for all of it
 */
record PassRateGate(Demand demand, String of, String slice) implements CurtailableGate {

    /** A gate of the observed rate. */
    PassRateGate(double atLeast, String of) {
        this(Demand.observed(atLeast), of, "");
    }

    PassRateGate(Demand demand, String of) {
        this(demand, of, "");
    }

    double atLeast() {
        return demand.atLeast();
    }

    @Override
    public GateDescription describe() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        if (!of.isEmpty()) {
            attributes.put("of", of);
        }
        demand.describeIn(attributes);
        if (!slice.isEmpty()) {
            attributes.put("slice", slice);
        }
        return new GateDescription("PassRate", attributes);
    }

    @Override
    public Tally tally(RunSummary run) {
        return of.isEmpty() ? Tallies.byOutcome(run) : Tallies.byScore(run, of);
    }

    @Override
    public Answers answersFor() {
        return of.isEmpty() ? Answers.FOR_EVERY_BAR : Answers.forScore(of);
    }

    @Override
    public void check(List<PlannedScore> scores) {
        if (scores.stream().allMatch(score -> score.bar().recordOnly())) {
            throw new IllegalArgumentException(
                    "every score of the method is recordOnly, so no case can pass or fail: give one a bar (atLeast),"
                            + " or use @MeanScore");
        }
        String group = of.isEmpty() ? null : NamedScore.find(of, scores).group();
        if (group != null) {
            throw new IllegalArgumentException(
                    "of = \"%s\" is a score of group '%s', which has the bar: write of = \"%s\""
                            .formatted(of, group, group));
        }
        if (!of.isEmpty() && NamedScore.find(of, scores).bar().recordOnly()) {
            throw new IllegalArgumentException(
                    "of = \"%s\" is a score without a bar (recordOnly): give it one, or use @MeanScore".formatted(of));
        }
    }

    @Override
    public void check(PlannedRun planned) {
        demand.check(planned, 1);
    }

    /**
     * With a confidence and several samples of a case, one more pass may lower the bounds; of a slice it isn't known how many
     * cases there will be.
     */
    @Override
    public Optional<Settling> settled(int cases, int samplesPerCase) {
        if (!slice.isEmpty() || (demand.isSure() && samplesPerCase > 1)) {
            return Optional.empty();
        }
        return Optional.of(
                demand.isSure()
                        ? new SettledBounds(demand, cases, this::passed)
                        : new SettledMean(atLeast(), cases, samplesPerCase, this::passed));
    }

    @Override
    public Verdict decide(RunSummary run) {
        Tally tally = tally(run);
        Measured.Of rate = new Measured.Of(
                demand,
                this::outcome,
                this::passed,
                (means, asked) -> Intervals.rate(means, run.samplesPerCase(), asked));
        Measured measured = rate.in(run, Measured.Errors.LEFT_OUT);
        Verdict verdict = Verdict.of(
                        describe(),
                        measured.status(),
                        GateMessages.rate(tally, run, of, demand, measured)
                                + ErrorSensitivity.remark(tally, run, rate, measured.status())
                                + SliceName.remark(slice, run),
                        tally)
                .onlyWarning(demand.onlyWarns())
                .measured(measured.estimate())
                .decidedBy(deciding(run));
        return VerdictFigures.withDropOfRate(verdict, measured.means(), run.samplesPerCase(), demand);
    }

    List<SampleResult> deciding(RunSummary run) {
        return of.isEmpty() ? Deciding.misses(run) : Deciding.missesOf(run, of);
    }

    @Nullable
    Double passed(SampleResult sample) {
        return switch (outcome(sample)) {
            case PASSED, RECORDED -> 1.0;
            case FAILED -> 0.0;
            case ERROR, NOT_APPLICABLE -> null;
        };
    }

    @Nullable
    Double passedWithErrorsAsFailures(SampleResult sample) {
        return outcome(sample) == ScoreOutcome.ERROR ? Double.valueOf(0) : passed(sample);
    }

    private ScoreOutcome outcome(SampleResult sample) {
        return of.isEmpty() ? Tallies.outcome(sample) : sample.score(of).outcome();
    }
}
