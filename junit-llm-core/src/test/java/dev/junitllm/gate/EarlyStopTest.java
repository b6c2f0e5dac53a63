package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.Usage;
import dev.junitllm.run.CaseDecision;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.PlannedRun;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EarlyStopTest {

    private static final String SCORE = "token-f1";

    /** What each place of the plan comes to: P passes, F fails, E errs. */
    private final class Simulated {
        final SamplePlan plan;
        final ResultTable table;
        final Gates gates;
        final EarlyStop stop;

        Simulated(int cases, int max, Gate... gates) {
            plan = SamplePlan.inRounds(cases, max, 1);
            table = new ResultTable(
                    plan,
                    List.of(PlannedScore.alone(SCORE, Bar.atLeast(0.5), "000000000000")),
                    index -> "case-" + index,
                    index -> "hash");
            this.gates = Gates.of(List.of(gates));
            stop = this.gates.watch(summary(), StopRule.WHEN_KNOWN).orElseThrow();
        }

        RunSummary summary() {
            return table.summary(Runs.TEST, "golden/demo.jsonl");
        }

        void end(int place, char outcome) {
            table.add(plan.row(place), result(place, outcome));
            stop.look();
        }

        /** One after the other, until it is known. */
        int run(String outcomes) {
            for (int place = 0; place < outcomes.length(); place++) {
                stop.begins(place, 1);
                end(place, outcomes.charAt(place));
                if (stop.decided()) {
                    return place + 1;
                }
            }
            return -1;
        }

        List<Verdict> verdicts() {
            return gates.decide(stop.decisive());
        }

        private CaseResult result(int place, char outcome) {
            List<CaseScore> scores = outcome == 'E'
                    ? List.of()
                    : List.of(CaseScore.held(SCORE, Score.of(outcome == 'P' ? 1 : 0), Bar.atLeast(0.5)));
            CaseError error = outcome == 'E' ? CaseError.of(CaseError.APPLICATION, "503") : null;
            CaseDecision decision = CaseDecision.of(error, false, true, scores);
            return new CaseResult(
                    Runs.TEST,
                    "case-" + plan.caseOf(plan.row(place)),
                    plan.sampleOf(plan.row(place)),
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

    private static Gate gate(double atLeast, double target) {
        return SequentialPassRateGate.of(new PassRateGate(atLeast, ""), target, 0.95, Inconclusive.FAIL);
    }

    private static String repeated(String outcome, int times) {
        return outcome.repeat(times);
    }

    @Test
    void knowsAPassAfterTheFewestSamplesThatShowIt() {
        Simulated run = new Simulated(40, 50, gate(0.9, 0.95));

        assertThat(run.run(repeated("P", 200))).isEqualTo(56);
        assertThat(run.verdicts()).singleElement().satisfies(verdict -> {
            assertThat(verdict.status()).isEqualTo(VerdictStatus.PASS);
            assertThat(verdict.reason())
                    .isEqualTo(
                            "56 of 56 samples of 40 cases passed: 1 (95% interval 0.905 to 1, beta-binomial confidence"
                                    + " sequence); that is 20.7 times as likely at a rate of 0.95 as at 0.9 (20 times"
                                    + " decide), known after 56 samples");
        });
    }

    @Test
    void knowsAFailAsSoon() {
        Simulated run = new Simulated(40, 50, gate(0.9, 0.95));

        assertThat(run.run(repeated("F", 200))).isEqualTo(5);
        assertThat(run.verdicts()).extracting(Verdict::status).containsExactly(VerdictStatus.FAIL);
    }

    @Test
    void whatEndsAfterwardsChangesNothing() {
        Simulated run = new Simulated(40, 50, gate(0.9, 0.95));
        IntStream.range(0, 70).forEach(place -> run.stop.begins(place, 14));
        IntStream.range(1, 70).forEach(place -> run.end(place, place < 56 ? 'P' : 'F'));
        assertThat(run.stop.decided()).as("the first sample is still under way").isFalse();

        run.end(0, 'P');

        assertThat(run.stop.decided()).isTrue();
        assertThat(run.verdicts()).singleElement().satisfies(verdict -> {
            assertThat(verdict.status()).isEqualTo(VerdictStatus.PASS);
            assertThat(verdict.reason()).startsWith("56 of 56 samples");
        });
        assertThat(run.summary().samples()).hasSize(70);
    }

    @Test
    void theVerdictHangsOnNoThread() {
        Random random = new Random(20261128);
        String outcomes =
                random.ints(2000).mapToObj(any -> (any & 15) == 0 ? "F" : "P").reduce("", String::concat);
        Simulated alone = new Simulated(40, 50, gate(0.9, 0.95));
        int needed = alone.run(outcomes);
        assertThat(needed).isBetween(57, 1999);

        for (int trial = 0; trial < 50; trial++) {
            Simulated many = new Simulated(40, 50, gate(0.9, 0.95));
            List<Integer> underWay = new ArrayList<>();
            for (int place = 0; place < 2000 && !many.stop.decided(); place += 8) {
                List<Integer> batch = new ArrayList<>(
                        IntStream.range(place, place + 8).boxed().toList());
                Collections.shuffle(batch, random);
                batch.forEach(begun -> many.stop.begins(begun, 8));
                underWay.addAll(batch);
                Collections.shuffle(underWay, random);
                while (underWay.size() > 5) {
                    int ended = underWay.remove(underWay.size() - 1);
                    many.end(ended, outcomes.charAt(ended));
                }
            }
            assertThat(many.verdicts())
                    .extracting(Verdict::reason)
                    .containsExactlyElementsOf(
                            alone.verdicts().stream().map(Verdict::reason).toList());
        }
    }

    @Test
    void errorsAreNoSamples() {
        Simulated run = new Simulated(60, 50, gate(0.9, 0.95));

        assertThat(run.run("PPPPPPPPPPE" + repeated("P", 200))).isEqualTo(57);
        assertThat(run.verdicts())
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.reason())
                        .startsWith("56 of 56 samples")
                        .endsWith("1 error left out. This pass hangs on the 1 error: counted as failures, it"
                                + " would be INCONCLUSIVE"));
    }

    @Test
    void goesOnWhileErrorsAreTooManyForNow() {
        Simulated run = new Simulated(60, 50, gate(0.9, 0.95));

        int needed = run.run("EEE" + repeated("P", 300));

        assertThat(needed).isBetween(150, 160); // 3 of 150 are 2 %
        assertThat(run.verdicts()).extracting(Verdict::status).containsExactly(VerdictStatus.PASS);
    }

    @Test
    void endsWhereErrorsAreTooManyForGood() {
        Simulated run = new Simulated(60, 10, gate(0.9, 0.95));

        assertThat(run.run(repeated("E", 600))).isEqualTo(13); // over 2 % of 600
        assertThat(run.verdicts()).extracting(Verdict::status).containsExactly(VerdictStatus.ERROR);
    }

    @Test
    void oneGateThatFailsDecidesAndOtherwiseAllMustKnow() {
        Simulated failing = new Simulated(40, 50, gate(0.9, 0.95), gate(0.5, 0.7));
        assertThat(failing.run(repeated("F", 200))).isEqualTo(5);
        assertThat(failing.verdicts())
                .extracting(Verdict::status)
                .containsExactly(VerdictStatus.FAIL, VerdictStatus.INCONCLUSIVE);

        Simulated passing = new Simulated(40, 50, gate(0.9, 0.95), gate(0.5, 0.7));
        assertThat(passing.run(repeated("P", 200))).isEqualTo(56);
        assertThat(passing.verdicts())
                .extracting(Verdict::status)
                .containsExactly(VerdictStatus.PASS, VerdictStatus.PASS);
    }

    @Test
    void isInconclusiveWhereEverySampleHasRun() {
        Simulated run = new Simulated(40, 2, gate(0.9, 0.95));

        assertThat(run.run(repeated("PPPPPPPPPPPPF", 6) + "PP")).isEqualTo(-1);
        assertThat(run.verdicts()).extracting(Verdict::status).containsExactly(VerdictStatus.INCONCLUSIVE);
    }

    @Test
    void gatesThatNeedEverySampleAreRefused() {
        Gates mixed = Gates.of(List.of(gate(0.9, 0.95), new MeanScoreGate(SCORE, 0.5)));

        assertThatThrownBy(() -> mixed.check(StopRule.WHEN_KNOWN, 1))
                .hasMessage("@MeanScore(of = \"token-f1\", atLeast = 0.5) is about every sample, and @Samples(max = …,"
                        + " stopEarly = true) leaves some out: remove the gate, or give cases a fixed number of"
                        + " samples, @Samples(5)");
        assertThatThrownBy(() -> Gates.of(List.of(new PassRateGate(0.9, ""))).check(StopRule.WHEN_KNOWN, 1))
                .hasMessageStartingWith("@Samples(max = …, stopEarly = true) needs a gate that can stop");
        assertThatThrownBy(() -> Gates.of(List.of(gate(0.9, 0.95))).check(StopRule.NEVER, 1))
                .hasMessageStartingWith(
                        "@PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95) stops as soon as it is sure");
    }

    @Test
    void aPlanTooShortForAnyPassIsRefused() {
        assertThatThrownBy(() -> gate(0.9, 0.95).check(new PlannedRun(20, 20, 2)))
                .hasMessage(
                        "even a perfect run of 20 × 2 samples is too short to be sure, which takes 56: max = 3 is the least");
        gate(0.9, 0.95).check(new PlannedRun(20, 20, 3));
    }
}
