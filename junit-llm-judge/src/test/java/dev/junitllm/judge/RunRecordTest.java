package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.GoldenSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What a run keeps and says of its judges. */
@Timeout(60)
class RunRecordTest {

    private static final Pattern SUMMARY = Pattern.compile("All cases and verdicts: (\\S+summary\\.md)");
    private static final Pattern CODE = Pattern.compile("whose field `nonce` is (\\S+?)\"");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static class PanelTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @JudgeScore(
                question = "Is the answer polite?",
                atLeast = 1,
                judges = {"strict", "mild"},
                aggregate = Aggregate.MEAN)
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            actual.output("A kitten, if you please.");
        }
    }

    private MockWebServer server;
    private Path folder;

    @TempDir
    private Path prices;

    @BeforeEach
    void run() throws IOException {
        Path table = Files.writeString(
                prices.resolve("prices.yaml"), "currency: EUR\nmodels:\n  big: {input: 1, output: 10}\n");
        server = new MockWebServer();
        server.setDispatcher(new Says());
        server.start();
        String address = server.url("/v1").toString();
        folder = folder(Map.of(
                "junit.llm.judge.model",
                "big",
                "junit.llm.judge.base-url",
                address + "/sk-proj-0123456789abcdefghijKLMN",
                "junit.llm.judge.retries",
                "0",
                "junit.llm.judge.mild.model",
                "small",
                "junit.llm.prices",
                table.toString()));
        server.close();
    }

    @Test
    void keepsTheSettingsOfEachNamedJudgeWithoutSecrets() throws IOException {
        JsonNode set = record();

        assertThat(set.at("/judge.strict/model").asText()).isEqualTo("big");
        assertThat(set.at("/judge.mild/model").asText()).isEqualTo("small");
        assertThat(set.at("/judge.mild/provider").asText()).isEqualTo("openai-compatible");
        assertThat(set.at("/judge.mild/retries").asText()).isEqualTo("0");
        assertThat(set.at("/judge.mild/base-url").asText())
                .contains("http://localhost:")
                .doesNotContain("KLMN");
        assertThat(set.has("judge")).isFalse();
        assertThat(Files.readString(folder.resolve("run.json"))).doesNotContain("KLMN");
    }

    @Test
    void keepsWhatTheJudgesCost() throws IOException {
        JsonNode calls = record().path("judgeCalls");

        assertThat(calls.path("models")).hasToString("[\"openai-compatible/big\",\"openai-compatible/small\"]");
        assertThat(calls.path("calls").asInt()).isEqualTo(6);
        assertThat(calls.path("replayed").asInt()).isZero();
        assertThat(calls.path("tokens").asInt()).isEqualTo(6 * 1_100);
        assertThat(calls.path("cost").asText()).isEqualTo("0.006"); // three calls of 1000 and 100 tokens
        assertThat(calls.path("currency").asText()).isEqualTo("EUR");
        assertThat(calls.path("callsWithoutCost").asInt()).isEqualTo(3);
    }

    @Test
    void saysInTheSummaryWhatTheJudgesCost() throws IOException {
        assertThat(Files.readString(folder.resolve("summary.md")))
                .contains("the judge was asked 6 times, 6600 tokens, cost at least 0.006 EUR");
    }

    private JsonNode record() throws IOException {
        return MAPPER.readTree(folder.resolve("run.json").toFile()).at("/goldenSets/0");
    }

    private static Path folder(Map<String, String> settings) {
        String failure = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(PanelTestCases.class))
                .configurationParameter("junit.llm.console", "off")
                .configurationParameter("junit.llm.cassette.mode", "live")
                .configurationParameters(settings)
                .execute()
                .allEvents()
                .failed()
                .stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage())
                .reduce((first, last) -> last)
                .orElseThrow();
        Matcher summary = SUMMARY.matcher(failure);
        assertThat(summary.find()).as(failure).isTrue();
        return Path.of(summary.group(1)).getParent();
    }

    /** Finds everything impolite, for 1,000 tokens in and 100 out. */
    private static final class Says extends Dispatcher {

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            Matcher code = CODE.matcher(request.getBody().utf8());
            if (!code.find()) {
                throw new AssertionError("no code");
            }
            ObjectNode verdict = MAPPER.createObjectNode().put("nonce", code.group(1));
            verdict.put("evidence", "").put("reason", "so it is").put("verdict", "NO");
            ObjectNode reply = MAPPER.createObjectNode();
            reply.putArray("choices")
                    .addObject()
                    .put("finish_reason", "stop")
                    .putObject("message")
                    .put("content", verdict.toString());
            reply.putObject("usage")
                    .put("prompt_tokens", 1_000)
                    .put("completion_tokens", 100)
                    .put("total_tokens", 1_100);
            return new MockResponse.Builder()
                    .addHeader("Content-Type", "application/json")
                    .body(reply.toString())
                    .build();
        }
    }
}
