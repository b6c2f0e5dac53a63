package dev.junitllm.judge.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.embedding.EmbeddingScore;
import java.util.LinkedHashMap;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Golden sets whose embedding model is a server, through the real engine. */
@Timeout(60)
class EmbeddingScoreRunTest {

    static class PetsTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @EmbeddingScore(atLeast = 0.9)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.id().equals("near") ? "kitten" : "stone");
        }
    }

    /** Cats and kittens point in one direction, all else in another; fish is refused. */
    private static final class Pets extends Dispatcher {

        private static final ObjectMapper MAPPER = new ObjectMapper();

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            try {
                JsonNode input = MAPPER.readTree(request.getBody().utf8()).at("/input");
                if (input.toString().contains("fish")) {
                    return new MockResponse.Builder()
                            .code(400)
                            .body("{\"error\": {\"message\": \"no fish, please\"}}")
                            .build();
                }
                ObjectNode reply = MAPPER.createObjectNode();
                ArrayNode data = reply.putArray("data");
                for (int i = input.size() - 1; i >= 0; i--) {
                    String word = input.get(i).textValue();
                    data.addObject()
                            .put("index", i)
                            .putArray("embedding")
                            .add(word.contains("t") ? 1 : -1)
                            .add(direction(word));
                }
                return new MockResponse.Builder().body(reply.toString()).build();
            } catch (Exception e) {
                return new MockResponse.Builder().code(500).body(e.toString()).build();
            }
        }

        private static double direction(String word) {
            return switch (word) {
                case "cat", "kitten" -> 2;
                case "dog" -> 0.5;
                default -> -3;
            };
        }
    }

    @Test
    void passesFailsAndErrsByCase() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Pets());
            server.start();

            Events cases = run(Map.of(
                            "junit.llm.embedding.model",
                            "pets",
                            "junit.llm.embedding.base-url",
                            server.url("/v1").toString()))
                    .testEvents();

            Map<String, String> thrown = thrown(cases);
            assertThat(thrown).containsOnlyKeys("far", "refused");
            assertThat(thrown.get("far")).contains("embedding-similarity").contains("counted as 0, to 'dog' by pets");
            assertThat(thrown.get("refused")).contains("REQUEST_REFUSED").contains("answered 400: no fish, please");
            assertThat(server.getRequestCount()).isEqualTo(3);
        }
    }

    @Test
    void failsBeforeTheFirstCaseWithoutAModel() {
        Events containers = run(Map.of()).containerEvents();

        assertThat(containers.failed().count()).isEqualTo(1);
        assertThat(thrown(containers).values().toString())
                .contains("@EmbeddingScore")
                .contains(
                        "there is no embedding model: name a class by model = …, or put junit-llm-judge on the test class path"
                                + " and set junit.llm.embedding.model");
    }

    private static org.junit.platform.testkit.engine.EngineExecutionResults run(Map<String, String> settings) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(PetsTestCases.class))
                .configurationParameter("junit.llm.console", "off")
                .configurationParameters(settings)
                .execute();
    }

    private static Map<String, String> thrown(Events events) {
        Map<String, String> thrown = new LinkedHashMap<>();
        events.failed().stream()
                .forEach(event -> thrown.put(
                        event.getTestDescriptor().getDisplayName(),
                        event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getMessage()));
        return thrown;
    }
}
