package dev.junitllm.score.tools;

import static dev.junitllm.score.tools.ToolCallsTest.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.SharedFolder;
import dev.junitllm.ToolCall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the tool metrics to numbers computed elsewhere, but for two of them that no match here gives: the share of the
 * longest common subsequence, and the edit similarity, of the names.
 */
@EnabledIf(value = SharedFolder.IS_PRESENT, disabledReason = SharedFolder.ABSENT)
class ReferenceToolCallsTest {

    /** That tool gives half a point for a call with half of its arguments right; ours match or not. */
    private static final int PARTIAL_CREDIT = 3;

    static Stream<Arguments> sequences() {
        return SharedFolder.entries("reference/metrics.json")
                .filter(entry -> entry.get("name").asText().startsWith("tool_calls "))
                .map(entry -> Arguments.of(entry.get("name").asText(), entry.get("inputs"), entry.get("expected")));
    }

    static Stream<Arguments> names() {
        return peers("tool_call_f1_names");
    }

    static Stream<Arguments> accuracies() {
        return peers("tool_call_accuracy");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sequences")
    void agrees(String name, JsonNode inputs, JsonNode expected) throws Exception {
        List<ToolCall> wanted = calls(inputs.get("expected"));
        List<ToolCall> made = calls(inputs.get("actual"));
        ToolCalls exact = ToolCalls.matched(ToolCallMatch.EXACT);
        ToolCalls inOrder = ToolCalls.matched(ToolCallMatch.IN_ORDER);
        ToolCalls f1 = ToolCalls.matched(ToolCallMatch.F1);

        assertThat(value(exact, wanted, made)).isEqualTo(truth(expected, "exact_sequence"));
        assertThat(value(exact.namesOnly(), wanted, made)).isEqualTo(truth(expected, "exact_sequence_names"));
        assertThat(value(inOrder, wanted, made)).isEqualTo(truth(expected, "in_order_subsequence"));
        assertThat(value(inOrder.namesOnly(), wanted, made)).isEqualTo(truth(expected, "in_order_names"));
        assertThat(value(ToolCalls.matched(ToolCallMatch.SUPERSET), wanted, made))
                .isEqualTo(truth(expected, "any_order_superset"));
        assertThat(value(ToolCalls.matched(ToolCallMatch.ANY_ORDER), wanted, made))
                .isEqualTo(truth(expected, "any_order_equal_multiset"));
        assertThat(value(f1, wanted, made))
                .isCloseTo(expected.at("/f1_name_args/f1").asDouble(), within(1e-12));
        assertThat(value(f1.namesOnly(), wanted, made))
                .isCloseTo(expected.at("/f1_names/f1").asDouble(), within(1e-12));
    }

    @ParameterizedTest(name = "{0} #{1}")
    @MethodSource("names")
    void agreesOnNames(String name, int row, JsonNode input, JsonNode expected) throws Exception {
        double f1 = value(
                ToolCalls.matched(ToolCallMatch.F1).namesOnly(),
                named(input.get("expected")),
                named(input.get("actual")));

        assertThat(f1).isCloseTo(expected.asDouble(), within(0.0005));
    }

    @ParameterizedTest(name = "{0} #{1}")
    @MethodSource("accuracies")
    void agreesOnAccuracy(String name, int row, JsonNode input, JsonNode expected) throws Exception {
        List<ToolCall> wanted = pairs(input.get("ref"));
        JsonNode prediction = input.get("pred");
        List<ToolCall> made = prediction.isArray() ? pairs(prediction) : new ArrayList<>(wanted);
        if (prediction.asText().startsWith("reversed")) {
            Collections.reverse(made);
        }

        assertThat(value(new ToolCalls(), wanted, made)).isEqualTo(row == PARTIAL_CREDIT ? 0 : expected.asDouble());
    }

    /** That tool groups calls by message, which matters to it only in the strict mode; ours are one sequence. */
    @ParameterizedTest
    @CsvSource({"ANY_ORDER, unordered", "SUPERSET, superset", "SUBSET, subset", "EXACT, strict"})
    void agreesOnTrajectories(ToolCallMatch match, String mode) throws Exception {
        JsonNode entry = SharedFolder.entries("reference/peer-vectors.json")
                .filter(any -> any.get("metric").asText().equals("trajectory_match"))
                .findFirst()
                .orElseThrow();
        List<ToolCall> expected = ToolCallsTest.calls("get_weather{\"city\":\"London\"} get_weather{\"city\":\"SF\"}");
        List<ToolCall> made = ToolCallsTest.calls("get_weather{\"city\":\"SF\"} get_weather{\"city\":\"London\"}");

        assertThat(value(ToolCalls.matched(match), expected, made)).isEqualTo(truth(entry.get("expected"), mode));
    }

    @Test
    void coversEveryVectorOfItsTopic() {
        assertThat(sequences()).hasSize(4);
        assertThat(names()).hasSize(6);
        assertThat(accuracies()).hasSize(6);
    }

    private static double value(ToolCalls scorer, List<ToolCall> expected, List<ToolCall> made) throws Exception {
        return score(scorer, expected, made).value().orElseThrow();
    }

    private static double truth(JsonNode expected, String name) {
        return expected.get(name).asBoolean() ? 1 : 0;
    }

    private static List<ToolCall> calls(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                .map(i -> ToolCall.of(
                        array.get(i).get("name").asText(), array.get(i).get("args")))
                .toList();
    }

    private static List<ToolCall> named(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                .map(i -> ToolCall.of(array.get(i).asText()))
                .toList();
    }

    private static List<ToolCall> pairs(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                .map(i -> ToolCall.of(array.get(i).get(0).asText(), array.get(i).get(1)))
                .toList();
    }

    private static Stream<Arguments> peers(String metric) {
        return SharedFolder.entries("reference/peer-vectors.json")
                .filter(entry -> entry.get("metric").asText().equals(metric))
                .flatMap(entry -> Stream.iterate(0, i -> i < entry.get("inputs").size(), i -> i + 1)
                        .map(i -> Arguments.of(
                                entry.get("source_path").asText(),
                                i,
                                entry.get("inputs").get(i),
                                entry.get("expected").get(i))));
    }
}
