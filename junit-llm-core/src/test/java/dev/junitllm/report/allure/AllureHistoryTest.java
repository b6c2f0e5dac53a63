package dev.junitllm.report.allure;

import static dev.junitllm.run.VerdictStatus.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.TestId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By what Allure recognises a result in the next run. */
class AllureHistoryTest {

    @TempDir
    Path folder;

    static class HandbookTestCases {

        @PlannedSet
        void answers(CharSequence golden) {}
    }

    @Test
    void followsTheCaseWhenAnotherIsPutBeforeIt() {
        Cases cases = Cases.of(HandbookTestCases.class, "answers");
        JsonNode before = run("1", cases.passed("b")).named("b");
        JsonNode after = run("2", cases.passed("a"), cases.passed("b")).named("b");

        assertThat(after.path("historyId")).isEqualTo(before.path("historyId"));
        assertThat(after.path("testCaseId")).isEqualTo(before.path("testCaseId"));
        assertThat(Results.identifying(after))
                .isEqualTo(Results.identifying(before))
                .containsExactly("case=b");
    }

    @Test
    void tellsCasesApart() {
        Cases cases = Cases.of(HandbookTestCases.class, "answers");
        Results results = run("1", cases.passed("a"), cases.passed("b"));

        assertThat(results.named("a").path("historyId"))
                .isNotEqualTo(results.named("b").path("historyId"));
        assertThat(results.named("a").path("testCaseId"))
                .isNotEqualTo(results.named("b").path("testCaseId"));
    }

    @Test
    void tellsSamplesOfACaseApart() {
        Cases cases = new Cases(new TestId(HandbookTestCases.class.getName(), "answers"), 2);
        Results results = run("1", sample(cases, 1), sample(cases, 2));

        JsonNode first = results.named("a [1/2]");
        JsonNode second = results.named("a [2/2]");
        assertThat(first.path("testCaseId")).isEqualTo(second.path("testCaseId"));
        assertThat(first.path("historyId")).isNotEqualTo(second.path("historyId"));
        assertThat(Results.identifying(second)).containsExactly("case=a", "sample=2");
    }

    private static CaseResult sample(Cases cases, int sample) {
        return cases.result(
                "a",
                sample,
                CaseOutcome.PASSED,
                false,
                List.of(Cases.score("token-f1", 1, 0.5)),
                null,
                Cases.exchange("x", "x"));
    }

    private Results run(String name, CaseResult... cases) {
        return new AllureRun(folder.resolve(name))
                .plan(Plan.decided(List.of(cases), PASS))
                .run(HandbookTestCases.class);
    }
}
