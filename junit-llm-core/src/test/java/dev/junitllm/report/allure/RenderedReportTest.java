package dev.junitllm.report.allure;

import static dev.junitllm.run.VerdictStatus.FAIL;
import static dev.junitllm.run.VerdictStatus.PASS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.report.waterfall.AgentTrace;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Renders results with Allure's own command line. Asked for with {@code -Djunitllm.allure.render=true}, since it needs Node
 * and, the first time, the network.
 */
class RenderedReportTest {

    private static final String SWITCH = "junitllm.allure.render";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path temp;

    static class HandbookTestCases {

        @PlannedSet
        void answersFromTheHandbook(CharSequence golden) {}

        @PlannedSet
        void refusesWhatIsNotInTheHandbook(CharSequence golden) {}
    }

    @Test
    void showsEveryCaseAndVerdictWithItsStatus() throws Exception {
        assumeTrue(
                Boolean.getBoolean(SWITCH),
                "Rendering with `npx allure generate` is skipped: it needs Node and the npm package allure. Ask for it with -D"
                        + SWITCH + "=true");
        Cases answers = Cases.of(HandbookTestCases.class, "answersFromTheHandbook");
        Cases refuses = Cases.of(HandbookTestCases.class, "refusesWhatIsNotInTheHandbook");
        new AllureRun(temp.resolve("results"))
                .plan(Plan.decided(
                        List.of(
                                answers.passed("leave-days"),
                                answers.missed("parental-leave", true),
                                answers.error("sick-note", true),
                                answers.judgeError("remote-work", true),
                                hostile(answers)),
                        FAIL,
                        PASS))
                .plan(Plan.decided(List.of(refuses.passed("shoe-size")), PASS).selecting("1 of 40 cases"))
                .traced(AgentTrace.trace())
                .run(HandbookTestCases.class);

        render();

        assertThat(statuses())
                .containsEntry("leave-days", "passed")
                .containsEntry("parental-leave", "failed muted")
                .containsEntry("sick-note", "broken muted")
                .containsEntry("remote-work", "broken muted")
                .containsEntry("<script>alert(1)</script>", "failed muted")
                .containsEntry("shoe-size", "passed")
                .containsEntry("Verdict: RenderedReportTest.HandbookTestCases.answersFromTheHandbook", "failed")
                .containsEntry("Verdict: RenderedReportTest.HandbookTestCases.refusesWhatIsNotInTheHandbook", "passed")
                .hasSize(8);
        assertThat(steps("leave-days")).contains("invoke_agent refunds", "execute_tool lookup_order");
    }

    private static CaseResult hostile(Cases cases) {
        return cases.result(
                "<script>alert(1)</script>",
                1,
                CaseOutcome.FAILED,
                true,
                List.of(Cases.score("token-f1", 0.1, 0.5)),
                null,
                Cases.exchange(
                        "Ask your manager in writing, four weeks ahead.",
                        "<img src=x onerror=\"document.title='owned'\"> Ask \u202emanager\u001b[31m in writing."));
    }

    private void render() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("npx", "--yes", "allure@3", "generate", "results", "--output", "report")
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("allure.log").toFile())
                .start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0)
                .as("npx allure generate: %s", Files.readString(temp.resolve("allure.log")))
                .isTrue();
    }

    private List<String> steps(String name) throws IOException {
        try (Stream<Path> files = Files.walk(temp.resolve("report"))) {
            for (Path file : files.filter(path -> path.getParent().endsWith("test-results"))
                    .toList()) {
                JsonNode result = new ObjectMapper().readTree(file.toFile());
                if (result.path("name").asText().equals(name)) {
                    return result.path("steps").findValuesAsText("name");
                }
            }
        }
        return List.of();
    }

    private Map<String, String> statuses() throws IOException {
        Map<String, String> statuses = new TreeMap<>();
        try (Stream<Path> files = Files.walk(temp.resolve("report"))) {
            for (Path file : files.filter(path -> path.getParent().endsWith("test-results"))
                    .toList()) {
                JsonNode result = new ObjectMapper().readTree(file.toFile());
                statuses.put(
                        result.path("name").asText(),
                        result.path("status").asText() + (result.path("muted").asBoolean() ? " muted" : ""));
            }
        }
        return statuses;
    }
}
