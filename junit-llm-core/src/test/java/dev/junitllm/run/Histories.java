package dev.junitllm.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs as a history keeps them. */
public final class Histories {

    public static final TestId TEST = new TestId("com.example.HandbookEvalTest", "answers");

    private Histories() {}

    public static HistoryLine line(int number, Map<String, HistoryFigure> figures) {
        return line(number, Map.of("f1", "a1"), figures);
    }

    public static HistoryLine line(int number, Map<String, String> scorers, Map<String, HistoryFigure> figures) {
        return new HistoryLine(
                TEST,
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number * 86_400L),
                "run-" + number,
                new BaselineOrigin("set-1", "", "", "", "c0ffee" + number),
                scorers,
                40,
                1,
                false,
                Map.of(CaseOutcome.PASSED, 36, CaseOutcome.FAILED, 4),
                Map.of(),
                figures,
                List.of(new HistoryLine.GateStatus("@PassRate(atLeast = 0.9)", VerdictStatus.PASS)));
    }

    public static HistoryLine restarting(HistoryLine line) {
        return new HistoryLine(
                line.test(),
                line.time(),
                line.run(),
                line.origin(),
                line.scorers(),
                line.cases(),
                line.samplesPerCase(),
                true,
                line.outcomes(),
                line.errors(),
                line.figures(),
                line.verdicts());
    }
}
