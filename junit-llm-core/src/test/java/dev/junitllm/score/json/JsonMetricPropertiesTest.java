package dev.junitllm.score.json;

import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScoringException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every JSON, whatever it is: random ones, from a fixed seed, and hostile ones. */
class JsonMetricPropertiesTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonComparison plain = new JsonComparison();
    private final JsonComparison unordered = plain.unordered("/**");
    private final JsonComparison byName = unordered.within(0.5, 0.1).ignoring("/**/b");
    private final JsonComparison byPlace = byName.ignoring("/a/0");

    @Test
    void everythingEqualsItself() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 1_000; i++) {
            JsonNode json = json(random, 4);
            assertThat(plain.compare(json, json.deepCopy()).f1()).as("%s", json).isEqualTo(1);
            assertThat(unordered.compare(json, shuffled(json, random)).f1())
                    .as("%s", json)
                    .isEqualTo(1);
            assertThat(byName.compare(json, shuffled(json, random)).f1())
                    .as("%s", json)
                    .isEqualTo(1);
            assertThat(byPlace.compare(json, json.deepCopy()).f1())
                    .as("%s", json)
                    .isEqualTo(1);
        }
    }

    @Test
    void comparisonsAreSymmetric() throws Exception {
        Random random = new Random(12);
        for (int i = 0; i < 1_000; i++) {
            JsonNode one = json(random, 3);
            JsonNode other = json(random, 3);
            for (JsonComparison comparison : List.of(plain, unordered)) {
                JsonDifferences there = comparison.compare(one, other);
                JsonDifferences back = comparison.compare(other, one);
                assertThat(there.f1())
                        .as("%s and %s", one, other)
                        .isEqualTo(back.f1())
                        .isBetween(0.0, 1.0);
                assertThat(there.precision()).isEqualTo(back.recall()).isBetween(0.0, 1.0);
                assertThat(there.isEmpty()).isEqualTo(there.f1() == 1);
            }
        }
    }

    @Test
    void leavingOrderOutNeverCostsAnything() throws Exception {
        Random random = new Random(13);
        for (int i = 0; i < 1_000; i++) {
            JsonNode one = json(random, 3);
            JsonNode other = json(random, 3);
            assertThat(unordered.compare(one, other).matchedFields())
                    .as("%s and %s", one, other)
                    .isGreaterThanOrEqualTo(plain.compare(one, other).matchedFields());
        }
    }

    static Stream<Arguments> megabytes() {
        int megabyte = 1 << 20;
        int size = megabyte / 16;
        return Stream.of(
                        "[" + "{\"a\":1},".repeat(megabyte / 8) + "1]",
                        "[".repeat(size),
                        "{\"a\":".repeat(size / 5),
                        "[" + "1,".repeat(size / 2) + "1]",
                        "[" + "{},".repeat(size / 3) + "1]",
                        "[" + "[1],".repeat(size / 4) + "1]",
                        "{" + "\"a\":1,".repeat(size / 6) + "\"b\":1}",
                        "\"" + "\ud800".repeat(size) + "\"",
                        "\"" + "\\ud800".repeat(size / 6) + "\"",
                        "9".repeat(size),
                        "[" + "1e999999999,".repeat(size / 12) + "1]",
                        "`".repeat(size),
                        "```\n".repeat(size / 4),
                        " ".repeat(size))
                .flatMap(text -> Stream.of(
                                new ValidJson(),
                                new ValidJson.Fenced(),
                                new JsonFields(),
                                JsonFields.comparedBy(
                                        new JsonComparison().unordered("/**").within(1, 1)),
                                SchemaConformance.to(
                                        "{\"type\": \"array\", \"uniqueItems\": true, \"items\": {\"multipleOf\": 2}}"))
                        .map(metric -> Arguments.of(metric, text)));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("megabytes")
    @Tag("slow")
    void readAMegabyteInBoundedTime(Scorer metric, String text) {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            try {
                assertThat(value(metric, text, "[1, {\"a\": 2}]")).isBetween(0.0, 1.0);
            } catch (ScoringException e) {
                assertThat(e.kind()).isEqualTo("TOO_LARGE");
            }
        });
    }

    private static JsonNode json(Random random, int depth) {
        switch (random.nextInt(depth == 0 ? 5 : 8)) {
            case 0:
                return JSON.numberNode(random.nextInt(3));
            case 1:
                return DecimalNode.valueOf(BigDecimal.valueOf(random.nextInt(30), random.nextInt(3)));
            case 2:
                return JSON.textNode(
                        List.of("", "a", "\ud800", "\ud83d\ude00", "0").get(random.nextInt(5)));
            case 3:
                return JSON.booleanNode(random.nextBoolean());
            case 4:
                return JSON.nullNode();
            case 5:
                ObjectNode object = JSON.objectNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.set(List.of("a", "b", "c/~", "").get(random.nextInt(4)), json(random, depth - 1));
                }
                return object;
            default:
                ArrayNode array = JSON.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(json(random, depth - 1));
                }
                return array;
        }
    }

    private static JsonNode shuffled(JsonNode json, Random random) {
        if (json.isArray()) {
            List<JsonNode> elements = new ArrayList<>();
            json.forEach(element -> elements.add(shuffled(element, random)));
            Collections.shuffle(elements, random);
            return JSON.arrayNode().addAll(elements);
        }
        ObjectNode object = JSON.objectNode();
        json.properties().forEach(field -> object.set(field.getKey(), shuffled(field.getValue(), random)));
        return json.isObject() ? object : json;
    }
}
