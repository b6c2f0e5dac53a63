package dev.junitllm.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.ToolCall;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.json.FieldMatch;
import dev.junitllm.score.json.FieldMatcher;
import dev.junitllm.score.tools.ToolArguments;
import dev.junitllm.score.tools.ToolCallMatch;
import dev.junitllm.score.tools.ToolCallScore;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of the section on tool calls of docs/scoring.md, run. */
class ToolsPageTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Understands {@code find Bob} and {@code pay Ann 9.99}. */
    static final class ErrandAgent {

        List<ToolCall> run(String errand) {
            var words = errand.split(" ", -1);
            return switch (words[0]) {
                case "find" -> List.of(find(words[1]));
                case "pay" -> List.of(find(words[1]), pay(words[1], Double.parseDouble(words[2])));
                default -> List.of();
            };
        }

        String answer() {
            return "Done.";
        }

        private static ToolCall find(String name) {
            return ToolCall.of("find_person", JSON.objectNode().put("name", name));
        }

        private static ToolCall pay(String to, double amount) {
            return ToolCall.of("pay", JSON.objectNode().put("to", to).put("amount", amount + 0.004));
        }
    }

    /** Answers the three questions of the page. */
    static final class Model {

        ToolCall call(String question) {
            if (question.contains("weather")) {
                return ToolCall.of(
                        "weather", JSON.objectNode().put("city", "paris").put("days", 3));
            }
            if (question.contains("living room")) {
                JsonNode state = JSON.objectNode().put("temperature", 21.0).put("light", true);
                return ToolCall.of(
                        "set_room", JSON.objectNode().put("room", "Living room").set("state", state));
            }
            var stops = JSON.arrayNode().add("Bonn").add("Koblenz").add("Mainz");
            return ToolCall.of("route", JSON.objectNode().set("stops", stops));
        }
    }

    static class CallsTestCases {

        private final ErrandAgent agent = new ErrandAgent();
        private final Model model = new Model();

        // tag::calls[]
        @GoldenSet("docs/errands.jsonl")
        @ToolCallScore(fields = @FieldMatcher(path = "/amount", tolerance = 0.01))
        void callsTools(GoldenCase golden, Actual actual) {
            agent.run(golden.input()).forEach(actual::toolCall);
            actual.output(agent.answer()); // so that no call made isn't mistaken for nothing recorded
        }
        // end::calls[]

        @GoldenSet("docs/errands.jsonl")
        // tag::modes[]
        @ToolCallScore(match = ToolCallMatch.SUPERSET, arguments = ToolArguments.IGNORED) // the right tools, maybe more
        @ToolCallScore(
                match = ToolCallMatch.F1,
                atLeast = 0.8, // one call too many of five
                fields = {
                    @FieldMatcher(path = "/amount", tolerance = 0.01),
                    @FieldMatcher(path = "/note", match = FieldMatch.IGNORE),
                    @FieldMatcher(path = "/name", match = FieldMatch.REGEX) // the golden file holds expressions
                })
        // end::modes[]
        void callsToolsMoreOrLess(GoldenCase golden, Actual actual) {
            agent.run(golden.input()).forEach(actual::toolCall);
            actual.output(agent.answer());
        }

        // tag::accepted[]
        @GoldenSet(value = "docs/functions.jsonl", input = "/question/0/0/content", toolCalls = "/possible_answer")
        @ToolCallScore(arguments = ToolArguments.ACCEPTED_VALUES)
        void callsFunctions(GoldenCase golden, Actual actual) {
            actual.toolCall(model.call(golden.input()));
        }
        // end::accepted[]
    }

    @ParameterizedTest
    @ValueSource(strings = {"callsTools", "callsToolsMoreOrLess", "callsFunctions"})
    void everyCasePasses(String method) {
        assertThat(PageRun.green(CallsTestCases.class, method).succeeded().count())
                .isEqualTo(3);
    }
}
