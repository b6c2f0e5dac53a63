package dev.junitllm.gate;

import dev.junitllm.run.GateDescription;
import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.Tally;
import dev.junitllm.run.Verdict;
import dev.junitllm.score.PlannedScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mean of one score must be high enough.
 *
 * @param of the score
 * @param demand the least mean, and how surely
 * @param slice the part of the set to look at, or empty for all of it
 */
record MeanScoreGate(String of, Demand demand, String slice) implements CurtailedGate {

    /** A gate of the observed mean. */
    MeanScoreGate(String of, double atLeast) {
        this(of, Demand.observed(atLeast), "");
    }

    MeanScoreGate(String of, Demand demand) {
        this(of, demand, "");
    }

    @Override
    public GateDescription describe() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("of", of);
        demand.describeIn(attributes);
        if (!slice.isEmpty()) {
            attributes.put("slice", slice);
        }
        return new GateDescription("MeanScore", attributes);
    }

    @Override
    public Tally tally(RunSummary run) {
        return Tallies.byScore(run, of);
    }

    @Override
    public Answers answersFor() {
        return Answers.forScore(of);
    }

    @Override
    public void check(List<PlannedScore> scores) {
        if (NamedScore.find(of, scores).aggregation() != null) {
            throw new IllegalArgumentException(
                    "of = \"%s\" is a score that adds up over the set to other figures than its mean: use @SetScore"
                            .formatted(of));
        }
    }

    @Override
    public void check(PlannedRun planned) {
        demand.check(planned, 2); // one score has no spread
    }

    @Override
    public Optional<StoppingGate.Watch> watch(PlannedRun planned) {
        return slice.isEmpty() ? CurtailedMean.of(demand, planned, this::value).map(mean -> mean) : Optional.empty();
    }

    private @Nullable Double value(SampleResult sample) {
        return sample.score(of).value();
    }

    @Override
    public Verdict decide(RunSummary run) {
        return Curtailed.endedEarly(run) ? curtailed(run) : whole(run);
    }

    private Verdict curtailed(RunSummary run) {
        CurtailedMean mean =
                CurtailedMean.of(demand, Curtailed.planned(run), this::value).orElseThrow();
        CaseMeans means = CaseMeans.of(run, this::value);
        return Curtailed.verdict(describe(), run, mean, status -> mean.reason(of, status), tally(run), means)
                .decidedBy(Deciding.below(run, of, demand.atLeast()));
    }

    private Verdict whole(RunSummary run) {
        Tally tally = tally(run);
        long seed = Seeds.of(run, of);
        Measured.Of mean = new Measured.Of(
                demand,
                sample -> sample.score(of).outcome(),
                this::value,
                (means, asked) -> Intervals.mean(means, asked, seed));
        Measured measured = mean.in(run, Measured.Errors.LEFT_OUT);
        Verdict verdict = Verdict.of(
                        describe(),
                        measured.status(),
                        GateMessages.mean(tally, run, of, demand, measured)
                                + ErrorSensitivity.remark(tally, run, mean, measured.status())
                                + SliceName.remark(slice, run),
                        tally)
                .onlyWarning(demand.onlyWarns())
                .measured(measured.estimate())
                .decidedBy(Deciding.below(run, of, demand.atLeast()));
        return VerdictFigures.withDropOfMean(verdict, measured.means(), demand);
    }
}
