package dev.junitllm.score.json;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.SharedFolder;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the JSON metrics to numbers computed elsewhere. */
@EnabledIf(value = SharedFolder.IS_PRESENT, disabledReason = SharedFolder.ABSENT)
class ReferenceJsonTest {

    /** That tool gives partial credit for numbers and texts that are alike; ours are equal or not. */
    private static final Set<Integer> PARTIAL_CREDIT = Set.of(6, 7, 10);

    /** That tool takes only objects and arrays for JSON; RFC 8259 any value. */
    private static final Set<Integer> SINGLE_VALUES = Set.of(0, 5);

    /** That tool averages over the elements of a list, each by the union of its keys; ours counts all fields alike. */
    private static final Set<Integer> MEANS_OF_ELEMENTS = Set.of(4, 5);

    static Stream<Arguments> comparisons() {
        return SharedFolder.entries("reference/metrics.json")
                .filter(entry -> entry.get("name").asText().startsWith("json_diff "))
                .map(entry -> Arguments.of(entry.get("name").asText(), entry.get("inputs"), entry.get("expected")));
    }

    static Stream<Arguments> differences() {
        return peers("json_diff");
    }

    static Stream<Arguments> validity() {
        return peers("valid_json");
    }

    static Stream<Arguments> lists() {
        return peers("json_match_lists");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("comparisons")
    void countsTheSameFields(String name, JsonNode inputs, JsonNode expected) throws Exception {
        JsonDifferences differences = new JsonComparison().compare(inputs.get("expected"), inputs.get("actual"));

        assertThat(differences.matchedFields())
                .isEqualTo(expected.get("matched").asInt());
        assertThat(differences.expectedFields())
                .isEqualTo(expected.get("expected_leaves").asInt());
        assertThat(differences.actualFields())
                .isEqualTo(expected.get("actual_leaves").asInt());
        assertThat(differences.precision()).isCloseTo(expected.get("precision").asDouble(), within(1e-12));
        assertThat(differences.recall()).isCloseTo(expected.get("recall").asDouble(), within(1e-12));
        assertThat(differences.f1()).isCloseTo(expected.get("f1").asDouble(), within(1e-12));
        List<FieldDifference> first = differences.first();
        assertThat(first.stream()
                        .filter(FieldDifference::isMissing)
                        .map(FieldDifference::pointer)
                        .toList())
                .isEqualTo(texts(expected.get("missing")));
        assertThat(first.stream()
                        .filter(FieldDifference::isExtra)
                        .map(FieldDifference::pointer)
                        .toList())
                .isEqualTo(texts(expected.get("extra")));
        assertThat(first.stream()
                        .filter(difference -> !difference.isMissing() && !difference.isExtra())
                        .map(FieldDifference::pointer)
                        .toList())
                .isEqualTo(texts(expected.get("changed")));
    }

    @ParameterizedTest(name = "{0} #{1}")
    @MethodSource("differences")
    void agreesOnDifferences(String name, int row, JsonNode input, JsonNode expected) throws Exception {
        double f1 = new JsonComparison().compare(input.get(1), input.get(0)).f1();

        assertThat(f1).isCloseTo(PARTIAL_CREDIT.contains(row) ? 0 : expected.asDouble(), within(1e-4));
    }

    @ParameterizedTest(name = "{0} #{1}")
    @MethodSource("validity")
    void agreesOnValidity(String name, int row, JsonNode input, JsonNode expected) throws Exception {
        assertThat(value(new ValidJson(), input.asText(), ""))
                .isEqualTo(SINGLE_VALUES.contains(row) ? 1 : expected.asDouble());
    }

    /** Its lists are matched whatever their order, unless it says so, and its score is a recall. */
    @ParameterizedTest(name = "{0} #{1}")
    @MethodSource("lists")
    void agreesOnLists(String name, int row, JsonNode input, JsonNode expected) throws Exception {
        JsonComparison comparison = new JsonComparison();
        if (!input.path("list_match_mode").asText().equals("ordered")) {
            comparison = comparison.unordered("");
        }
        for (JsonNode key : input.path("exclude_keys")) {
            comparison = comparison.ignoring("/" + key.asText());
        }
        double recall = score(
                        JsonFields.comparedBy(comparison).measuring(FieldFigure.RECALL),
                        input.get("outputs").toString(),
                        input.get("reference").toString())
                .value()
                .orElseThrow();
        double score = input.get("aggregator").asText().equals("all") ? Math.floor(recall) : recall;

        if (MEANS_OF_ELEMENTS.contains(row)) {
            assertThat(score).isEqualTo(row == 4 ? 3.0 / 5 : 8.0 / 9);
        } else {
            assertThat(score).isCloseTo(number(expected), within(1e-9));
        }
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

    private static double number(JsonNode node) {
        String[] parts = node.asText().split("/");
        return parts.length == 1 ? node.asDouble() : Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }

    private static List<String> texts(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                .map(i -> array.get(i).asText())
                .toList();
    }
}
