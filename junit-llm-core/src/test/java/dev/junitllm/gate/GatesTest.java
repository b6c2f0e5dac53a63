package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Score;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatesTest {

    private static final Gate PASS_RATE = new PassRateGate(0.1, "");

    @ParameterizedTest
    @CsvSource({
        "39, 0, PASS", // 39 cases: no error is allowed
        "38, 1, ERROR",
        "48, 1, ERROR", // 49 cases
        "49, 1, PASS", // 50 cases: 2 %
        "48, 2, ERROR",
        "98, 2, PASS",
        "97, 3, ERROR"
    })
    void allowTwoPercentOfErrorsAndNoneBelowFiftyCases(int passed, int errors, VerdictStatus status) {
        RunSummary run = Runs.of("f1").with(passed, 1).errors(errors).end();

        assertThat(Gates.of(List.of(PASS_RATE)).decide(run).get(0).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"0.05, 19, 1, PASS", "0.05, 18, 2, ERROR", "0, 100, 0, PASS", "0, 99, 1, ERROR", "0.07, 93, 7, PASS"})
    void allowAsManyErrorsAsTheBudgetSays(double atMost, int passed, int errors, VerdictStatus status) {
        RunSummary run = Runs.of("f1").with(passed, 1).errors(errors).end();
        Gates gates = Gates.of(List.of(PASS_RATE, new ErrorBudgetGate(new ErrorLimit(atMost))));

        assertThat(gates.decide(run)).extracting(Verdict::status).containsExactly(status, status);
    }

    @Test
    void sayWhatTheBudgetCounted() {
        Gates gates = Gates.of(List.of(new ErrorBudgetGate(new ErrorLimit(0.05))));

        assertThat(gates.decide(Runs.of("f1").with(19, 1).errors(1).end())
                        .get(0)
                        .line())
                .isEqualTo("PASS @ErrorBudget(atMost = 0.05): 1 of 20 cases ended in an error");
        assertThat(gates.decide(Runs.of("f1").with(18, 1).errors(2).end())
                        .get(0)
                        .line())
                .isEqualTo(
                        "ERROR @ErrorBudget(atMost = 0.05): 2 of 20 ended in an error, more than the error budget allows (@ErrorBudget(atMost = 0.05)), so nothing can be said of the rest");
    }

    @Test
    void areInErrorWhereNothingWasScored() {
        assertThat(Gates.of(List.of(PASS_RATE))
                        .decide(Runs.of("f1").errors(3).end())
                        .get(0)
                        .line())
                .isEqualTo(
                        "ERROR @PassRate(atLeast = 0.1): nothing was scored (3 errors, 0 to which no score applies), so there is nothing to judge");
    }

    @Test
    void areInErrorWhereOverHalfOfTheSetDoesNotApply() {
        RunSummary half = Runs.of("f1").with(5, 1).notApplicable(5).end();
        RunSummary overHalf = Runs.of("f1").with(5, 1).notApplicable(6).end();

        assertThat(Gates.of(List.of(PASS_RATE)).decide(half).get(0).reason())
                .startsWith("5 of 5 cases passed: 1, at least 0.1")
                .endsWith("; doesn't apply to 5");
        assertThat(Gates.of(List.of(PASS_RATE)).decide(overHalf).get(0).line())
                .isEqualTo(
                        "ERROR @PassRate(atLeast = 0.1): the score doesn't apply to 6 of 11, over half of the set, so this gate would judge something else than the set");
    }

    @Test
    void countErrorsOfTheOneScoreAGateNamesEvenBesideAMiss() {
        CaseScore miss = CaseScore.held("exact", Score.of(0), Bar.atLeast(1));
        CaseScore error = CaseScore.error("f1", Bar.atLeast(0.5), CaseError.of(CaseError.SCORER, "broken"));
        RunSummary run = Runs.of("f1", "exact")
                .with(39, error, miss)
                .with(1, CaseScore.held("f1", Score.of(1), Bar.atLeast(0.5)), miss)
                .end();

        List<Verdict> verdicts = Gates.of(List.of(new PassRateGate(0.5, "f1"), new PassRateGate(0.5, "exact")))
                .decide(run);

        assertThat(verdicts).extracting(Verdict::status).containsExactly(VerdictStatus.ERROR, VerdictStatus.ERROR);
    }

    @Test
    void aGateThatThrowsIsAnErrorAndNoPass() {
        Gate broken = new Gate() {
            @Override
            public GateDescription describe() {
                return new GateDescription("Mine", Map.of());
            }

            @Override
            public Verdict decide(RunSummary run) {
                throw new IllegalStateException("division by zero");
            }
        };

        assertThat(Gates.of(List.of(broken)).decide(Runs.of("f1").with(1, 1).end()))
                .extracting(Verdict::line)
                .containsExactly(
                        "ERROR @Mine: the gate itself failed: java.lang.IllegalStateException: division by zero");
    }

    @Test
    void answerForErrorsWhereverThereIsAGateAndForMissesOnlyWhereOneCoversThem() {
        Gates none = Gates.of(List.of());
        Gates budget = Gates.of(List.of(new ErrorBudgetGate(new ErrorLimit(0.1))));
        Gates f1 = Gates.of(List.of(new PassRateGate(0.5, "f1")));
        CaseScore f1Miss = CaseScore.held("f1", Score.of(0), Bar.atLeast(1));
        CaseScore exactMiss = CaseScore.held("exact", Score.of(0), Bar.atLeast(1));

        assertThat(none.answerFor(CaseOutcome.ERROR, false, List.of(), slice -> false))
                .isFalse();
        assertThat(budget.answerFor(CaseOutcome.ERROR, false, List.of(), slice -> false))
                .isTrue();
        assertThat(budget.answerFor(CaseOutcome.FAILED, false, List.of(f1Miss), slice -> false))
                .isFalse();
        assertThat(f1.answerFor(CaseOutcome.FAILED, false, List.of(f1Miss), slice -> false))
                .isTrue();
        assertThat(f1.answerFor(CaseOutcome.FAILED, false, List.of(f1Miss, exactMiss), slice -> false))
                .isFalse();
        assertThat(f1.answerFor(CaseOutcome.FAILED, true, List.of(f1Miss), slice -> false))
                .isFalse();
    }

    @Test
    void takeTheNearestOfTwoBudgets() {
        List<Gate> two = List.of(new ErrorBudgetGate(new ErrorLimit(0.5)), new ErrorBudgetGate(new ErrorLimit(0.0)));

        assertThat(Gates.of(two).decide(Runs.of("f1").with(1, 1).errors(1).end()))
                .extracting(Verdict::line)
                .containsExactly("PASS @ErrorBudget(atMost = 0.5): 1 of 2 cases ended in an error");
    }

    @Test
    void noticeAScoreThatWasNeverMadeBesideMissesOfAnother() {
        CaseScore miss = CaseScore.held("f1", Score.of(0.7), Bar.atLeast(1));
        CaseScore error = CaseScore.error("judge", Bar.atLeast(0.5), CaseError.of("TIMEOUT", "no reply"));
        RunSummary run = Runs.of("f1", "judge").with(4, miss, error).end();

        assertThat(Gates.of(List.of(new MeanScoreGate("f1", 0.5))).decide(run))
                .extracting(Verdict::line)
                .containsExactly(
                        "ERROR @MeanScore(of = \"f1\", atLeast = 0.5): score judge could not be made for 4 of 4, more than the error budget allows (none, the default below 50 cases), so nothing can be said of the rest");
    }
}
