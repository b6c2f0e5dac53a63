package dev.junitllm.gate;

import dev.junitllm.run.GateDescription;
import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Tally;
import dev.junitllm.run.Verdict;
import dev.junitllm.score.PlannedScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mean of one score must be high enough.
 *
 * @param of the score
 * @param demand the least mean, and how surely
 * @param slice the part of the set to look at, or empty for all of it
 */
record MeanScoreGate(String of, Demand demand, String slice) implements CurtailableGate {

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

    /** With a confidence the verdict hangs on an interval; of a slice it isn't known how many cases there will be. */
    @Override
    public Optional<Settling> settled(int cases, int samplesPerCase) {
        return demand.isSure() || !slice.isEmpty()
                ? Optional.empty()
                : Optional.of(new SettledMean(
                        demand.atLeast(),
                        cases,
                        samplesPerCase,
                        sample -> sample.score(of).value()));
    }

    @Override
    public Verdict decide(RunSummary run) {
        Tally tally = tally(run);
        long seed = Seeds.of(run, of);
        Measured.Of mean = new Measured.Of(
                demand,
                sample -> sample.score(of).outcome(),
                sample -> sample.score(of).value(),
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
