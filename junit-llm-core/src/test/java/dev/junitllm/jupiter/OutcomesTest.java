package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.ErrorBudget;
import dev.junitllm.gate.MeanScore;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.MatchesScore;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.engine.reporting.ReportEntry;
import org.opentest4j.AssertionFailedError;

class OutcomesTest {

    static final Map<String, String> CAPITALS = Map.of(
            "What is the capital of France?", "Paris",
            "What is the capital of Italy?", "Rome",
            "What is the capital of Spain?", "Madrid",
            "What is the capital of Peru?", "Lima");

    static class PassingTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(CAPITALS.get(golden.input()));
        }
    }

    @Test
    void eachCaseIsATestThatPassesWhenItsScoresReachTheirBars() {
        EvalRun run = EvalTestKit.run(PassingTestCases.class);

        assertThat(run.statuses())
                .containsExactly(
                        Map.entry("france", "SUCCESSFUL"),
                        Map.entry("italy", "SUCCESSFUL"),
                        Map.entry("spain", "SUCCESSFUL"),
                        Map.entry("peru", "SUCCESSFUL"));
        assertThat(run.verdicts()).isEmpty();
    }

    @Test
    void eachCaseIsReportedToJUnitsOwnReports() {
        assertThat(EvalTestKit.run(PassingTestCases.class).results().testEvents().reportingEntryPublished().stream()
                        .map(event ->
                                event.getRequiredPayload(ReportEntry.class).getKeyValuePairs()))
                .hasSize(4)
                .contains(Map.of(
                        "junit-llm.case", "peru",
                        "junit-llm.outcome", "PASSED",
                        "junit-llm.score.exact-match", "1 PASSED"));
    }

    static class FailingTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.id().equals("italy") ? "Milan" : CAPITALS.get(golden.input()));
        }
    }

    @Test
    void aMissFailsItsCaseWhereThereIsNoGate() {
        EvalRun run = EvalTestKit.run(FailingTestCases.class);

        assertThat(run.statuses()).containsEntry("italy", "FAILED").containsEntry("spain", "SUCCESSFUL");
        assertThat(run.verdicts()).isEmpty();
        assertThat(run.thrownBy("italy"))
                .isInstanceOfSatisfying(AssertionFailedError.class, failure -> {
                    assertThat(failure.getExpected().getStringRepresentation()).isEqualTo("Rome");
                    assertThat(failure.getActual().getStringRepresentation()).isEqualTo("Milan");
                })
                .hasMessageContaining("below the bar")
                .hasMessageContaining("engine/capitals.jsonl:2")
                .hasMessageContaining("exact-match");
    }

    static class GatedTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.75)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.id().equals("italy") ? "Milan" : CAPITALS.get(golden.input()));
        }
    }

    @Test
    void aMissIsOnlySkippedWhereAGateAnswersForIt() {
        EvalRun run = EvalTestKit.run(GatedTestCases.class);

        assertThat(run.statuses()).containsEntry("italy", "ABORTED").containsEntry("spain", "SUCCESSFUL");
        assertThat(run.verdicts()).isEmpty();
        assertThat(run.thrownBy("italy")).hasMessageStartingWith("below the bar; counted by the gate");
    }

    static class BelowTheGateTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.8)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.id().equals("italy") ? "Milan" : CAPITALS.get(golden.input()));
        }
    }

    @Test
    void theGateFailsTheBuildBelowItsBar() {
        EvalRun run = EvalTestKit.run(BelowTheGateTestCases.class);

        assertThat(run.verdict()).startsWith("""
                        OutcomesTest.BelowTheGateTestCases.answers: FAIL (engine/capitals.jsonl)
                          FAIL @PassRate(atLeast = 0.8): 3 of 4 cases passed: 0.75, below 0.8 (95% interval 0.194 to 0.994, Clopper–Pearson)
                            cases 4, samples 4, errors 0, smallest detectable drop 0.518, seed 0, method Clopper–Pearson
                            FAILED italy: exact-match 0 (below its bar)
                          All cases and verdicts:\s""");
        assertThat(run.verdicts().get(0)).isInstanceOf(AssertionError.class);
        assertThat(run.verdicts().get(0).getStackTrace()).isEmpty();
    }

    static class ErringTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) {
            throw new IllegalStateException("503 from the model");
        }
    }

    @Test
    void anErrorFailsItsCaseWithItsCauseWhereThereIsNoGate() {
        EvalRun run = EvalTestKit.run(ErringTestCases.class);

        assertThat(run.statuses().values()).containsOnly("FAILED");
        assertThat(run.thrownBy("france"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("503 from the model");
    }

    static class MostlyErringTestCases {
        @GoldenSet("engine/forty.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9)
        void answers(GoldenCase golden, Actual actual) {
            if (!golden.id().equals("case-01")) {
                throw new IllegalStateException("503 from the model");
            }
            actual.output("1");
        }
    }

    @Test
    void thirtyNineErrorsAndOnePassAreNoPassRateOfOne() {
        EvalRun run = EvalTestKit.run(MostlyErringTestCases.class);

        assertThat(run.statuses()).containsEntry("case-01", "SUCCESSFUL").containsEntry("case-02", "ABORTED");
        assertThat(run.verdict())
                .contains(
                        "ERROR @PassRate(atLeast = 0.9): 39 of 40 ended in an error, more than the error budget allows"
                                + " (none, the default below 50 cases), so nothing can be said of the rest");
        assertThat(run.verdict())
                .contains("\n    ERROR case-02: APPLICATION: java.lang.IllegalStateException: 503 from the model\n");
        assertThat(run.verdicts().get(0)).isNotInstanceOf(AssertionError.class);
    }

    static class UnscoredTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) {}
    }

    @Test
    void aBodyThatRecordsNothingFails() {
        EvalRun run = EvalTestKit.run(UnscoredTestCases.class);

        assertThat(run.statuses().values()).containsOnly("FAILED");
        assertThat(run.thrownBy("peru"))
                .hasMessageStartingWith("nothing was scored: the test body never called actual.output(…)");
    }

    static class UnscoredUnderAGateTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.1)
        void answers(GoldenCase golden, Actual actual) {}
    }

    @Test
    void aBodyThatRecordsNothingFailsTheGate() {
        assertThat(EvalTestKit.run(UnscoredUnderAGateTestCases.class).verdict())
                .contains("ERROR @PassRate(atLeast = 0.1): nothing was scored (4 errors, 0 to which no score applies),"
                        + " so there is nothing to judge");
    }

    static class OnlyAnErrorBudgetTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @ErrorBudget(atMost = 0.5)
        void answers(GoldenCase golden, Actual actual) {
            switch (golden.id()) {
                case "italy" -> actual.output("Milan");
                case "spain" -> throw new IllegalStateException("timeout");
                default -> actual.output(CAPITALS.get(golden.input()));
            }
        }
    }

    @Test
    void aMissFailsItsCaseWhereTheOnlyGateAnswersForNone() {
        EvalRun run = EvalTestKit.run(OnlyAnErrorBudgetTestCases.class);

        assertThat(run.statuses())
                .containsEntry("italy", "FAILED")
                .containsEntry("spain", "ABORTED")
                .containsEntry("peru", "SUCCESSFUL");
        assertThat(run.verdicts()).isEmpty();
    }

    static class OwnAssertionTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.75)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(CAPITALS.get(golden.input()));
            if (golden.id().equals("italy")) {
                assertEquals("a", "b");
            }
        }
    }

    @Test
    void theBodysOwnAssertionIsABarThatAGateWithoutOfAnswersFor() {
        EvalRun run = EvalTestKit.run(OwnAssertionTestCases.class);

        assertThat(run.statuses()).containsEntry("italy", "ABORTED");
        assertThat(run.verdicts()).isEmpty();
    }

    static class OwnAssertionUnderANamedGateTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(of = "exact-match", atLeast = 0.75)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(CAPITALS.get(golden.input()));
            if (golden.id().equals("italy")) {
                assertEquals("a", "b");
            }
        }
    }

    @Test
    void theBodysOwnAssertionFailsItsCaseUnderAGateOfOneScore() {
        EvalRun run = EvalTestKit.run(OwnAssertionUnderANamedGateTestCases.class);

        assertThat(run.statuses()).containsEntry("italy", "FAILED");
        assertThat(run.thrownBy("italy")).isInstanceOf(AssertionFailedError.class);
    }

    static class AbortingTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) {
            assumeTrue(golden.id().equals("france"), "only France is reachable");
            actual.output("Paris");
        }
    }

    @Test
    void anAssumptionSkipsItsCase() {
        EvalRun run = EvalTestKit.run(AbortingTestCases.class);

        assertThat(run.statuses()).containsEntry("france", "SUCCESSFUL").containsEntry("peru", "ABORTED");
        assertThat(run.verdicts()).isEmpty();
    }

    static class AllAbortingTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) {
            assumeTrue(false, "no key");
        }
    }

    @Test
    void aSetOfWhichEveryCaseWasSkippedFails() {
        assertThat(EvalTestKit.run(AllAbortingTestCases.class).verdict())
                .contains("every case was skipped, so nothing was checked");
    }

    static class AbortingUnderAGateTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9)
        void answers(GoldenCase golden, Actual actual) {
            assumeTrue(golden.id().equals("france"), "only France is reachable");
            actual.output("Paris");
        }
    }

    @Test
    void aSkippedCaseCountsAsAnErrorUnderAGate() {
        assertThat(EvalTestKit.run(AbortingUnderAGateTestCases.class).verdict())
                .contains("ERROR @PassRate(atLeast = 0.9): 3 of 4 ended in an error");
    }

    static class FailingAfterEachTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.1)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(CAPITALS.get(golden.input()));
        }

        @AfterEach
        void cleanUp(GoldenCase golden) {
            if (golden.id().equals("peru")) {
                throw new IllegalStateException("the connection leaked");
            }
        }
    }

    @Test
    void whatAfterEachThrowsFailsTheCaseWhateverTheGate() {
        EvalRun run = EvalTestKit.run(FailingAfterEachTestCases.class);

        assertThat(run.statuses()).containsEntry("peru", "FAILED").containsEntry("spain", "SUCCESSFUL");
        assertThat(run.verdict()).contains("1 of 4 ended in an error");
    }

    static class OneFailedBesideOneErringTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @MatchesScore(pattern = "(.+)+\\1\\1\\1!")
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.id().equals("italy") ? "a".repeat(5000) : "x!".repeat(4));
        }
    }

    @Test
    void anErrorOfOneScoreDoesNotHideTheMissOfAnother() {
        EvalRun run = EvalTestKit.run(OneFailedBesideOneErringTestCases.class);

        assertThat(run.thrownBy("italy"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("below the bar")
                .hasMessageContaining("REGEX_LIMIT");
    }

    static class OnlyRecordedTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(value = ExactMatch.class, recordOnly = true)
        @MeanScore(of = "exact-match", atLeast = 0.8)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.id().equals("italy") ? "Milan" : CAPITALS.get(golden.input()));
        }
    }

    @Test
    void casesWhoseScoresAreOnlyRecordedAreLeftToTheGate() {
        EvalRun run = EvalTestKit.run(OnlyRecordedTestCases.class);

        assertThat(run.statuses().values()).containsOnly("SUCCESSFUL");
        assertThat(run.verdict())
                .contains("FAIL @MeanScore(of = \"exact-match\", atLeast = 0.8)")
                .contains("0.75, below 0.8");
    }

    static class DisabledCaseTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.5)
        @ExtendWith(NotItaly.class)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }
    }

    static final class NotItaly implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return context.getDisplayName().equals("italy")
                    ? ConditionEvaluationResult.disabled("not today")
                    : ConditionEvaluationResult.enabled("");
        }
    }

    @Test
    void aCaseThatAConditionDisablesCountsAsAnErrorUnderAGate() {
        EvalRun run = EvalTestKit.run(DisabledCaseTestCases.class);

        assertThat(run.statuses()).containsEntry("italy", "DISABLED").containsEntry("peru", "SUCCESSFUL");
        assertThat(run.verdict()).contains("1 of 4 ended in an error");
    }

    static class SwallowingTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.5)
        @ExtendWith(SwallowEverything.class)
        void answers(GoldenCase golden, Actual actual) {
            throw new IllegalStateException("503");
        }
    }

    static final class SwallowEverything implements TestExecutionExceptionHandler {
        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable thrown) {}
    }

    @Test
    void anErrorThatAnotherExtensionSwallowsIsStillAnError() {
        assertThat(EvalTestKit.run(SwallowingTestCases.class).verdict()).contains("ERROR @PassRate(atLeast = 0.5)");
    }

    static class SwallowingWithoutAGateTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @ExtendWith(SwallowEverything.class)
        void answers(GoldenCase golden, Actual actual) {
            throw new IllegalStateException("503");
        }
    }

    @Test
    void anErrorThatAnotherExtensionSwallowsFailsItsCaseWhereThereIsNoGate() {
        EvalRun run = EvalTestKit.run(SwallowingWithoutAGateTestCases.class);

        assertThat(run.statuses().values()).containsOnly("FAILED");
        assertThat(run.thrownBy("peru")).hasMessageContaining("503");
    }

    static class SkippedBodyTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @ExtendWith(SkipTheBody.class)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }
    }

    static final class SkipTheBody implements InvocationInterceptor {
        @Override
        public void interceptTestTemplateMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
            invocation.skip();
        }
    }

    @Test
    void aBodyThatAnotherExtensionSkipsIsNoPass() {
        EvalRun run = EvalTestKit.run(SkippedBodyTestCases.class);

        assertThat(run.statuses().values()).containsOnly("FAILED");
        assertThat(run.thrownBy("peru")).hasMessage("the test body did not run: another extension skipped it");
    }
}
