package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.SharedFolder;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.provider.Arguments;

/** The maintainers' reference numbers, as arguments of parameterized tests: name, inputs, expected and tolerance. */
final class StatisticsReference {

    private StatisticsReference() {}

    static Stream<Arguments> named(String prefix) {
        return SharedFolder.entries("reference/statistics.json")
                .filter(entry -> entry.get("name").asText().startsWith(prefix))
                .map(entry -> Arguments.of(
                        entry.get("name").asText(),
                        entry.get("inputs"),
                        entry.get("expected"),
                        tolerance(entry.get("tolerance"))));
    }

    static void check(JsonNode expected, String field, double value, double tolerance) {
        assertThat(value).as(field).isCloseTo(number(expected, field), within(tolerance));
    }

    static double number(JsonNode node, String field) {
        JsonNode value = node.get(field);
        assertThat(value).as(field).isNotNull();
        return value.asDouble();
    }

    static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    /** Some say in words what holds for simulations, after the number. */
    private static double tolerance(JsonNode tolerance) {
        return tolerance.isNumber()
                ? tolerance.asDouble()
                : Double.parseDouble(tolerance.asText().split(" ", 2)[0]);
    }
}
