package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.run.Histories;
import dev.junitllm.run.HistoryFigure;
import dev.junitllm.run.HistoryFile;
import dev.junitllm.run.HistoryLine;
import dev.junitllm.run.RunHistory;
import dev.junitllm.run.TestModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftOfRunsTest {

    @TempDir
    Path folder;

    @Test
    void findsADropOfThePassRateSoonAfterItBegan() {
        SplittableRandom random = new SplittableRandom(7);
        List<HistoryLine> runs = runs(45, run -> Map.of("passRate", passRate(random, run <= 25 ? 0.9 : 0.75)));

        List<DriftWarning> first = firstWarnings(runs);

        assertThat(first).hasSize(1);
        assertThat(first.get(0).figure()).isEqualTo("passRate");
        assertThat(first.get(0).rising()).isFalse();
        assertThat(first.get(0).worse()).isTrue();
        assertThat(first.get(0).isNew()).isTrue();
        assertThat(first.get(0).since())
                .isBetween(runs.get(23).time(), runs.get(29).time());
    }

    /** By design each rule errs now and then: about one of fifty series of forty runs, and one of ten where nothing is known. */
    @Test
    void mostlyKeepsSilentWhileNothingChanges() {
        SplittableRandom random = new SplittableRandom(1);
        Random noise = new Random(1);

        assertThat(alarmed(run -> Map.of("passRate", passRate(random, 0.9)))).isLessThanOrEqualTo(6);
        assertThat(alarmed(run ->
                        Map.of("latencyP95", new HistoryFigure(2 * Math.exp(0.3 * noise.nextGaussian()), 0, 40))))
                .isLessThanOrEqualTo(12);
    }

    /** How many of a hundred series. */
    private static long alarmed(IntFunction<Map<String, HistoryFigure>> figures) {
        return IntStream.range(0, 100)
                .mapToObj(series -> runs(40, figures))
                .filter(runs -> IntStream.rangeClosed(11, 40)
                        .anyMatch(count ->
                                !drift(runs.subList(0, count)).warnings().isEmpty()))
                .count();
    }

    @Test
    void saysNothingUpToTenRuns() {
        List<HistoryLine> runs = runs(10, run -> Map.of("passRate", new HistoryFigure(run < 6 ? 1 : 0, 0.01, 40)));

        assertThat(drift(runs).warnings()).isEmpty();
        assertThat(drift(runs).isTooEarly()).isTrue();
        assertThat(drift(runs(11, run -> Map.of("passRate", new HistoryFigure(run < 11 ? 1 : 0, 0.01, 40))))
                        .warnings())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"latencyMedian, 1.5", "inputTokens, 500", "outputTokens, 80", "cost, 0.004"})
    void watchesTimesAndAmountsByPercents(String figure, double usual) {
        IntFunction<HistoryFigure> steady = run -> new HistoryFigure(usual * (1 + 0.01 * (run % 3)), 0, 40);

        assertThat(drift(runs(20, run -> Map.of(figure, steady.apply(run)))).warnings())
                .isEmpty();
        assertThat(drift(runs(
                                20,
                                run -> Map.of(
                                        figure, run <= 15 ? steady.apply(run) : new HistoryFigure(usual * 1.5, 0, 40))))
                        .warnings())
                .singleElement()
                .matches(warning -> warning.rising() && warning.worse())
                .satisfies(warning -> assertThat(warning.level()).isBetween(usual, usual * 1.03));
    }

    @ParameterizedTest
    @CsvSource({"errorRate", "emptyRate", "refusalRate", "contentFilterRate"})
    void forgivesOneErrorWhereThereWasNeverAnyButNotMany(String rate) {
        HistoryFigure none = new HistoryFigure(0, 0.0174, 40);
        HistoryFigure one = new HistoryFigure(0.025, 0.0247, 40);
        HistoryFigure many = new HistoryFigure(0.5, 0.079, 40);

        assertThat(drift(runs(12, run -> Map.of(rate, run < 12 ? none : one))).warnings())
                .isEmpty();
        assertThat(drift(runs(12, run -> Map.of(rate, run < 12 ? none : many))).warnings())
                .singleElement()
                .extracting(DriftWarning::line)
                .asString()
                .startsWith(rate + " rises: 0.5, from a level of 0 (since 2026-01-13, CUSUM)");
    }

    @Test
    void showsAScoreThatRisesToo() {
        List<HistoryLine> runs =
                runs(20, run -> Map.of("score f1", new HistoryFigure(run <= 12 ? 0.7 : 0.95, 0.03, 40)));

        assertThat(drift(runs).warnings()).singleElement().matches(warning -> warning.rising() && !warning.worse());
    }

    @Test
    void keepsWarningUntilTheLevelIsBackAndForgetsItThen() {
        IntFunction<HistoryFigure> figure =
                run -> new HistoryFigure(run > 15 && run <= 40 ? 0.7 : 0.9 + 0.01 * (run % 2), 0.03, 40);

        for (int count : List.of(20, 30, 40)) {
            List<HistoryLine> runs = runs(count, run -> Map.of("passRate", figure.apply(run)));
            assertThat(drift(runs).warnings()).as("run %s", count).hasSize(1).noneMatch(DriftWarning::isNew);
        }
        assertThat(drift(runs(60, run -> Map.of("passRate", figure.apply(run)))).warnings())
                .isEmpty();
    }

    @Test
    void beginsAnewWhereAJudgeChanges() {
        List<HistoryLine> runs = new ArrayList<>(runs(30, run -> Map.of("score f1", new HistoryFigure(0.9, 0.02, 40))));
        for (int run = 31; run <= 38; run++) {
            runs.add(Histories.line(run, Map.of("f1", "other"), Map.of("score f1", new HistoryFigure(0.5, 0.02, 40))));
        }

        Drift drift = drift(runs);

        assertThat(drift.warnings()).isEmpty();
        assertThat(drift.runs()).isEqualTo(8);
        assertThat(drift.restart()).isEqualTo("score 'f1' is made in another way: its scorer or judge changed");
    }

    @Test
    void beginsAnewWhereSomebodySaysSo() {
        List<HistoryLine> runs = new ArrayList<>(runs(
                30, run -> Map.of("passRate", new HistoryFigure(run <= 20 ? 0.9 : 0.5, 0.02, 40))));
        assertThat(drift(runs).warnings()).hasSize(1);

        runs.add(Histories.restarting(Histories.line(31, Map.of("passRate", new HistoryFigure(0.5, 0.02, 40)))));

        assertThat(drift(runs).warnings()).isEmpty();
        assertThat(drift(runs).restart()).isEqualTo("junit.llm.history.level = restart was set");
    }

    /** Each run goes through the file, as it does from build to build; the first in which something drifts. */
    private List<DriftWarning> firstWarnings(List<HistoryLine> runs) {
        HistoryFile file = HistoryFile.of(
                folder.resolve(Integer.toString(System.identityHashCode(runs))),
                new TestModule(folder, folder.resolve("target")),
                Histories.TEST);
        for (HistoryLine run : runs) {
            RunHistory before = new RunHistory(file, file.read(Histories.TEST).lines(), run, "", List.of(), 0);
            List<DriftWarning> warnings = Drift.of(before).warnings();
            if (!warnings.isEmpty()) {
                return warnings;
            }
            append(file, run);
        }
        return List.of();
    }

    private static void append(HistoryFile file, HistoryLine run) {
        try {
            file.append(run);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Drift drift(List<HistoryLine> runs) {
        HistoryFile file = new HistoryFile(Path.of("none"), "none");
        int last = runs.size() - 1;
        return Drift.of(new RunHistory(file, runs.subList(0, last), runs.get(last), "", List.of(), 0));
    }

    private static List<HistoryLine> runs(int count, IntFunction<Map<String, HistoryFigure>> figures) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(run -> Histories.line(run, figures.apply(run)))
                .toList();
    }

    private static HistoryFigure passRate(SplittableRandom random, double rate) {
        int passed = (int)
                IntStream.range(0, 40).filter(i -> random.nextDouble() < rate).count();
        double observed = passed / 40.0;
        double likely = (passed + 0.5) / 41;
        double error = observed == 1 ? likely * (1 - likely) : observed * (1 - observed);
        return new HistoryFigure(observed, Math.sqrt(error / 40), 40);
    }
}
