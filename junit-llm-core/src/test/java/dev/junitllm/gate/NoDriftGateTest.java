package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.run.BaselineOrigin;
import dev.junitllm.run.Histories;
import dev.junitllm.run.HistoryFigure;
import dev.junitllm.run.HistoryFile;
import dev.junitllm.run.HistoryLine;
import dev.junitllm.run.RunHistory;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Verdict;
import dev.junitllm.score.Bar;
import dev.junitllm.score.PlannedScore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoDriftGateTest {

    private static final HistoryFile FILE = new HistoryFile(Path.of("none"), "none");
    private static final RunSummary RUN = Runs.of("f1").with(3, 1).end();

    private static Verdict decide(List<HistoryLine> runs, String... figures) {
        int last = runs.size() - 1;
        RunHistory history = new RunHistory(FILE, runs.subList(0, last), runs.get(last), "", List.of(), 0);
        return new NoDriftGate(List.of(figures)).decide(RUN.beside(history));
    }

    private static List<HistoryLine> runs(int count, IntFunction<Map<String, HistoryFigure>> figures) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(run -> Histories.line(run, figures.apply(run)))
                .toList();
    }

    private static Map<String, HistoryFigure> passRate(double rate) {
        return Map.of("passRate", new HistoryFigure(rate, 0.02, 40));
    }

    @Test
    void isAnErrorWhereNoHistoryIsKept() {
        Verdict verdict = new NoDriftGate(List.of()).decide(RUN);

        assertThat(verdict.line()).isEqualTo("ERROR @NoDrift: no history is kept: junit.llm.history is off");
        assertThat(verdict.tally()).isEqualTo(Tallies.byOutcome(RUN));
    }

    @Test
    void isNotDecidedWhereTheRunIsNoPartOfTheHistory() {
        RunSummary replayed = RUN.beside(RunHistory.without(FILE, "answers were replayed from recordings"));

        assertThat(new NoDriftGate(List.of()).decide(replayed).line())
                .isEqualTo(
                        "NOT_DECIDED @NoDrift: this run is no part of the history: answers were replayed from recordings");
    }

    @Test
    void isNotDecidedUpToTenRuns() {
        assertThat(decide(runs(10, run -> passRate(0.9))).line())
                .isEqualTo("NOT_DECIDED @NoDrift: 10 of 11 runs: too few to know the level");
        assertThat(decide(runs(11, run -> passRate(0.9))).line())
                .isEqualTo("PASS @NoDrift: no drift for the worse over 11 runs");
    }

    @Test
    void saysSinceWhenItCountsWhereALevelBeganAnew() {
        List<HistoryLine> runs = new ArrayList<>(runs(20, run -> passRate(0.9)));
        runs.add(Histories.restarting(Histories.line(21, passRate(0.9))));

        assertThat(decide(runs).line())
                .isEqualTo(
                        "NOT_DECIDED @NoDrift: 1 of 11 runs since junit.llm.history.level = restart was set: too few to know the level");
    }

    @Test
    void aChangedGoldenSetBeginsALevelOfItsOwn() {
        List<HistoryLine> runs = new ArrayList<>(runs(20, run -> passRate(0.9)));
        HistoryLine last = Histories.line(21, passRate(0.9));
        runs.add(new HistoryLine(
                last.test(),
                last.time(),
                last.run(),
                new BaselineOrigin("set-2", "", "", "", "c0ffee21"),
                last.scorers(),
                last.cases(),
                last.samplesPerCase(),
                false,
                last.outcomes(),
                last.errors(),
                last.figures(),
                last.verdicts()));

        assertThat(decide(runs).reason())
                .isEqualTo("1 of 11 runs since the golden set changed: too few to know the level");
    }

    @Test
    void failsWhereAFigureDriftsForTheWorse() {
        List<HistoryLine> falling = runs(14, run -> passRate(run <= 11 ? 0.9 : 0.5));

        assertThat(decide(falling).line())
                .isEqualTo("FAIL @NoDrift: passRate falls: 0.5, from a level of 0.9 (since 2026-01-13, CUSUM)");
        assertThat(decide(falling, "passRate").line())
                .isEqualTo(
                        "FAIL @NoDrift(of = \"passRate\"): passRate falls: 0.5, from a level of 0.9 (since 2026-01-13, CUSUM)");
    }

    @Test
    void passesWhereOnlyOtherFiguresDriftThanThoseItNames() {
        List<HistoryLine> falling = runs(14, run -> passRate(run <= 11 ? 0.9 : 0.5));

        assertThat(decide(falling, "latencyP95", "cost").reason()).isEqualTo("no drift for the worse over 14 runs");
    }

    @Test
    void passesWhereAFigureDriftsForTheBetter() {
        assertThat(decide(runs(14, run -> passRate(run <= 11 ? 0.5 : 0.9))).reason())
                .isEqualTo("no drift for the worse over 14 runs");
    }

    @Test
    void describesTheFiguresItNames() {
        assertThat(new NoDriftGate(List.of()).describe().attributes()).isEmpty();
        assertThat(new NoDriftGate(List.of("passRate", "cost")).describe().attributes())
                .isEqualTo(Map.of("of", List.of("passRate", "cost")));
    }

    @Test
    void knowsTheFiguresOfTheHistoryAndTheScoresOfTheMethod() {
        List<PlannedScore> scores = List.of(PlannedScore.alone("f1", Bar.atLeast(0.5), "000000000000"));

        assertThatCode(() -> new NoDriftGate(List.of("passRate", "contentFilterRate", "score f1")).check(scores))
                .doesNotThrowAnyException();
        assertThatCode(() -> new NoDriftGate(List.of()).check(scores)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new NoDriftGate(List.of("passRate", "pasRate")).check(scores))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("of = \"pasRate\" is no figure of the history; did you mean \"passRate\"?");
        assertThatThrownBy(() -> new NoDriftGate(List.of("score f2")).check(scores))
                .hasMessage("of = \"score f2\" is no figure of the history; did you mean \"score f1\"?");
        assertThatThrownBy(() -> new NoDriftGate(List.of("weather and so on")).check(scores))
                .hasMessage(
                        "of = \"weather and so on\" is no figure of the history; they are passRate, latencyMedian, latencyP95, inputTokens, outputTokens, cost, errorRate, emptyRate, refusalRate, contentFilterRate, score f1");
    }

    /** A run that could not be judged says nothing of what was scored, but still how often it erred. */
    @Test
    void leavesRunsThatWereErrorsOutOfWhatWasScoredAlone() {
        IntFunction<Map<String, HistoryFigure>> figures = run -> Map.of(
                "passRate", new HistoryFigure(0.9, 0.02, 40),
                "score f1", new HistoryFigure(0.9, 0.02, 40),
                "cost", new HistoryFigure(0.9, 0, 40),
                "errorRate", new HistoryFigure(0.9, 0.02, 40));
        HistoryLine run = Histories.line(1, figures.apply(1));
        HistoryLine error = run.with(List.of(new NoDriftGate(List.of()).decide(RUN)));

        assertThat(error.isError()).isTrue();
        for (String name : figures.apply(1).keySet()) {
            assertThat(WatchedFigure.of(name).isIn(run)).as(name).isTrue();
            assertThat(WatchedFigure.of(name).isIn(error)).as(name).isEqualTo(name.equals("errorRate"));
        }
        assertThat(WatchedFigure.of("emptyRate").isIn(run)).as("not there").isFalse();
    }

    @Test
    void watchesNoTimeBelowTenMilliseconds() {
        for (String time : List.of("latencyMedian", "latencyP95")) {
            WatchedFigure watched = WatchedFigure.of(time);
            assertThat(watched.isIn(Histories.line(1, Map.of(time, new HistoryFigure(0.01, 0, 40)))))
                    .isTrue();
            assertThat(watched.isIn(Histories.line(1, Map.of(time, new HistoryFigure(0.0099, 0, 40)))))
                    .isFalse();
        }
        assertThat(WatchedFigure.of("cost").isIn(Histories.line(1, Map.of("cost", new HistoryFigure(0, 0, 40)))))
                .as("there is no logarithm of 0")
                .isFalse();
        assertThat(WatchedFigure.of("errorRate")
                        .isIn(Histories.line(1, Map.of("errorRate", new HistoryFigure(0, 0, 40)))))
                .isTrue();
    }
}
