package dev.junitllm.gate;

import dev.junitllm.NearestName;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.HistoryFigures;
import dev.junitllm.run.RunHistory;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Tally;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.PlannedScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fails where figures drift for the worse. */
final class NoDriftGate implements Gate {

    private final List<String> figures;

    NoDriftGate(List<String> figures) {
        this.figures = List.copyOf(figures);
    }

    @Override
    public GateDescription describe() {
        return new GateDescription("NoDrift", figures.isEmpty() ? Map.of() : Map.of("of", figures));
    }

    @Override
    public void check(List<PlannedScore> scores) {
        List<String> known = new ArrayList<>(HistoryFigures.NAMES);
        scores.forEach(score -> known.add(HistoryFigures.SCORE + score.name()));
        figures.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("of = \"%s\" is no figure of the history%s"
                    .formatted(
                            name,
                            NearestName.of(name, known)
                                    .map(near -> "; did you mean \"" + near + "\"?")
                                    .orElse("; they are " + String.join(", ", known))));
        });
    }

    @Override
    public Verdict decide(RunSummary run) {
        Tally tally = tally(run);
        Optional<RunHistory> history = run.history();
        if (history.isEmpty()) {
            return verdict(VerdictStatus.ERROR, "no history is kept: junit.llm.history is off", tally);
        }
        if (history.get().today() == null) {
            String why = "this run is no part of the history: " + history.get().note();
            return verdict(VerdictStatus.NOT_DECIDED, why, tally);
        }
        return decide(Drift.of(history.get()), tally);
    }

    private Verdict decide(Drift drift, Tally tally) {
        if (drift.isTooEarly()) {
            String since = drift.restart().isEmpty() ? "" : " since " + drift.restart();
            return verdict(
                    VerdictStatus.NOT_DECIDED,
                    "%s of %s runs%s: too few to know the level".formatted(drift.runs(), Drift.FEWEST_RUNS + 1, since),
                    tally);
        }
        String worse = drift.warnings().stream()
                .filter(DriftWarning::worse)
                .filter(warning -> figures.isEmpty() || figures.contains(warning.figure()))
                .map(DriftWarning::line)
                .collect(Collectors.joining("; "));
        return worse.isEmpty()
                ? verdict(VerdictStatus.PASS, "no drift for the worse over %s runs".formatted(drift.runs()), tally)
                : verdict(VerdictStatus.FAIL, worse, tally);
    }

    private Verdict verdict(VerdictStatus status, String reason, Tally tally) {
        return Verdict.of(describe(), status, reason, tally);
    }
}
