package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.run.Bounds;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.Estimate;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Score;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatGatesAskForTest {

    private static final Gate RATE = new PassRateGate(0.5, "");
    private static final Gate BUDGET = new ErrorBudgetGate(new ErrorLimit(0.2));

    /** Wants fresh samples of one case, and looks at the baseline. */
    private record Confirming(boolean confirms, Optional<String> wanted) implements ConfirmingGate {

        @Override
        public GateDescription describe() {
            return new GateDescription("Confirming", Map.of());
        }

        @Override
        public Optional<String> nextFreshSample(RunSummary run) {
            return wanted;
        }

        @Override
        public boolean comparesWithBaseline() {
            return true;
        }

        @Override
        public Verdict decide(RunSummary run) {
            return Verdict.of(describe(), VerdictStatus.PASS, "", tally(run));
        }
    }

    private static final class Broken implements Gate {

        @Override
        public GateDescription describe() {
            throw new IllegalStateException("no name");
        }

        @Override
        public Verdict decide(RunSummary run) {
            throw new IllegalStateException("no verdict");
        }
    }

    @Test
    void judgeScoresWhereOneIsNoErrorBudget() {
        assertThat(Gates.of(List.of()).judgeScores()).isFalse();
        assertThat(Gates.of(List.of(BUDGET)).judgeScores()).isFalse();
        assertThat(Gates.of(List.of(BUDGET, RATE)).judgeScores()).isTrue();
    }

    @Test
    void confirmWhereOneDoes() {
        Gate quiet = new Confirming(false, Optional.empty());
        Gate asking = new Confirming(true, Optional.of("case-2"));

        assertThat(Gates.of(List.of(RATE)).confirm()).isFalse();
        assertThat(Gates.of(List.of(RATE, quiet)).confirm()).isFalse();
        assertThat(Gates.of(List.of(RATE, quiet, asking)).confirm()).isTrue();
    }

    @Test
    void wantAFreshSampleOfTheFirstCaseThatOneAsksFor() {
        RunSummary run = Runs.of("f1").with(3, 1).end();
        Gate quiet = new Confirming(true, Optional.empty());
        Gate first = new Confirming(true, Optional.of("case-2"));
        Gate second = new Confirming(true, Optional.of("case-3"));

        assertThat(Gates.of(List.of(RATE, quiet)).nextFreshSample(run)).isEmpty();
        assertThat(Gates.of(List.of(RATE, quiet, first, second)).nextFreshSample(run))
                .contains("case-2");
    }

    @Test
    void compareWithTheBaselineWhereOneDoes() {
        assertThat(Gates.of(List.of(RATE, BUDGET)).compareWithBaseline()).isFalse();
        assertThat(Gates.of(List.of(RATE, new Confirming(true, Optional.empty())))
                        .compareWithBaseline())
                .isTrue();
    }

    @Test
    void areAllThereInTheirOrderButForFartherBudgets() {
        Gate farther = new ErrorBudgetGate(new ErrorLimit(0.5));

        assertThat(Gates.of(List.of(RATE, BUDGET, farther)).all()).containsExactly(RATE, BUDGET);
        assertThat(Gates.of(List.of(RATE)).isEmpty()).isFalse();
        assertThat(Gates.of(List.of()).isEmpty()).isTrue();
    }

    @Test
    void nameEachSliceOnceAndNoneForTheWholeSet() {
        Gate german = new PassRateGate(Demand.observed(0.5), "", "language=de");
        Gate germanMean = new MeanScoreGate("f1", Demand.observed(0.5), "language=de");

        assertThat(Gates.of(List.of(RATE, german, germanMean)).slices()).containsExactly("language=de");
    }

    @Test
    void answerForNoCaseThatPassed() {
        assertThat(Gates.of(List.of(RATE)).answerFor(CaseOutcome.PASSED, false, List.of(), slice -> true))
                .isFalse();
    }

    @Test
    void needAnAnswerForMissesAloneAndNotForWhatPassed() {
        List<CaseScore> scores = List.of(
                CaseScore.held("f1", Score.of(0), Bar.atLeast(1)),
                CaseScore.held("exact", Score.of(1), Bar.atLeast(1)));

        assertThat(Gates.of(List.of(new PassRateGate(0.5, "f1")))
                        .answerFor(CaseOutcome.FAILED, false, scores, slice -> true))
                .isTrue();
    }

    @Test
    void areNotDecidedWhereSamplesCouldNotRun() {
        RunSummary run = Runs.of("f1").with(7, 1).notRun(3).end();

        assertThat(Gates.of(List.of(RATE)).decide(run))
                .extracting(Verdict::line)
                .containsExactly(
                        "NOT_DECIDED @PassRate(atLeast = 0.5): NOT RUN: for 3 of 10 cases there is neither a recording nor a model to ask");
    }

    @Test
    void areInErrorWhereErrorsBesideWhatCouldNotRunAreTooMany() {
        RunSummary run = Runs.of("f1").with(6, 1).notRun(3).errors(1).end();

        Verdict verdict = Gates.of(List.of(RATE)).decide(run).get(0);

        assertThat(verdict.status()).isEqualTo(VerdictStatus.ERROR);
        assertThat(verdict.deciding()).extracting(SampleResult::caseId).contains("case-10");
    }

    @Test
    void aGateThatCannotEvenDescribeItselfIsNamedByItsClass() {
        assertThat(Gates.of(List.of(new Broken()))
                        .decide(Runs.of("f1").with(1, 1).end()))
                .extracting(Verdict::line)
                .containsExactly("ERROR @Broken: the gate itself failed: java.lang.IllegalStateException: no verdict");
    }

    @Test
    void sayWhichDefaultBudgetErrorsExceed() {
        assertThat(Gates.of(List.of(RATE))
                        .decide(Runs.of("f1").with(48, 1).errors(2).end())
                        .get(0)
                        .reason())
                .isEqualTo(
                        "2 of 50 ended in an error, more than the error budget allows (0.02, the default), so nothing can be said of the rest");
        assertThat(Gates.of(List.of(RATE))
                        .decide(Runs.of("f1").with(48, 1).errors(1).end())
                        .get(0)
                        .reason())
                .contains("(none, the default below 50 cases)");
    }

    @Test
    void measureTheShareOfErrors() {
        assertThat(BUDGET.decide(Runs.of("f1").with(15, 1).with(4, 0).errors(1).end())
                        .estimate())
                .isEqualTo(Estimate.of(0.05));
    }

    @Test
    void areInErrorWhereACasesAnswersErrBesideAScoreThatWasMade() {
        CaseScore miss = CaseScore.held("exact", Score.of(0), Bar.atLeast(1));
        CaseScore error = CaseScore.error("f1", Bar.atLeast(0.5), CaseError.of(CaseError.SCORER, "broken"));
        RunSummary run = Runs.of("exact", "f1").with(5, miss, error).end();

        assertThat(Gates.of(List.of(new PassRateGate(0.5, "exact"))).decide(run))
                .extracting(Verdict::line)
                .containsExactly(
                        "ERROR @PassRate(of = \"exact\", atLeast = 0.5): score f1 could not be made for 5 of 5, more than the error budget allows (none, the default below 50 cases), so nothing can be said of the rest");
    }

    @Test
    void sayNothingOfErrorsThatChangeNoFail() {
        RunSummary run = Runs.of("f1").with(50, 1).with(50, 0).errors(1).end();

        assertThat(new PassRateGate(0.8, "").decide(run).reason())
                .startsWith("50 of 100 cases passed: 0.5, below 0.8 (")
                .endsWith("; 1 error left out");
    }

    @Test
    void aBoundThatIsTheBarReachesItFromBelowAndMissesItByNothingFromAbove() {
        Demand demand = Demand.of(0.5, 0.95, Inconclusive.FAIL);

        assertThat(demand.status(null, bounded(0.5, 0.9))).isEqualTo(VerdictStatus.PASS);
        assertThat(demand.status(null, bounded(0.1, 0.5))).isEqualTo(VerdictStatus.INCONCLUSIVE);
        assertThat(demand.status(null, bounded(0.1, 0.499))).isEqualTo(VerdictStatus.FAIL);
    }

    private static Estimate bounded(double lower, double upper) {
        return Estimate.of(0.45).within(new Bounds(0.95, lower, upper, "any"));
    }

    @Test
    void twoCasesAreEnoughForAMeanThatTheyCanShow() {
        Gate mean = new MeanScoreGate("f1", Demand.of(0.5, 0.5, Inconclusive.FAIL));

        mean.check(new PlannedRun(2, 2, 1));
        assertThatThrownBy(() -> mean.check(new PlannedRun(1, 1, 1)))
                .hasMessageStartingWith(
                        "even a perfect run can't show 0.5 with 1 case at a confidence of 0.5; 2 are needed");
    }

    @Test
    void twoSampledCasesHaveAnIntervalAndOneHasNone() {
        assertThat(RATE.decide(Runs.sampled(2, "f1").with(3, 1).with(1, 0).end())
                        .estimate()
                        .lower())
                .isNotNull();
        assertThat(RATE.decide(Runs.sampled(2, "f1").with(1, 1).with(1, 0).end())
                        .estimate())
                .isEqualTo(Estimate.of(0.5));
        assertThat(OfKGate.of(OfK.ANY, 2, 0.5, "")
                        .decide(Runs.sampled(2, "f1").with(1, 1).with(1, 0).end())
                        .estimate())
                .isEqualTo(Estimate.of(1));
    }

    /** 0.75/0.5 to the 8th is 25.6, and 0.5/0.25 to the 5th is 32; either decides at 20. */
    @Test
    void sayHowMuchMoreLikelyASequenceIsAtOneRateThanAtTheOther() {
        Gate gate = SequentialPassRateGate.of(new PassRateGate(0.5, ""), 0.75, 0.95, Inconclusive.FAIL);

        assertThat(gate.decide(Runs.of("f1").with(10, 1).end()).reason())
                .startsWith("10 of 10 samples of 10 cases passed: 1 (95% interval ")
                .endsWith(
                        "; that is 25.6 times as likely at a rate of 0.75 as at 0.5 (20 times decide), known after 8 samples");
        assertThat(gate.decide(Runs.of("f1").with(5, 0).end()).reason())
                .startsWith("0 of 5 samples of 5 cases passed: 0 (95% interval ")
                .endsWith(
                        "; that is 32 times as likely at a rate of 0.5 as at 0.75 (20 times decide), known after 5 samples");
        assertThat(gate.decide(Runs.of("f1").with(1, 0).end()).reason())
                .startsWith("0 of 1 samples of 1 case passed: 0 (95% interval ")
                .endsWith(
                        "; that is 2 times as likely at a rate of 0.5 as at 0.75, and 20 times would decide: every sample has run, so raise max, or set target farther from atLeast");
    }

    @Test
    void sayOfASequenceWhichScoreReachedItsBar() {
        Gate gate = SequentialPassRateGate.of(new PassRateGate(0.5, "f1"), 1, 0.95, Inconclusive.FAIL);

        assertThat(gate.decide(Runs.of("f1").with(5, 1).end()).reason())
                .startsWith("5 of 5 samples of 5 cases reached the bar of f1: 1 (95% interval ")
                .endsWith(
                        "; that is 32 times as likely at a rate of 1 as at 0.5 (20 times decide), known after 5 samples");
        assertThat(gate.decide(Runs.of("f1").with(1, 0).end()).reason())
                .endsWith(
                        "; that is over a million times as likely at a rate of 0.5 as at 1 (20 times decide), known after 1 sample");
    }
}
