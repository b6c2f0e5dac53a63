package dev.junitllm.report.allure;

import static dev.junitllm.run.VerdictStatus.FAIL;
import static dev.junitllm.run.VerdictStatus.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Trace;
import dev.junitllm.report.SetReport.Ending;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Score;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.TestResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a case looks like in Allure. */
class AllureCaseTest {

    private static final Cases CASES = Cases.of(HandbookTestCases.class, "answers");

    @TempDir
    Path folder;

    static class HandbookTestCases {

        @PlannedSet
        void answers(CharSequence golden) {
            Allure.parameter("model", "small-1");
        }
    }

    static class FixtureTestCases {

        @BeforeEach
        void open() {}

        @PlannedSet
        void answers() {
            Allure.step("asked", () -> {});
        }

        @AfterEach
        void close() {}
    }

    @Test
    void isNamedByItsCase() {
        JsonNode shown = only(CASES.passed("refund-3"));

        assertThat(shown.path("name").asText()).isEqualTo("refund-3");
        assertThat(shown.path("testCaseName").asText()).isEqualTo("refund-3");
        assertThat(shown.path("fullName").asText()).isEqualTo(HandbookTestCases.class.getName() + ".answers");
        assertThat(shown.path("status").asText()).isEqualTo("passed");
        assertThat(shown.path("statusDetails").path("message").isTextual()).isFalse();
    }

    @Test
    void carriesLabelsToFilterBy() {
        JsonNode shown = only(CASES.passed("refund-3"));

        assertThat(Results.parameters(shown)).doesNotContainKey("replayed");
        assertThat(Results.labels(shown, "case")).containsExactly("refund-3");
        assertThat(Results.labels(shown, "outcome")).containsExactly("PASSED");
        assertThat(Results.labels(shown, "tag")).containsExactlyInAnyOrder("llm-eval", "leave", "numeric");
        assertThat(Results.labels(shown, "subSuite")).containsExactly("answers");
        assertThat(Results.labels(shown, "junit-llm.pending")).isEmpty();
    }

    @Test
    void attachesInputExpectedAndActualAsText() {
        JsonNode shown = only(CASES.missed("refund-3", true));
        Results results = new Results(folder);

        assertThat(results.attachmentNames(shown))
                .containsExactly("input", "expected", "actual", "expected and actual, word by word");
        assertThat(results.attachment(shown, "input")).isEqualTo("How much leave do I get?");
        assertThat(results.attachment(shown, "expected")).isEqualTo("30 days of leave");
        assertThat(results.attachment(shown, "actual")).isEqualTo("Four weeks of leave");
        assertThat(results.attachment(shown, "expected and actual, word by word"))
                .contains("<del>30 days </del><ins>Four weeks </ins>of leave");
    }

    @Test
    void showsEachScoreAsAStepWithBarAndReason() {
        JsonNode steps = only(CASES.missed("refund-3", true)).path("steps");

        assertThat(steps).hasSize(2);
        assertThat(steps.get(0).path("name").asText()).isEqualTo("token-f1 0.31, below the bar 0.5");
        assertThat(steps.get(0).path("status").asText()).isEqualTo("failed");
        assertThat(steps.get(0).path("statusDetails").path("message").asText()).isEqualTo("3 of 5 words shared");
        assertThat(Results.parameters(steps.get(0)))
                .containsEntry("value", "0.31")
                .containsEntry("bar", "0.5");
        assertThat(steps.get(1).path("name").asText()).isEqualTo("exact-match 1, bar 1 reached");
        assertThat(steps.get(1).path("status").asText()).isEqualTo("passed");
        assertThat(Results.parameters(steps.get(1))).containsEntry("reason", "3 of 5 words shared");
    }

    @Test
    void saysThatAJudgesAnswerWasReplayed() {
        CaseScore replayed =
                CaseScore.held("polite", Score.of(1, "so it is").withDetails(Map.of("replayed", true)), Bar.atLeast(1));

        JsonNode shown = only(CASES.result(
                "refund-3",
                1,
                CaseOutcome.PASSED,
                false,
                List.of(replayed),
                null,
                Cases.exchange("30 days", "30 days")));

        assertThat(Results.parameters(shown)).containsEntry("replayed", "true");
    }

    @Test
    void showsASoftMissFailedAndMuted() {
        JsonNode shown = only(CASES.missed("refund-3", true));

        assertThat(shown.path("status").asText()).isEqualTo("failed");
        assertThat(shown.path("statusDetails").path("muted").asBoolean()).isTrue();
        assertThat(shown.path("statusDetails").path("message").asText())
                .isEqualTo("Below the bar: token-f1 0.31, bar 0.5\ncounted by the gate");
        assertThat(shown.path("statusDetails").path("trace").asText())
                .isEqualTo("org.opentest4j.TestAbortedException: counted by the gate");
        assertThat(Results.labels(shown, "junit-llm.pending")).isEmpty();
    }

    @Test
    void showsSoftErrorsBrokenAndMuted() {
        Results results = new AllureRun(folder)
                .plan(Plan.decided(
                        List.of(
                                CASES.error("app", true),
                                CASES.judgeError("judge", true),
                                CASES.unscored("none", true)),
                        FAIL))
                .run(HandbookTestCases.class);

        for (String name : List.of("app", "judge", "none")) {
            assertThat(results.named(name).path("status").asText()).isEqualTo("broken");
            assertThat(results.named(name).path("statusDetails").path("muted").asBoolean())
                    .isTrue();
        }
        assertThat(message(results, "app")).startsWith("Application error: TIMEOUT: no answer within 30 s\n");
        assertThat(message(results, "judge"))
                .startsWith("Judge error: faithfulness: UNREADABLE: no JSON in the reply\n");
        assertThat(message(results, "none")).startsWith("Nothing scored: no score applies\n");
        assertThat(results.named("app").path("steps").get(0).path("name").asText())
                .isEqualTo("error: TIMEOUT");
        assertThat(results.named("judge").path("steps").get(0).path("status").asText())
                .isEqualTo("broken");
    }

    @Test
    void leavesWhatAnAssumptionSkippedSkipped() {
        CaseResult skipped = CASES.result(
                "a",
                1,
                CaseOutcome.ERROR,
                true,
                List.of(),
                CaseError.of(CaseError.SKIPPED, "no endpoint"),
                Cases.exchange("x", null));
        JsonNode shown = only(skipped);

        assertThat(shown.path("status").asText()).isEqualTo("skipped");
        assertThat(shown.path("statusDetails").path("message").asText()).isEqualTo("counted by the gate");
        assertThat(shown.path("statusDetails").path("muted").asBoolean()).isFalse();
    }

    @Test
    void saysNothingOfWhatJUnitPasses() {
        TestResult recorded = new TestResult().setStatus(Status.PASSED);
        new PendingStatus(PendingStatus.Final.BROKEN, "Nothing scored").leaveIn(recorded);

        PendingStatus.settle(recorded);

        assertThat(recorded.getStatus()).isEqualTo(Status.PASSED);
        assertThat(recorded.getStatusDetails()).isNull();
        assertThat(recorded.getLabels()).isEmpty();
    }

    @Test
    void leavesSoftMissesSkippedWhereThatIsAskedFor() {
        Results results = new AllureRun(folder)
                .softMissesSkipped()
                .plan(Plan.decided(List.of(CASES.missed("refund-3", true)), PASS))
                .run(HandbookTestCases.class);

        assertThat(results.named("refund-3").path("status").asText()).isEqualTo("skipped");
        assertThat(results.named("refund-3").path("statusDetails").path("muted").asBoolean())
                .isFalse();
        assertThat(Results.labels(results.named("refund-3"), "junit-llm.pending"))
                .isEmpty();
    }

    @Test
    void leavesWhatFailedByItselfUnmuted() {
        Results results = new AllureRun(folder)
                .plan(Plan.ended(Ending.NO_GATES, List.of(CASES.missed("a", false), CASES.error("b", false))))
                .run(HandbookTestCases.class);

        assertThat(results.named("a").path("status").asText()).isEqualTo("failed");
        assertThat(results.named("a").path("statusDetails").path("muted").asBoolean())
                .isFalse();
        assertThat(message(results, "a")).isEqualTo("Below the bar: token-f1 0.31, bar 0.5\ntoken-f1 0.31 < 0.5");
        assertThat(results.named("b").path("status").asText()).isEqualTo("broken");
        assertThat(message(results, "b"))
                .isEqualTo("Application error: TIMEOUT: no answer within 30 s\nconnection reset");
    }

    @Test
    void keepsTheUsersParametersAndDropsWhatWasInjected() {
        JsonNode shown = only(CASES.passed("refund-3"));

        assertThat(Results.parameters(shown))
                .containsEntry("case", "refund-3")
                .containsEntry("model", "small-1")
                .containsEntry("tokens", "120 in, 45 out")
                .containsEntry("golden set", "golden/handbook.jsonl, line 3")
                .doesNotContainKeys("UniqueId", "golden", "selection");
    }

    @Test
    void saysHowMuchOfTheSetRan() {
        Results results = new AllureRun(folder)
                .plan(Plan.decided(List.of(CASES.passed("a")), PASS).selecting("1 of 40 cases"))
                .run(HandbookTestCases.class);

        assertThat(Results.parameters(results.named("a"))).containsEntry("selection", "1 of 40 cases");
        assertThat(results.named("Verdict: AllureCaseTest.HandbookTestCases.answers")
                        .path("descriptionHtml")
                        .asText())
                .contains("1 of 40 cases");
    }

    @Test
    void makesHostileTextInert() {
        CaseResult hostile = CASES.result(
                "<b>\u202eevil\u001b[31m",
                1,
                CaseOutcome.PASSED,
                false,
                List.of(Cases.score("a<b>", 0.7, 0.5)),
                null,
                Cases.exchange("<script>alert(1)</script>", "</pre><img src=x onerror=alert(1)>\u202e"));
        JsonNode shown = only(hostile);
        String diff = new Results(folder).attachment(shown, "expected and actual, word by word");

        assertThat(shown.path("name").asText()).isEqualTo("<b>\\u202eevil\\u001b[31m");
        assertThat(diff).doesNotContain("<script", "<img", "\u202e").contains("&lt;", "\\u202e");
        assertThat(new Results(folder).attachment(shown, "actual")).endsWith("\\u202e");
    }

    @Test
    void isFilledBesideFixturesAndSteps() {
        Cases cases = Cases.of(FixtureTestCases.class, "answers");
        Results results = new AllureRun(folder)
                .plan(Plan.decided(List.of(cases.missed("a", true)), PASS))
                .run(FixtureTestCases.class);

        JsonNode shown = results.named("a");
        assertThat(shown.path("status").asText()).isEqualTo("failed");
        assertThat(shown.path("steps").findValuesAsText("name")).contains("asked", "token-f1 0.31, below the bar 0.5");
        assertThat(results.attachmentNames(shown)).contains("input");
    }

    @Test
    void fillsEachCaseWithItsOwnOnAPoolOfThreads() {
        List<CaseResult> cases = IntStream.range(0, 60)
                .mapToObj(i -> i % 2 == 0 ? CASES.passed("case-" + i) : CASES.missed("case-" + i, true))
                .toList();
        Results results = new AllureRun(folder)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
                .plan(Plan.decided(cases, FAIL))
                .run(HandbookTestCases.class);

        assertThat(results.all()).hasSize(61);
        for (int i = 0; i < 60; i++) {
            JsonNode shown = results.named("case-" + i);
            assertThat(shown.path("status").asText()).isEqualTo(i % 2 == 0 ? "passed" : "failed");
            assertThat(Results.labels(shown, "case")).containsExactly("case-" + i);
            assertThat(results.attachmentNames(shown)).hasSize(4);
        }
    }

    @Test
    void leavesAloneATestThatRunsAGoldenSetInsideItself() {
        AllureLifecycle lifecycle = new AllureLifecycle(new FileSystemResultsWriter(folder));
        TestResult outer = new TestResult().setUuid("outer").setName("outer").setStatus(Status.PASSED);
        outer.getLabels().add(new Label().setName("testClass").setValue("a.Other"));
        outer.getLabels().add(new Label().setName("testMethod").setValue("answers"));
        lifecycle.scheduleTestCase(outer);
        lifecycle.startTestCase("outer");

        AllureReporter reporter = new AllureReporter(() -> lifecycle, () -> folder, false);
        reporter.caseFinished(CASES.missed("a", true), Trace.NONE, "");
        Plan plan = Plan.decided(List.of(CASES.missed("a", true)), PASS);
        reporter.setFinished(plan.report(), plan.run());
        assertThat(lifecycle.getCurrentTestCase()).contains("outer");
        lifecycle.stopTestCase("outer");
        lifecycle.writeTestCase("outer");

        assertThat(folder.toFile().list()).containsExactly("outer-result.json");
        assertThat(new Results(folder).named("outer").path("steps")).isEmpty();
    }

    @Test
    void writesNothingWhereAllureDoesNotListen() {
        new AllureRun(folder)
                .withoutListener()
                .plan(Plan.decided(List.of(CASES.missed("a", true)), PASS))
                .run(HandbookTestCases.class);

        assertThat(folder).isEmptyDirectory();
    }

    private JsonNode only(CaseResult result) {
        return new AllureRun(folder)
                .plan(Plan.decided(List.of(result), PASS)).run(HandbookTestCases.class).all().stream()
                        .filter(shown -> !shown.path("name").asText().startsWith("Verdict: "))
                        .findFirst()
                        .orElseThrow();
    }

    private static String message(Results results, String name) {
        return results.named(name).path("statusDetails").path("message").asText();
    }
}
