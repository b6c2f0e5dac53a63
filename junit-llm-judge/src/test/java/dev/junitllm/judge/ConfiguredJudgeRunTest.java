package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.jupiter.GoldenSet;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Golden sets whose judge is the one of the settings, through the real engine. */
@Timeout(60)
class ConfiguredJudgeRunTest {

    static class PoliteTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @JudgeScore(question = "Is the answer polite?", atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            actual.output("A kitten, if you please.");
        }
    }

    static class PanelTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @JudgeScore(
                question = "Is the answer polite?",
                atLeast = 1,
                judges = {"one", "two"},
                aggregate = Aggregate.MEAN)
        void answers(GoldenCase golden, Actual actual) {
            actual.output("A kitten, if you please.");
        }
    }

    @Test
    void asksTheServerOfTheSettings() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            for (int i = 0; i < 3; i++) {
                server.enqueue(new MockResponse.Builder()
                        .code(400)
                        .body("{\"error\": {\"message\": \"not today\"}}")
                        .build());
            }

            assertThat(failures(
                            PoliteTestCases.class,
                            Map.of(
                                    "junit.llm.judge.model",
                                    "m",
                                    "junit.llm.judge.base-url",
                                    server.url("/v1").toString())))
                    .hasSize(3)
                    .allSatisfy(message ->
                            assertThat(message).contains("REQUEST_REFUSED").contains("not today"));
            assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/chat/completions");
        }
    }

    @Test
    void failsBeforeTheFirstCaseWithoutAJudge() {
        assertThat(failures(PoliteTestCases.class, Map.of()))
                .singleElement()
                .asString()
                .contains("@JudgeScore")
                .contains("no judge is configured: set junit.llm.judge.model");
        assertThat(failures(PanelTestCases.class, Map.of("junit.llm.judge.one.base-url", "http://localhost:1")))
                .singleElement()
                .asString()
                .contains("no judge 'one' is configured: set junit.llm.judge.one.model");
    }

    @Test
    void failsBeforeTheFirstCaseWhereTheRunHasABudgetAndTheJudgeNoPrice() {
        assertThat(failures(
                        PoliteTestCases.class,
                        Map.of(
                                "junit.llm.judge.model",
                                "m",
                                "junit.llm.judge.base-url",
                                "http://localhost:1",
                                "junit.llm.max-cost",
                                "1")))
                .singleElement()
                .asString()
                .contains("junit.llm.max-cost is set, but openai-compatible/m has no price");
    }

    private static List<String> failures(Class<?> testClass, Map<String, String> settings) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
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
                .toList();
    }
}
