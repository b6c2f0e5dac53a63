package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.SharedFolder;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.provider.Arguments;

/** Numbers computed elsewhere, and how results are held to them. */
final class ReferenceNumbers {

    private ReferenceNumbers() {}

    /** The entries whose names begin so: name, inputs, what is expected, tolerance. */
    static Stream<Arguments> named(String prefix) {
        return SharedFolder.entries("reference/statistics.json")
                .filter(entry -> entry.get("name").asText().startsWith(prefix))
                .map(entry -> Arguments.of(
                        entry.get("name").asText(),
                        entry.get("inputs"),
                        entry.get("expected"),
                        entry.get("tolerance").asDouble()));
    }

    static void check(JsonNode expected, String field, double value, double tolerance) {
        assertThat(expected.has(field)).as("%s is expected", field).isTrue();
        assertThat(value).as(field).isCloseTo(expected.get(field).asDouble(), within(tolerance));
    }

    static void checkIfExpected(JsonNode expected, String field, double value, double tolerance) {
        if (expected.has(field)) {
            check(expected, field, value, tolerance);
        }
    }

    static void checkDefined(JsonNode expected, OptionalDouble value, double tolerance) {
        if (expected.isNull()) {
            assertThat(value).isEmpty();
        } else {
            assertThat(value).hasValueCloseTo(expected.asDouble(), within(tolerance));
        }
    }

    static double clip(JsonNode bound) {
        return Math.min(1, Math.max(0, bound.asDouble()));
    }

    static int[] ints(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
