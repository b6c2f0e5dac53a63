package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.Usage;
import dev.junitllm.run.CaseDecision;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.Estimate;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.ResultTable;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
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
import org.junit.jupiter.api.Test;

/** A run of a fixed number of samples that ends once no further sample could change what the gates say. */
class SettlingStopTest {

    private static final String SCORE = "f1";

    private static final class Simulated {
        final ResultTable table;
        final Gates gates;
        final EarlyStop stop;

        Simulated(int cases, Gate... gates) {
            table = new ResultTable(
                    cases,
                    1,
                    List.of(PlannedScore.alone(SCORE, Bar.atLeast(0.5), "000000000000")),
                    index -> "case-" + (index + 1),
                    index -> "hash");
            this.gates = Gates.of(List.of(gates));
            stop = this.gates
                    .watch(table.summary(Runs.TEST, "golden/demo.jsonl"), StopRule.WHEN_SETTLED)
                    .orElseThrow();
        }

        /** P passes, F fails, E errs, one after the other; how many until it was decided, or -1. */
        int run(String outcomes) {
            for (int place = 0; place < outcomes.length(); place++) {
                stop.begins(place, 1);
                table.add(place, result(place, outcomes.charAt(place)));
                stop.look();
                if (stop.decided()) {
                    return place + 1;
                }
            }
            return -1;
        }

        List<Verdict> verdicts() {
            return stop.reworded(gates.decide(stop.decisive()));
        }
    }

    private static CaseResult result(int place, char outcome) {
        CaseError error = outcome == 'E' ? CaseError.of(CaseError.APPLICATION, "503") : null;
        List<CaseScore> scores = error != null
                ? List.of()
                : List.of(CaseScore.held(SCORE, Score.of(outcome == 'P' ? 1 : 0), Bar.atLeast(0.5)));
        CaseDecision decision = CaseDecision.of(error, false, true, scores);
        return new CaseResult(
                Runs.TEST,
                "case-" + (place + 1),
                1,
                1,
                decision.outcome(),
                true,
                scores,
                null,
                decision.error(),
                new CaseResult.Exchange("in", "out", "out", "hash", null, List.of(), Usage.UNKNOWN, Map.of()),
                Duration.ZERO,
                Duration.ZERO);
    }

    private static Gate ofOnesOwn() {
        return new Gate() {
            @Override
            public GateDescription describe() {
                return new GateDescription("Mine", Map.of());
            }

            @Override
            public Verdict decide(RunSummary run) {
                return Verdict.of(describe(), VerdictStatus.PASS, "as ever", tally(run));
            }
        };
    }

    @Test
    void endsAPassOnceTheRestCouldAllFail() {
        Simulated run = new Simulated(10, new PassRateGate(0.5, ""));

        assertThat(run.run("PPFPPPPPPP")).isEqualTo(6);
        Verdict verdict = run.verdicts().get(0);
        assertThat(verdict.line())
                .isEqualTo(
                        "PASS @PassRate(atLeast = 0.5): 5 of 6 samples passed; the figure over all samples lies between 0.5 and 0.9, whatever those that were left out came to: at least 0.5 either way");
        assertThat(verdict.estimate()).as("no interval for a fixed number").isEqualTo(Estimate.of(5 / 6.0));
        assertThat(verdict.deciding()).extracting(SampleResult::caseId).containsExactly("case-3");
        assertThat(verdict.tally().passed()).isEqualTo(5);
    }

    @Test
    void endsAFailOnceTheRestCouldAllPass() {
        Simulated run = new Simulated(10, new PassRateGate(0.8, ""));

        assertThat(run.run("FPFFPPPPPP")).isEqualTo(4);
        assertThat(run.verdicts())
                .extracting(Verdict::line)
                .containsExactly(
                        "FAIL @PassRate(atLeast = 0.8): 1 of 4 samples passed; the figure over all samples lies between 0.1 and 0.7, whatever those that were left out came to: below 0.8 either way");
    }

    @Test
    void settlesAMeanLikeARate() {
        Simulated run = new Simulated(10, new MeanScoreGate(SCORE, 0.8));

        assertThat(run.run("FFFPPPPPPP")).isEqualTo(3);
        assertThat(run.verdicts())
                .extracting(Verdict::line)
                .containsExactly(
                        "FAIL @MeanScore(of = \"f1\", atLeast = 0.8): 0 of 3 samples passed; the figure over all samples lies between 0 and 0.7, whatever those that were left out came to: below 0.8 either way");
    }

    @Test
    void oneGateThatFailsDecidesNothingAlone() {
        Simulated run = new Simulated(10, new PassRateGate(1, ""), new PassRateGate(0.5, SCORE));

        assertThat(run.run("FPPPPPPPPP")).isEqualTo(6);
        assertThat(run.verdicts()).extracting(Verdict::status).containsExactly(VerdictStatus.FAIL, VerdictStatus.PASS);
        assertThat(run.verdicts().get(0).reason())
                .contains("lies between 0.5 and 0.9,")
                .contains("below 1 either way");
        assertThat(run.verdicts().get(1).reason()).contains("at least 0.5 either way");
    }

    @Test
    void anErrorBudgetIsNoObstacleAndKeepsItsWords() {
        Simulated run = new Simulated(10, new ErrorBudgetGate(new ErrorLimit(0.2)), new PassRateGate(0.5, ""));

        assertThat(run.run("PPPPPPPPPP")).isEqualTo(5);
        assertThat(run.verdicts().get(0).line())
                .isEqualTo("PASS @ErrorBudget(atMost = 0.2): 0 of 5 cases ended in an error");
        assertThat(run.verdicts().get(1).reason()).startsWith("5 of 5 samples passed; the figure over all");
    }

    @Test
    void runsToTheEndWhereSomeGateNeedsEverySample() {
        Simulated own = new Simulated(10, new PassRateGate(0.5, ""), ofOnesOwn());

        assertThat(own.run("PPPPPPPPPP")).isEqualTo(-1);
        assertThat(own.verdicts().get(0).reason()).startsWith("10 of 10 cases passed: 1, at least 0.5 (95% interval");
    }

    /** At 0.95, 9 of 10 passes show that the rate is at least 0.5, and 8 don't; at most 1 of 10 shows that it is below. */
    @Test
    void aConfidenceIsSettledOnceTheBoundsOfAllSamplesAre() {
        Gate sure = new PassRateGate(Demand.of(0.5, 0.95, Inconclusive.FAIL), "");
        Simulated passed = new Simulated(10, sure);

        assertThat(passed.run("PPPPPPPPPP")).isEqualTo(9);
        assertThat(passed.verdicts().get(0).line())
                .startsWith(
                        "PASS @PassRate(atLeast = 0.5, confidence = 0.95): 9 of 9 samples passed; had all that were left"
                                + " out failed, the rate over all samples would still have been shown to be at least 0.5");
        assertThat(new Simulated(10, sure).run("FFFFFFFFFF")).isEqualTo(9);
        Simulated open = new Simulated(10, sure);
        assertThat(open.run("PFPFPFPFPF")).isEqualTo(4);
        assertThat(open.verdicts().get(0).line())
                .startsWith(
                        "INCONCLUSIVE @PassRate(atLeast = 0.5, confidence = 0.95): 2 of 4 samples passed; whatever");
    }

    @Test
    void saysWhatIsSaidOfAnyRunWhereTheLastSampleSettlesIt() {
        Simulated run = new Simulated(4, new PassRateGate(0.75, ""));

        assertThat(run.run("PPFP")).isEqualTo(4);
        assertThat(run.verdicts().get(0).reason()).startsWith("3 of 4 cases passed: 0.75, at least 0.75 (95% interval");
    }

    @Test
    void keepsTheWordsOfAnError() {
        Simulated run = new Simulated(10, new PassRateGate(0.5, ""));

        assertThat(run.run("PEPPPPPPPP")).isEqualTo(2);
        assertThat(run.verdicts())
                .extracting(Verdict::line)
                .containsExactly(
                        "ERROR @PassRate(atLeast = 0.5): 1 of 2 ended in an error, more than the error budget allows (none, the default below 50 cases), so nothing can be said of the rest");
    }

    @Test
    void goesOnWhereErrorsAreAsManyAsTheWholeRunAllows() {
        Gate budget = new ErrorBudgetGate(new ErrorLimit(0.2));

        assertThat(new Simulated(10, budget, new PassRateGate(1, "")).run("EEPPPPPPPP"))
                .isEqualTo(10);
        assertThat(new Simulated(10, budget, new PassRateGate(1, "")).run("EEEPPPPPPP"))
                .isEqualTo(3);
    }

    @Test
    void isRefusedWhereNoGateIsEverSettledOrOneIsNot() {
        Gate sure = new PassRateGate(Demand.of(0.5, 0.95, Inconclusive.FAIL), "");
        Gate ofASlice = new PassRateGate(Demand.observed(0.5), "", "language=de");
        Gate sureMean = new MeanScoreGate(SCORE, Demand.of(0.5, 0.95, Inconclusive.FAIL));
        Gate meanOfASlice = new MeanScoreGate(SCORE, Demand.observed(0.5), "language=de");
        Gate rate = new PassRateGate(0.5, "");
        Gate budget = new ErrorBudgetGate(new ErrorLimit(0.2));

        for (Gate never : List.of(sure, ofASlice, sureMean, meanOfASlice, ofOnesOwn(), budget)) {
            assertThatThrownBy(() -> Gates.of(List.of(never)).check(StopRule.WHEN_SETTLED, 2))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "stopEarly needs a gate whose verdict may be settled before the end, such as @PassRate(atLeast = 0.9)");
        }
        for (Gate never : List.of(sure, ofASlice, sureMean, meanOfASlice, ofOnesOwn())) {
            assertThatThrownBy(() -> Gates.of(List.of(rate, never)).check(StopRule.WHEN_SETTLED, 2))
                    .hasMessage("the verdict of " + never.describe().asWritten()
                            + " is not settled before every sample has run: remove stopEarly");
        }
        assertThatCode(() -> Gates.of(List.of(rate, budget, new MeanScoreGate(SCORE, 0.5)))
                        .check(StopRule.WHEN_SETTLED, 2))
                .doesNotThrowAnyException();
        assertThatCode(() -> Gates.of(List.of(rate, budget, sure)).check(StopRule.WHEN_SETTLED, 1))
                .doesNotThrowAnyException();
    }

    @Test
    void isNoMatterWhereEverySampleRuns() {
        assertThatCode(() -> Gates.of(List.of(ofOnesOwn())).check(StopRule.NEVER, 1))
                .doesNotThrowAnyException();
        assertThat(Gates.of(List.of(new PassRateGate(0.5, "")))
                        .watch(Runs.of(SCORE).with(1, 1).end(), StopRule.NEVER))
                .isEmpty();
    }
}
