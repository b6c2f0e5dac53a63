package dev.junitllm.report.allure;

import static dev.junitllm.run.VerdictStatus.FAIL;
import static dev.junitllm.run.VerdictStatus.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.report.SetReport.Ending;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.CaseError;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a verdict looks like in Allure. */
class AllureVerdictTest {

    private static final Cases CASES = Cases.of(HandbookTestCases.class, "answers");

    private static final String NAME = "Verdict: AllureVerdictTest.HandbookTestCases.answers";

    @TempDir
    Path folder;

    static class HandbookTestCases {

        @PlannedSet
        void answers() {}
    }

    static class TwoSetsTestCases {

        @PlannedSet
        void answers() {}

        @PlannedSet
        void refuses() {}

        @Nested
        class German {

            @PlannedSet
            void answers() {}
        }
    }

    @Test
    void isOneResultWhenItPasses() {
        Results results = run(List.of(CASES.passed("a"), CASES.missed("b", true)), PASS, PASS);

        assertThat(results.names()).containsExactly(NAME, "a", "b");
        JsonNode verdict = results.named(NAME);
        assertThat(verdict.path("status").asText()).isEqualTo("passed");
        assertThat(verdict.path("stage").asText()).isEqualTo("finished");
        assertThat(verdict.path("stop").asLong() - verdict.path("start").asLong())
                .isEqualTo(2_000);
        assertThat(verdict.path("steps"))
                .extracting(step -> step.path("name").asText())
                .containsExactly(
                        "PASS @PassRate(atLeast = 0.9): 1 of 2 cases passed",
                        "PASS @PassRate(atLeast = 0.9): 1 of 2 cases passed");
    }

    @Test
    void isTheOneResultThatJUnitsFailureMakesWhenItFails() {
        Results results = run(List.of(CASES.passed("a"), CASES.missed("b", true)), FAIL, PASS);

        assertThat(results.names()).containsExactly(NAME, "a", "b");
        JsonNode verdict = results.named(NAME);
        assertThat(verdict.path("status").asText()).isEqualTo("failed");
        assertThat(verdict.path("statusDetails").path("muted").asBoolean()).isFalse();
        assertThat(verdict.path("statusDetails").path("message").asText())
                .isEqualTo("Gate not passed: FAIL\n"
                        + "FAIL  @PassRate(atLeast = 0.9): 1 of 2 cases passed\ntarget/summary.md");
        assertThat(verdict.path("statusDetails").path("trace").asText()).doesNotContain("\n");
        assertThat(verdict.path("stop").asLong() - verdict.path("start").asLong())
                .isEqualTo(2_000);
        assertThat(Results.labels(verdict, "outcome")).containsExactly("FAIL");
        assertThat(verdict.path("steps").get(0).path("status").asText()).isEqualTo("failed");
        assertThat(verdict.path("steps").get(1).path("status").asText()).isEqualTo("passed");
    }

    @Test
    void describesWhatRanAndWhatEachGateSaid() {
        String description = run(List.of(CASES.passed("a"), CASES.missed("b", true)), FAIL)
                .named(NAME)
                .path("descriptionHtml")
                .asText();

        assertThat(description).isEqualTo("""
                        <p>golden/handbook.jsonl: 1 passed, 1 failed, 0 errors, 0 unscored</p>
                        <ul>
                        <li>FAIL @PassRate(atLeast = 0.9): 1 of 2 cases passed<br>cases 2, seed 7</li>
                        </ul>
                        <p>Summary: <code>target/junit-llm/run/summary.md</code></p>""");
    }

    @Test
    void countsWhatWasNotRunApartFromErrors() {
        CaseResult notRun = CASES.result(
                "b",
                1,
                CaseOutcome.ERROR,
                true,
                List.of(),
                CaseError.of(CaseError.NOT_RUN, "no model"),
                Cases.exchange("30 days", null));

        JsonNode verdict = run(List.of(CASES.passed("a"), notRun, CASES.error("c", true)), FAIL)
                .named(NAME);

        assertThat(verdict.path("descriptionHtml").asText())
                .contains("1 passed, 0 failed, 1 errors, 0 unscored, 1 not run");
    }

    @Test
    void showsWhatEachGateDecidedBy() {
        JsonNode step =
                run(List.of(CASES.passed("a")), PASS).named(NAME).path("steps").get(0);

        assertThat(Results.parameters(step)).containsEntry("cases", "2").containsEntry("seed", "7");
        assertThat(Results.identifying(step)).isEmpty();
    }

    @Test
    void showsTheCasesAGateNamesWithWhatWasAnsweredThenAndNow() {
        Results results = run(List.of(CASES.passed("good"), CASES.missed("b<a>d", true)), FAIL);

        assertThat(results.attachment(results.named(NAME).path("steps").get(0), "newly failing"))
                .contains("newly failing (1)")
                .contains("<tr><td>b&lt;a&gt;d</td><td>was 1</td>"
                        + "<td><div class=\"text\">old &lt;answer&gt;</div></td><td>–</td></tr>");
    }

    @Test
    void isSkippedAndMutedWhereAGateHadNothingToDecideBy() {
        JsonNode verdict =
                run(List.of(CASES.passed("a")), PASS, VerdictStatus.NOT_DECIDED).named(NAME);

        assertThat(verdict.path("status").asText()).isEqualTo("skipped");
        assertThat(verdict.path("statusDetails").path("message").asText()).isEqualTo("Gate not passed: NOT_DECIDED");
        assertThat(verdict.path("statusDetails").path("muted").asBoolean()).isTrue();
    }

    @Test
    void showsTheCasesThatDecided() {
        Results results = run(List.of(CASES.passed("good"), CASES.missed("b<a>d", true)), FAIL);
        String table =
                results.attachment(results.named(NAME).path("steps").get(0), "the cases that decided, worst first");

        assertThat(table)
                .contains("<th>token-f1</th><th>exact-match</th>")
                .contains("<tr><td>b&lt;a&gt;d</td><td class=\"failed\">FAILED</td>"
                        + "<td class=\"number failed\">0.31</td><td class=\"number\">1</td></tr>")
                .doesNotContain("good");
    }

    @Test
    void saysWhyACaseCouldNotDecide() {
        Results results = run(List.of(CASES.error("late", true), CASES.missed("wrong", true)), FAIL);
        String table =
                results.attachment(results.named(NAME).path("steps").get(0), "the cases that decided, worst first");

        assertThat(table)
                .contains("<th>exact-match</th><th>error</th></tr>")
                .contains("<td>TIMEOUT: no answer within 30 s</td></tr>")
                .contains("<td class=\"number\">1</td><td></td></tr>");
    }

    @Test
    void hasTheSameHistoryLabelsAndPlaceWhetherItPassesOrFails() {
        JsonNode passed =
                run(folder.resolve("1"), List.of(CASES.passed("a")), PASS).named(NAME);
        JsonNode failed = run(folder.resolve("2"), List.of(CASES.missed("z", true), CASES.passed("a")), FAIL)
                .named(NAME);

        for (String field : List.of("historyId", "testCaseId", "fullName", "testCaseName", "titlePath")) {
            assertThat(failed.path(field)).as(field).isEqualTo(passed.path(field));
            assertThat(failed.path(field).isMissingNode()).isFalse();
        }
        for (String label : List.of(
                "suite", "subSuite", "package", "testClass", "testMethod", "tag", "AS_ID", "case", "golden-set")) {
            assertThat(Results.labels(failed, label)).as(label).isEqualTo(Results.labels(passed, label));
        }
        assertThat(Results.labels(passed, "golden-set")).containsExactly("golden/handbook.jsonl");
        assertThat(Results.identifying(passed)).isEmpty();
        assertThat(Results.identifying(failed)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR", "INCONCLUSIVE"})
    void isBrokenWhereNothingCanBeSaid(VerdictStatus status) {
        assertThat(run(List.of(CASES.passed("a")), status)
                        .named(NAME)
                        .path("status")
                        .asText())
                .isEqualTo("broken");
    }

    @Test
    void isBrokenWhereTheSetDidNotEnd() {
        JsonNode verdict = new AllureRun(folder)
                .plan(Plan.ended(Ending.BROKEN, List.of(CASES.passed("a"))))
                .run(HandbookTestCases.class)
                .named(NAME);

        assertThat(verdict.path("status").asText()).isEqualTo("broken");
        assertThat(verdict.path("statusDetails").path("message").asText())
                .startsWith("Gate not passed: 2 of 5 cases never ended\n");
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_GATES", "PARTIAL"})
    void isAbsentWhereNoGateWasAsked(Ending ending) {
        Results results = new AllureRun(folder)
                .plan(Plan.ended(ending, List.of(CASES.passed("a"))))
                .run(HandbookTestCases.class);

        assertThat(results.names()).containsExactly("a");
    }

    @Test
    void doesNotMixSeveralSetsThatRunAtOnce() {
        Cases answers = Cases.of(TwoSetsTestCases.class, "answers");
        Cases refuses = Cases.of(TwoSetsTestCases.class, "refuses");
        Results results = new AllureRun(folder)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .plan(Plan.decided(many(answers, "a"), FAIL))
                .plan(Plan.decided(many(refuses, "r"), FAIL))
                .plan(Plan.decided(many(Cases.of(TwoSetsTestCases.German.class, "answers"), "g"), FAIL))
                .run(TwoSetsTestCases.class);

        assertThat(results.all()).hasSize(33);
        JsonNode one = results.named("Verdict: AllureVerdictTest.TwoSetsTestCases.answers");
        JsonNode other = results.named("Verdict: AllureVerdictTest.TwoSetsTestCases.refuses");
        assertThat(one.path("historyId")).isNotEqualTo(other.path("historyId"));
        assertThat(results.attachment(one.path("steps").get(0), "the cases that decided, worst first"))
                .contains("a-7")
                .doesNotContain("r-7");
        assertThat(results.attachment(other.path("steps").get(0), "the cases that decided, worst first"))
                .contains("r-7")
                .doesNotContain("a-7");
    }

    @Test
    void tellsANestedClassFromTheClassAroundIt() {
        Cases nested = Cases.of(TwoSetsTestCases.German.class, "answers");
        Results results = new AllureRun(folder)
                .plan(Plan.decided(List.of(nested.missed("a", true)), FAIL))
                .run(TwoSetsTestCases.German.class);

        assertThat(results.names()).containsExactly("Verdict: AllureVerdictTest.TwoSetsTestCases.German.answers", "a");
    }

    private static List<CaseResult> many(Cases cases, String prefix) {
        return IntStream.range(0, 10)
                .mapToObj(i -> cases.missed(prefix + "-" + i, true))
                .toList();
    }

    private Results run(List<CaseResult> cases, VerdictStatus... gates) {
        return run(folder, cases, gates);
    }

    private static Results run(Path folder, List<CaseResult> cases, VerdictStatus... gates) {
        return new AllureRun(folder).plan(Plan.decided(cases, gates)).run(HandbookTestCases.class);
    }
}
