package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.Actual;
import dev.junitllm.jupiter.GoldenSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** How long a judge's answers may be, through the real engine: without a limit nobody knows what a call could cost. */
@Timeout(60)
class OutputLimitRunTest {

    static class PoliteTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @JudgeScore(question = "Is the answer polite?", atLeast = 1)
        void answers(Actual actual) {
            actual.output("A kitten, if you please.");
        }
    }

    static class StrictTestCases {

        @GoldenSet("embedding/pets.jsonl")
        @JudgeScore(question = "Is the answer polite?", atLeast = 1, judges = "strict")
        void answers(Actual actual) {
            actual.output("A kitten, if you please.");
        }
    }

    @TempDir
    private Path folder;

    @Test
    void isNoneUnlessSomebodyNeedsOne() throws Exception {
        assertThat(limits(PoliteTestCases.class, Map.of())).hasSize(3).containsOnlyNulls();
    }

    @Test
    void isWhatIsSetForTheJudge() throws Exception {
        assertThat(limits(PoliteTestCases.class, Map.of("junit.llm.judge.max-output-tokens", "700")))
                .containsExactly(700, 700, 700);
        assertThat(limits(
                        StrictTestCases.class,
                        Map.of(
                                "junit.llm.judge.max-output-tokens", "700",
                                "junit.llm.judge.strict.max-output-tokens", "900")))
                .containsExactly(900, 900, 900);
        assertThat(limits(StrictTestCases.class, Map.of("junit.llm.judge.max-output-tokens", "700")))
                .containsExactly(700, 700, 700);
    }

    @Test
    void isThereWhereTheRunHasABudget() throws Exception {
        assertThat(limits(PoliteTestCases.class, Map.of("junit.llm.max-cost", "1", "junit.llm.prices", prices())))
                .containsExactly(4_096, 4_096, 4_096);
    }

    @Test
    void decidesWhatACallCouldCost() throws Exception {
        Map<String, String> budget = new HashMap<>(Map.of("junit.llm.max-cost", "0.06", "junit.llm.prices", prices()));

        assertThat(limits(PoliteTestCases.class, budget, "BUDGET: ", "not sent: it could cost"))
                .as("4096 tokens at 20 a million don't fit")
                .isEmpty();
        budget.put("junit.llm.judge.max-output-tokens", "500");
        assertThat(limits(PoliteTestCases.class, budget)).containsExactly(500, 500, 500);
    }

    @Test
    void isRefusedWhereItIsNoNumber() throws Exception {
        assertThat(limits(
                        PoliteTestCases.class,
                        Map.of("junit.llm.judge.max-output-tokens", "0"),
                        "junit.llm.judge.max-output-tokens"))
                .isEmpty();
    }

    private String prices() throws Exception {
        return Files.writeString(folder.resolve("prices.yaml"), "models: {m: {input: 0, output: 20}}")
                .toString();
    }

    /** The limits that the server was sent; each failure has to say this. */
    private static List<Integer> limits(Class<?> testClass, Map<String, String> settings, String... failure)
            throws Exception {
        try (CountingServer server = new CountingServer("kitten")) {
            List<String> messages = EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(testClass))
                    .configurationParameter("junit.llm.console", "off")
                    .configurationParameter("junit.llm.cassette.mode", "live")
                    .configurationParameter("junit.llm.judge.model", "m")
                    .configurationParameter("junit.llm.judge.base-url", server.url())
                    .configurationParameters(settings)
                    .execute()
                    .allEvents()
                    .failed()
                    .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                            .getThrowable()
                            .orElseThrow()
                            .getMessage())
                    .toList();
            if (failure.length == 0) {
                assertThat(messages).isEmpty();
            } else {
                assertThat(messages)
                        .isNotEmpty()
                        .allSatisfy(message -> assertThat(message).contains(failure));
            }
            List<Integer> limits = new ArrayList<>();
            for (String body : server.bodies()) {
                JsonNode limit = new ObjectMapper().readTree(body).get("max_tokens");
                limits.add(limit == null ? null : limit.intValue());
            }
            return limits;
        }
    }
}
