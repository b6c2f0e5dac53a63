package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Usage;
import dev.junitllm.run.CaseDecision;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.ResultTable;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SamplePlan;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.Score;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A fixed number of samples, of which the last are left out once they can't change the verdict. */
class CurtailedGatesTest {

    /** A run of so many cases, sample by sample: a digit is a score in tenths, X is 1, E an error. */
    private static final class Run {
        final SamplePlan plan;
        final ResultTable table;
        final Gates gates;
        final EarlyStop stop;

        Run(int cases, int samples, Gate... gates) {
            this.plan = SamplePlan.inRounds(cases, samples, 1);
            this.table = new ResultTable(
                    plan,
                    List.of(PlannedScore.alone("f1", Bar.atLeast(0.5), "000000000000")),
                    index -> "case-" + index,
                    index -> "hash");
            this.gates = Gates.of(List.of(gates));
            this.stop = this.gates
                    .watch(table.summary(Runs.TEST, "golden/demo.jsonl"))
                    .orElseThrow();
        }

        /** How many samples it took. */
        int until(String outcomes) {
            for (int place = 0; place < outcomes.length(); place++) {
                stop.begins(place, 1);
                table.add(plan.row(place), result(plan.row(place), outcomes.charAt(place)));
                stop.look();
                if (stop.decided()) {
                    return place + 1;
                }
            }
            return -1;
        }

        Verdict verdict() {
            return gates.decide(stop.decisive()).get(0);
        }

        private CaseResult result(int row, char outcome) {
            double value = outcome == 'X' ? 1 : (outcome - '0') / 10.0;
            List<CaseScore> scores =
                    outcome == 'E' ? List.of() : List.of(CaseScore.held("f1", Score.of(value), Bar.atLeast(0.5)));
            CaseError error = outcome == 'E' ? CaseError.of(CaseError.APPLICATION, "503") : null;
            CaseDecision decision = CaseDecision.of(error, false, true, scores);
            return new CaseResult(
                    Runs.TEST,
                    "case-" + plan.caseOf(row),
                    plan.sampleOf(row),
                    plan.samplesPerCase(),
                    decision.outcome(),
                    true,
                    scores,
                    null,
                    decision.error(),
                    new CaseResult.Exchange("in", "out", "out", "hash", null, List.of(), Usage.UNKNOWN, Map.of()),
                    Duration.ZERO,
                    Duration.ZERO);
        }
    }

    @Test
    void endWithTheFailureThatIsOneTooMany() {
        Run run = new Run(100, 1, new PassRateGate(0.9, ""));

        assertThat(run.until("0".repeat(10) + "X".repeat(29) + "0".repeat(61))).isEqualTo(40);
        assertThat(run.verdict().line())
                .isEqualTo(
                        "FAIL @PassRate(atLeast = 0.9): 29 passed and 11 failed, so at most 89 of the 100 planned can pass, which is too few for 0.9, whatever the rest does");
        assertThat(run.verdict().estimate().lower())
                .as("no interval after stopping")
                .isNull();
        assertThat(run.verdict().figures())
                .containsEntry("planned samples", 100)
                .containsEntry("samples", 40)
                .doesNotContainKey("smallest detectable drop");
    }

    @Test
    void endWithThePassThatIsEnough() {
        Run run = new Run(100, 1, new PassRateGate(0.9, ""));

        assertThat(run.until("X".repeat(100))).isEqualTo(90);
        assertThat(run.verdict().line())
                .isEqualTo(
                        "PASS @PassRate(atLeast = 0.9): 90 passed and 0 failed, so at least 90 of the 100 planned can pass, which is enough for 0.9, whatever the rest does");
    }

    @Test
    void endWithWhatTheBoundsOfTheWholeRunWillSay() {
        // of 100, 96 passes show 0.9 with confidence, 85 to 95 tell nothing, 84 show less
        Gate gate = new PassRateGate(Demand.of(0.9, 0.95, Inconclusive.FAIL), "");

        Run good = new Run(100, 1, gate);
        assertThat(good.until("X".repeat(100))).isEqualTo(96);
        assertThat(good.verdict().status()).isEqualTo(VerdictStatus.PASS);
        Run bad = new Run(100, 1, gate);
        assertThat(bad.until("0".repeat(100))).isEqualTo(16);
        assertThat(bad.verdict().status()).isEqualTo(VerdictStatus.FAIL);
        Run unsure = new Run(100, 1, gate);
        assertThat(unsure.until("0".repeat(5) + "X".repeat(95))).isEqualTo(90);
        assertThat(unsure.verdict().line())
                .startsWith("INCONCLUSIVE ")
                .endsWith(
                        ": 85 passed and 5 failed, so 85 to 95 of the 100 planned can pass, by which one can't tell whether it reaches 0.9 at a confidence of 0.95, whatever the rest does");
    }

    @Test
    void endWithTheScoreThatDecidesAMean() {
        Gate gate = new MeanScoreGate("f1", 0.6);

        Run good = new Run(10, 2, gate);
        assertThat(good.until("8".repeat(20))).as("15 · 0.8 = 20 · 0.6").isEqualTo(15);
        assertThat(good.verdict().line())
                .isEqualTo(
                        "PASS @MeanScore(of = \"f1\", atLeast = 0.6): the mean f1 is 0.6 after 15 of the 20 planned even if the rest scores 0, at least 0.6");
        Run bad = new Run(10, 2, gate);
        assertThat(bad.until("2".repeat(20))).as("10 · 0.2 + 10 = 20 · 0.6").isEqualTo(11);
        assertThat(bad.verdict().reason())
                .isEqualTo("the mean f1 is 0.56 after 11 of the 20 planned even if the rest scores 1, below 0.6");
    }

    @Test
    void waitForEveryGateUnlessOneFails() {
        Gate low = new PassRateGate(0.5, "");
        Gate high = new PassRateGate(0.9, "");

        assertThat(new Run(100, 1, low, high).until("X".repeat(100))).isEqualTo(90);
        Run failing = new Run(100, 1, low, high);
        assertThat(failing.until("0".repeat(100))).isEqualTo(11);
        assertThat(failing.gates.decide(failing.stop.decisive()))
                .extracting(Verdict::status)
                .containsExactly(VerdictStatus.NOT_DECIDED, VerdictStatus.FAIL);
        assertThat(failing.verdict().reason())
                .isEqualTo("the run was ended by another gate before this one could know");
    }

    @Test
    void countAnErrorAsNeitherAPassNorAFailure() {
        Run run = new Run(100, 1, new PassRateGate(0.9, ""));

        assertThat(run.until("E" + "0".repeat(99)))
                .as("one error is too many among the first twelve, and not among fifty")
                .isBetween(50, 60);
        assertThat(run.verdict().status()).isEqualTo(VerdictStatus.FAIL);
    }

    @Test
    void needEverySampleWhereSomeGateDoes() {
        RunSummary run = Runs.sampled(2, "f1").with(20, 1).end();
        Gate sureOfSamples = new PassRateGate(Demand.of(0.5, 0.95, Inconclusive.FAIL), "");

        assertThat(Gates.of(List.of(sureOfSamples)).watch(run)).isEqualTo(Optional.empty());
        assertThat(Gates.of(List.of(new MeanScoreGate("f1", Demand.of(0.5, 0.95, Inconclusive.FAIL))))
                        .watch(run))
                .isEmpty();
        assertThat(Gates.of(List.of(new PassRateGate(0.5, ""), new PassRateGate(Demand.observed(0.5), "", "tag=a")))
                        .watch(run))
                .isEmpty();
        assertThat(Gates.of(List.of(new ErrorBudgetGate(new ErrorLimit(0.1)))).watch(run))
                .isEmpty();
        assertThat(Gates.of(List.of(new PassRateGate(0.5, ""), new ErrorBudgetGate(new ErrorLimit(0.1))))
                        .watch(run))
                .isPresent();
    }

    @Test
    void sayWhatTheWholeRunWouldHaveSaid() {
        Random random = new Random(5);
        List<Gate> gates = List.of(
                new PassRateGate(0.9, ""),
                new PassRateGate(Demand.of(0.8, 0.9, Inconclusive.FAIL), ""),
                new MeanScoreGate("f1", 0.7));
        for (int round = 0; round < 60; round++) {
            int cases = 5 + random.nextInt(40);
            StringBuilder outcomes = new StringBuilder();
            double good = 0.6 + random.nextDouble() * 0.4;
            for (int i = 0; i < cases; i++) {
                outcomes.append(random.nextDouble() < good ? 'X' : '2');
            }
            for (Gate gate : gates) {
                Run run = new Run(cases, 1, gate);
                int needed = run.until(outcomes.toString());
                Verdict early = run.verdict();
                for (int place = needed; place < cases; place++) {
                    run.table.add(run.plan.row(place), run.result(run.plan.row(place), outcomes.charAt(place)));
                }
                Verdict whole =
                        run.gates.decide(run.table.summary(Runs.TEST, "")).get(0);

                assertThat(early.status())
                        .as("%s after %s: %s", outcomes, needed, whole.line())
                        .isEqualTo(whole.status());
            }
        }
    }
}
