package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FilesOfARunTest {

    private static final String SECRET = "sk-proj-plantedSecretOfThisTest0123456789";

    static class MixedTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9)
        void answers(GoldenCase golden, Actual actual) {
            actual.attribute("model", "key " + SECRET);
            switch (golden.id()) {
                case "italy" -> actual.output("Milan " + SECRET);
                case "spain" -> throw new IllegalStateException("401 for " + SECRET);
                default -> actual.output(golden.expected());
            }
        }
    }

    private final EvalRun run = EvalTestKit.with("junit.llm.seed", 42).execute(MixedTestCases.class);

    @Test
    void everySampleIsALineOfItsOwn() throws IOException {
        List<JsonNode> cases = lines("cases.jsonl");

        assertThat(cases)
                .extracting(json -> json.get("case").asText())
                .containsExactly("france", "italy", "spain", "peru");
        assertThat(cases)
                .extracting(json -> json.get("outcome").asText())
                .containsExactly("PASSED", "FAILED", "ERROR", "PASSED");
        assertThat(cases.get(2).get("error").get("kind").asText()).isEqualTo("APPLICATION");
        assertThat(cases.get(0).get("contentHash").asText()).matches("[0-9a-f]{32}");
    }

    @Test
    void everyVerdictIsALineWithItsGateAsData() throws IOException {
        JsonNode verdict = lines("verdicts.jsonl").get(0);

        assertThat(verdict.get("gate").toString()).isEqualTo("{\"name\":\"PassRate\",\"atLeast\":0.9}");
        assertThat(verdict.get("status").asText()).isEqualTo("ERROR");
        assertThat(verdict.get("tally").toString())
                .isEqualTo("{\"passed\":2,\"failed\":1,\"errors\":1,\"notApplicable\":0}");
        assertThat(verdict.get("figures").toString()).isEqualTo("{\"cases\":4,\"samples\":4,\"errors\":1,\"seed\":42}");
    }

    @Test
    void theRunsRecordSaysWhatRanOnWhat() throws IOException {
        JsonNode record = json(Files.readString(run.folder().resolve("run.json")));

        assertThat(record.get("schema").asInt()).isEqualTo(1);
        assertThat(record.get("seed").asLong()).isEqualTo(42);
        assertThat(record.get("configuration").get("junit.llm.seed").asText()).isEqualTo("42");
        assertThat(record.get("ended").isNull()).isFalse();
        assertThat(record.at("/versions/java").asText())
                .isEqualTo(Runtime.version().toString());
        assertThat(record.at("/goldenSets/0/fingerprint").asText()).matches("[0-9a-f]{32,64}");
        assertThat(record.at("/goldenSets/0/cases").asInt()).isEqualTo(4);
        assertThat(record.at("/goldenSets/0/scorers/exact-match").asText()).matches("[0-9a-f]{12}");
        assertThat(record.at("/goldenSets/0/verdicts/0/status").asText()).isEqualTo("ERROR");
        assertThat(record.at("/goldenSets/0/verdicts/0/figures/cases").asInt()).isEqualTo(4);
    }

    @Test
    void theSummaryIsThereWhenTheVerdictNamesIt() throws IOException {
        assertThat(Files.readString(run.folder().resolve("summary.md")))
                .contains("FilesOfARunTest")
                .contains("italy");
    }

    @Test
    void noSecretIsLeftInAnyFileOrFailure() throws IOException {
        try (var files = Files.walk(run.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain(SECRET.substring(8));
            }
        }
        String failures = run.results().allEvents().finished().stream()
                .map(event -> event.getPayload(org.junit.platform.engine.TestExecutionResult.class)
                        .flatMap(org.junit.platform.engine.TestExecutionResult::getThrowable)
                        .map(FilesOfARunTest::stackTrace)
                        .orElse(""))
                .collect(Collectors.joining("\n"));
        assertThat(failures).contains("[REDACTED:openai-key]").doesNotContain(SECRET.substring(8));
    }

    private List<JsonNode> lines(String name) throws IOException {
        return Files.readAllLines(run.folder().resolve(name)).stream()
                .map(FilesOfARunTest::json)
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (IOException e) {
            throw new AssertionError("unreadable: " + text, e);
        }
    }

    private static String stackTrace(Throwable thrown) {
        java.io.StringWriter text = new java.io.StringWriter();
        thrown.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }
}
