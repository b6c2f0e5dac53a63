package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.run.Baseline;
import dev.junitllm.run.BaselineCase;
import dev.junitllm.run.BaselineFile;
import dev.junitllm.run.BaselineMark;
import dev.junitllm.run.BaselineOrigin;
import dev.junitllm.run.BaselineScore;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.RunBaseline;
import dev.junitllm.run.RunBaseline.Recording;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.TestModule;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.Bar;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoRegressionGateTest {

    private static final BaselineOrigin ORIGIN = new BaselineOrigin("", "", "", "", "");
    private static final BaselineMark PASSED = mark(1, 1);
    private static final BaselineMark FAILED = mark(0, 1);

    @Test
    void onCiAMissingBaselineIsAnErrorThatSaysHowToRecordOne() {
        Verdict verdict = gate(true).decide(beside(run(60, 0), null, Recording.NOTHING));

        assertThat(verdict.status()).isEqualTo(VerdictStatus.ERROR);
        assertThat(verdict.reason())
                .isEqualTo(
                        "there is no baseline to compare with: record one with -Djunit.llm.baseline=update, and commit src/test/llm-baselines/demo.EvalTest.answers.json (CI is set, where a missing baseline is an error)");
    }

    @Test
    void elsewhereAMissingBaselineDecidesNothing() {
        Verdict verdict = gate(false).decide(beside(run(60, 0), null, Recording.NOTHING));

        assertThat(verdict.status()).isEqualTo(VerdictStatus.NOT_DECIDED);
        assertThat(verdict.failsTheBuild()).isFalse();
    }

    @Test
    void onCiABaselineThatIsBeingRecordedIsNotMissing() {
        assertThat(gate(true)
                        .decide(beside(run(60, 0), null, Recording.ROLLING))
                        .status())
                .isEqualTo(VerdictStatus.NOT_DECIDED);
    }

    /** One-sided score bounds at 95 %: of n pairs of which none changed the lower one is −z²/(n + z²). */
    @ParameterizedTest
    @CsvSource({
        "60, 0, PASS", // −0.043
        "52, 0, PASS", // −0.0495
        "51, 0, INCONCLUSIVE", // −0.0504
        "40, 0, INCONCLUSIVE",
        "40, 1, INCONCLUSIVE", // a drop of 0.025
        "40, 2, INCONCLUSIVE", // a drop of 0.05, which is allowed and, with a z of √2, not proved
        "40, 3, FAIL", // a drop of 0.075
        "60, 3, FAIL", // a drop of 0.05, which is allowed, but proved: z is √3
        "60, 4, FAIL"
    })
    void saysPassOnlyWhereALargerDropIsRuledOut(int cases, int newlyFailing, VerdictStatus expected) {
        Verdict verdict = gate(false)
                .decide(beside(
                        run(cases - newlyFailing, newlyFailing), baseline(PASSED, PASSED, cases), Recording.NOTHING));

        assertThat(verdict.status()).isEqualTo(expected);
    }

    @Test
    void theWorseOfTheTwoMarksDecides() {
        Verdict creeping = gate(false).decide(beside(run(50, 10), baseline(FAILED, PASSED, 60), Recording.NOTHING));

        assertThat(creeping.status()).isEqualTo(VerdictStatus.FAIL);
        assertThat(creeping.reason())
                .startsWith("the pass rate over 60 cases is 0.833, and was 1 in the approved baseline")
                .contains("was 0 in the baseline: a rise of 0.833, within the allowed drop of 0.05");
    }

    @Test
    void figuresAndTheTwoSidedIntervalAreKeptAsData() {
        Verdict verdict = gate(false).decide(beside(run(56, 4), baseline(PASSED, PASSED, 60), Recording.NOTHING));

        assertThat(verdict.figures())
                .containsEntry("pairs", 60)
                .containsEntry("then", 1.0)
                .containsEntry("method", "Tango")
                .containsEntry("exact McNemar p", 0.0625);
        assertThat(verdict.estimate().lower())
                .isLessThan(verdict.estimate().bounds().lower());
        assertThat(verdict.estimate().bounds().confidence()).isEqualTo(0.95);
    }

    @Test
    void aBarThatWasMovedIsAnError() {
        Baseline other = new Baseline(
                "demo.EvalTest",
                "answers",
                "golden/demo.jsonl",
                Map.of("token-f1", new BaselineScore(Bar.atLeast(0.7), "000000000000")),
                ORIGIN,
                ORIGIN,
                Map.of());

        Verdict verdict = gate(false).decide(beside(run(60, 0), other, Recording.NOTHING));

        assertThat(verdict.status()).isEqualTo(VerdictStatus.ERROR);
        assertThat(verdict.reason())
                .startsWith("the bar of score token-f1 has changed from 0.7 to 0.5 since src/test/llm-baselines/");
    }

    private static NoRegressionGate gate(boolean onCi) {
        return new NoRegressionGate("", false, null, 0.95, Inconclusive.WARN, false, null, onCi);
    }

    private static RunSummary run(int passed, int failed) {
        return Runs.of("token-f1").with(passed, 1).with(failed, 0).end();
    }

    private static Baseline baseline(BaselineMark rolling, BaselineMark anchor, int cases) {
        Map<String, BaselineCase> lines = new TreeMap<>();
        for (int i = 1; i <= cases; i++) {
            lines.put("case-" + i, new BaselineCase("case-" + i, "hash", rolling, anchor));
        }
        return new Baseline(
                "demo.EvalTest",
                "answers",
                "golden/demo.jsonl",
                Map.of("token-f1", new BaselineScore(Bar.atLeast(0.5), "000000000000")),
                ORIGIN,
                ORIGIN,
                lines);
    }

    private static RunSummary beside(RunSummary run, Baseline recorded, Recording recording) {
        BaselineFile file = BaselineFile.of(new TestModule(Path.of("module"), Path.of("target")), Runs.TEST);
        return run.beside(
                new RunBaseline(file, recorded, ORIGIN, recording, false, run, samples -> Map.of(), List.of()));
    }

    private static BaselineMark mark(int passes, int samples) {
        return new BaselineMark(
                passes == samples ? CaseOutcome.PASSED : CaseOutcome.FAILED,
                samples,
                passes,
                Map.of("token-f1", new BaselineMark.Value(passes, samples, passes)),
                null);
    }
}
