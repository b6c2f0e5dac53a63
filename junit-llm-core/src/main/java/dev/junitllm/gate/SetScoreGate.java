package dev.junitllm.gate;

import dev.junitllm.run.Estimate;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Tally;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.SetFigures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure over the whole set must be high enough.
 *
 * @param of the score
 * @param figure its figure, or empty for the main one
 * @param atLeast the least value, above 0
 */
record SetScoreGate(String of, String figure, double atLeast) implements Gate {

    @Override
    public GateDescription describe() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("of", of);
        if (!figure.isEmpty()) {
            attributes.put("figure", figure);
        }
        attributes.put("atLeast", atLeast);
        return new GateDescription("SetScore", attributes);
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
        if (NamedScore.find(of, scores).aggregation() == null) {
            throw new IllegalArgumentException(
                    "of = \"%s\" is a score whose mean stands for the set: use @MeanScore".formatted(of));
        }
    }

    @Override
    public Verdict decide(RunSummary run) {
        Tally tally = tally(run);
        SetFigures figures = run.figures(of).orElseThrow();
        String name = figure.isEmpty() ? figures.main() : figure;
        Double value = figures.figures().get(name);
        if (value == null) {
            return verdict(run, VerdictStatus.ERROR, GateMessages.noSuchFigure(of, name, figures), null);
        }
        Estimate estimate = FigureInterval.estimate(run, of, name, value);
        boolean reached = value >= atLeast;
        return verdict(
                run,
                reached ? VerdictStatus.PASS : VerdictStatus.FAIL,
                GateMessages.figure(tally, run, of, name, atLeast, estimate, reached)
                        + (reached ? GateMessages.mayHangOnErrors(tally) : ""),
                estimate);
    }

    private Verdict verdict(RunSummary run, VerdictStatus status, String reason, @Nullable Estimate estimate) {
        return Verdict.of(describe(), status, reason, tally(run))
                .measured(estimate)
                .decidedBy(Deciding.below(run, of, 1));
    }
}
