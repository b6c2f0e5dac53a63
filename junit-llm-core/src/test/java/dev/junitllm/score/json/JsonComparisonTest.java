package dev.junitllm.score.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import dev.junitllm.score.ScoringException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonComparisonTest {

    private final JsonComparison plain = new JsonComparison();

    private static JsonDifferences compare(JsonComparison comparison, String expected, String actual)
            throws ScoringException {
        try {
            return comparison.compare(StrictJson.read(expected), StrictJson.read(actual));
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1.0",
                "100 | 1e2",
                "0.10 | 0.1",
                "-0 | 0.0",
                "12345678901234567890 | 12345678901234567890.0",
                "{\"a\": 1, \"b\": 2} | {\"b\": 2, \"a\": 1}",
                "[1, [2, {}], []] | [1, [2, {}], []]",
                "null | null",
                "\"\\ud800\" | \"\\ud800\"",
                "\"\\u00e9\" | \"é\"",
                "1e999999999 | 10e999999998"
            })
    void findsNoDifference(String expected, String actual) throws Exception {
        assertThat(compare(plain, expected, actual).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{\"a\": 1} | {\"a\": 2} | /a is 2 instead of 1",
                "{\"a\": 1} | {\"a\": \"1\"} | /a is \"1\" instead of 1",
                "{\"a\": true} | {\"a\": 1} | /a is 1 instead of true",
                "{\"a\": 0.1} | {\"a\": 0.10000000000000001} | /a is 0.10000000000000001 instead of 0.1",
                "{\"a\": \"é\"} | {\"a\": \"e\u0301\"} | /a is \"e\u0301\" instead of \"é\"",
                "{\"a\": null} | {} | /a is missing (null); the root is not expected ({})",
                "{\"a\": null, \"b\": 1} | {\"b\": 1} | /a is missing (null)",
                "{\"b\": 1} | {\"a\": null, \"b\": 1} | /a is not expected (null)",
                "[1, 2, 3] | [1, 3] | /1 is 3 instead of 2; /2 is missing (3)",
                "{\"a\": []} | {\"a\": {}} | /a is {} instead of []",
                "{\"a\": {\"b\": 1}} | {\"a\": [1]} | /a/b is missing (1); /a/0 is not expected (1)",
                "{\"a\": {\"b\": 1}} | {\"a\": 1} | /a/b is missing (1); /a is not expected (1)",
                "{\"a/b\": {\"m~n\": 1}} | {\"a/b\": {\"m~n\": 2}} | /a~1b/m~0n is 2 instead of 1",
                "{\"\": 1} | {\"\": 2} | / is 2 instead of 1",
                "1 | 2 | the root is 2 instead of 1",
                "[1,2,3,4,5,6,7] | [0,0,0,0,0,0,0] | /0 is 0 instead of 1; /1 is 0 instead of 2; /2 is 0 instead of 3; /3 is 0 instead of 4; /4 is 0 instead of 5; and 2 more"
            })
    void saysWhereValuesDiffer(String expected, String actual, String differences) throws Exception {
        assertThat(compare(plain, expected, actual).describe()).isEqualTo(differences);
    }

    @Test
    void countsFields() throws Exception {
        JsonDifferences differences = compare(
                plain, "{\"a\": 1, \"b\": {\"c\": [1, 2, 4]}}", "{\"a\": 1.0, \"b\": {\"c\": [1, 2, 3]}, \"d\": {}}");

        assertThat(differences.matchedFields()).isEqualTo(3);
        assertThat(differences.expectedFields()).isEqualTo(4);
        assertThat(differences.actualFields()).isEqualTo(5);
        assertThat(differences.precision()).isEqualTo(0.6);
        assertThat(differences.recall()).isEqualTo(0.75);
        assertThat(differences.f1()).isEqualTo(2.0 * 3 / 9);
        assertThat(differences)
                .hasToString(
                        "precision 0.60 (3 of 5 fields), recall 0.75 (3 of 4 fields): /b/c/2 is 3 instead of 4; /d is"
                                + " not expected ({})");
        assertThat(compare(plain, "{}", "{}")).hasToString("the one field is as expected");
        assertThat(compare(plain, "[1,2]", "[1,2]")).hasToString("all 2 fields are as expected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a | {\"a\": 1, \"b\": 2} | {\"b\": 2}",
                "/a | {\"b\": 2} | {\"a\": {\"c\": [1]}, \"b\": 2}",
                "/a/c | {\"a\": {\"c\": 1}} | {\"a\": {}}",
                "/0 | [1, 2] | [3, 2]",
                "/*/id | [{\"id\": 1, \"n\": 2}, {\"id\": 3, \"n\": 4}] | [{\"id\": 5, \"n\": 2}, {\"n\": 4}]",
                "/**/id | {\"id\": 1, \"a\": [{\"b\": {\"id\": 2, \"n\": 3}}]} | {\"a\": [{\"b\": {\"id\": 9, \"n\": 3}}]}",
                "/a/**/c/* | {\"a\": {\"b\": {\"c\": {\"x\": 1}}, \"c\": [1]}} | {\"a\": {\"b\": {\"c\": {}}, \"c\": []}}",
                "/m~0n~1o | {\"m~n/o\": 1, \"b\": 2} | {\"b\": 2}"
            })
    void leavesFieldsOut(String path, String expected, String actual) throws Exception {
        assertThat(compare(plain, expected, actual).isEmpty()).isFalse();
        assertThat(compare(plain.ignoring(path), expected, actual).isEmpty()).isTrue();
    }

    @Test
    void leavesOutNoMoreThanAsked() throws Exception {
        assertThat(compare(plain.ignoring("/a/b"), "{\"a\": {\"b\": 1}}", "{}").describe())
                .isEqualTo("/a is missing ({\"b\":1}); the root is not expected ({})");
        assertThat(compare(plain.ignoring("/*/id"), "{\"id\": 1}", "{\"id\": 2}")
                        .isEmpty())
                .isFalse();
        assertThat(compare(plain.ignoring("/a"), "{\"ab\": 1}", "{\"ab\": 2}").isEmpty())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/**", "/**/**"})
    void refusesToLeaveOutEverything(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.ignoring("/a", path))
                .withMessage("'" + path + "' leaves nothing to compare");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "a | 'a' is no JSON Pointer: begin it with a slash, as in \"/a\"",
                "/a~b | '/a~b' is no JSON Pointer: write ~ as ~0 and a / within a name as ~1"
            })
    void refusesWhatIsNoPointer(String path, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> plain.oneOf(path)).withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.unordered("/a".repeat(61)))
                .withMessageStartingWith("a path has at most 60 steps");
    }

    @Test
    void toleratesNumbersThatAreNear() throws Exception {
        JsonComparison near = plain.within(0.01, 0).within("/big", 0, 0.1).within("/exact", 0, 0);

        assertThat(compare(
                                near,
                                "{\"a\": 3.14, \"big\": 100, \"exact\": 1}",
                                "{\"a\": 3.13, \"big\": 90, \"exact\": 1}")
                        .isEmpty())
                .isTrue();
        assertThat(compare(
                                near,
                                "{\"a\": 3.14, \"big\": 100, \"exact\": 1}",
                                "{\"a\": 3.12, \"big\": 89.9, \"exact\": 1.001}")
                        .matchedFields())
                .isZero();
        assertThat(compare(near, "1e999999999", "1").matchedFields()).isZero();
        assertThat(compare(near, "\"1\"", "1").matchedFields()).isZero();
    }

    @Test
    void findsRegularExpressions() throws Exception {
        JsonComparison comparison = plain.matching("/q").matching("/id", "\\A[0-9a-f]{4}\\z");

        assertThat(compare(
                                comparison,
                                "{\"q\": \"refunds?|returns?\", \"id\": \"any\"}",
                                "{\"q\": \"a refund\", \"id\": \"00ff\"}")
                        .isEmpty())
                .isTrue();
        assertThat(compare(comparison, "{\"q\": \"^a$\", \"id\": 1}", "{\"q\": 1, \"id\": \"00fff\"}")
                        .describe())
                .isEqualTo("/q is 1 instead of \"^a$\"; /id is \"00fff\" instead of 1");
        assertThatThrownBy(() -> compare(comparison, "{\"q\": \"(\"}", "{\"q\": \"x\"}"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("REGEX_INVALID"))
                .hasMessage("the expected /q is not a regular expression: \"(\" (Unclosed group at index 1)");
        assertThatThrownBy(() -> compare(comparison, "{\"q\": 1}", "{\"q\": \"x\"}"))
                .hasMessage("the expected /q is not a regular expression: 1 (a text that isn't empty is needed)");
        assertThatThrownBy(
                        () -> compare(comparison, "{\"q\": \"(a|aa)+\\\\1$\"}", "{\"q\": \"" + "a".repeat(60) + "!\"}"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("REGEX_LIMIT"));
        assertThatIllegalArgumentException().isThrownBy(() -> plain.matching("/a", ""));
    }

    @Test
    void acceptsOneOfSeveralValues() throws Exception {
        JsonComparison comparison = plain.oneOf("/city");
        String expected = "{\"city\": [\"NYC\", {\"name\": [\"New York\"]}, 1.0]}";

        assertThat(compare(comparison, expected, "{\"city\": \"NYC\"}").isEmpty())
                .isTrue();
        assertThat(compare(comparison, expected, "{\"city\": {\"name\": [\"New York\"]}}")
                        .isEmpty())
                .isTrue();
        assertThat(compare(comparison, expected, "{\"city\": 1}").isEmpty()).isTrue();
        assertThat(compare(comparison, expected, "{\"city\": [\"NYC\"]}"))
                .hasToString(
                        "precision 0.00 (0 of 1 fields), recall 0.00 (0 of 1 fields): /city is [\"NYC\"] instead of"
                                + " [\"NYC\",{\"name\":[\"New York\"]},1.0]");
        assertThat(compare(comparison, expected, "{\"x\": 1}").expectedFields()).isEqualTo(1);
        assertThatThrownBy(() -> compare(comparison, "{\"city\": []}", "{\"city\": 1}"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("NO_CHOICE"));
    }

    @Test
    void pairsElementsAsWellAsPossible() throws Exception {
        JsonComparison unordered = plain.unordered("/**");

        assertThat(compare(unordered, "[1, \"a\", 1, null]", "[null, 1.0, \"a\", 1]")
                        .isEmpty())
                .isTrue();
        assertThat(compare(unordered, "[1, 1, 2]", "[2, 2, 1]").describe())
                .isEqualTo("/1 is missing (1); /1 is not expected (2)");
        assertThat(compare(unordered, "[[1, 2], [3]]", "[[3], [2, 1]]").isEmpty())
                .isTrue();
        assertThat(compare(
                                unordered,
                                "[{\"a\": 1, \"b\": 1}, {\"a\": 1, \"b\": 2}]",
                                "[{\"a\": 1, \"b\": 3}, {\"a\": 1, \"b\": 1}]")
                        .describe())
                .isEqualTo("/1/b (there /0/b) is 3 instead of 2");
        assertThat(compare(unordered.within(0.1, 0), "[1.0, 1.1]", "[1.1, 1.2]").isEmpty())
                .as("greedy pairing would take 1.1 for 1.1")
                .isTrue();
        assertThat(compare(plain.unordered(""), "[1, 2]", "[2, 1]").isEmpty()).isTrue();
        assertThat(compare(plain.unordered("").ignoring("/0"), "[1, 2]", "[3, 2]")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void pairsElementsByKey() throws Exception {
        JsonComparison byId = plain.unordered("/items", "id");
        String expected =
                "{\"items\": [{\"id\": 1, \"n\": \"a\"}, {\"id\": \"2\", \"n\": \"b\"}, {\"id\": 3, \"n\": \"c\"}]}";

        assertThat(compare(
                                byId,
                                expected,
                                "{\"items\": [{\"id\": \"2\", \"n\": \"b\"}, {\"id\": 3, \"n\": \"c\"}, {\"id\": 1.0, \"n\": \"a\"}]}")
                        .isEmpty())
                .isTrue();
        assertThat(compare(
                                byId,
                                expected,
                                "{\"items\": [{\"id\": 3, \"n\": \"x\"}, {\"id\": 2}, {\"id\": 1, \"n\": \"a\"}, {\"id\": 1}, 5]}")
                        .describe())
                .isEqualTo(
                        "/items/1/id is missing (\"2\"); /items/1/n is missing (\"b\"); /items/2/n (there /items/0/n) is"
                                + " \"x\" instead of \"c\"; /items/1/id is not expected (2); /items/3/id is not expected (1); and"
                                + " 1 more");
        assertThatThrownBy(() -> compare(byId, "{\"items\": [{\"id\": 1}, {\"n\": 1}]}", expected))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("ARRAY_KEY"))
                .hasMessage("the expected element /items/1 can't be told apart by 'id': it has no value there; choose"
                        + " another key, or none");
        assertThatThrownBy(() -> compare(byId, "{\"items\": [{\"id\": 1}, {\"id\": 1.0}]}", expected))
                .hasMessage(
                        "the expected element /items/1 can't be told apart by 'id': it has the same one as /items/0;"
                                + " choose another key, or none");
    }

    @Test
    void refusesWhatWouldTakeTooLong() throws Exception {
        String objects =
                IntStream.range(0, 501).mapToObj(i -> "{\"a\": " + i + "}").collect(Collectors.joining(",", "[", "]"));
        String numbers =
                IntStream.range(0, 100_000).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
        JsonComparison unordered = plain.unordered("/**");

        assertThat(compare(unordered, numbers, numbers).matchedFields()).isEqualTo(100_000);
        assertThat(compare(plain.unordered("", "a"), objects, objects).isEmpty())
                .isTrue();
        assertThatThrownBy(() -> compare(unordered, objects, objects))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("TOO_LARGE"))
                .hasMessage("the unordered array at the root has 501 expected and 501 actual elements, of which"
                        + " finding the best pairs would take too long; give it a key, or compare it in order");
        assertThat(compare(unordered, "[{\"a\": 400}]", objects).precision()).isEqualTo(1.0 / 501);
        String rows = IntStream.range(0, 500)
                .mapToObj(i -> "[{\"a\":1},{\"a\":2},{\"a\":3},{\"a\":4},{\"a\":5},{\"a\":6},{\"a\":7}]")
                .collect(Collectors.joining(",", "[", "]"));
        assertThatThrownBy(() -> compare(unordered, rows, rows))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("TOO_LARGE"))
                .hasMessageStartingWith("comparing the JSON was given up after 5000000 steps");
    }

    @Test
    void walksDeepJson() throws Exception {
        String deep = "[".repeat(1_000) + "]".repeat(1_000);

        assertThat(compare(plain, deep, deep).isEmpty()).isTrue();
        assertThat(compare(plain.ignoring("/**/x"), deep, deep).isEmpty()).isTrue();
    }

    @Test
    void comparesTreesMadeByCode() throws Exception {
        assertThat(plain.compare(FloatNode.valueOf(0.1f), DoubleNode.valueOf(0.1))
                        .isEmpty())
                .isTrue();
        assertThat(plain.compare(DoubleNode.valueOf(Double.NaN), DoubleNode.valueOf(Double.NaN))
                        .isEmpty())
                .isTrue();
        assertThat(plain.compare(DoubleNode.valueOf(Double.NaN), DoubleNode.valueOf(1))
                        .isEmpty())
                .isFalse();
    }

    @Test
    void describesEveryRule() {
        assertThat(plain.parameters()).isEmpty();
        assertThat(plain.ignoring("/a")
                        .within("/b", 0.5, 0)
                        .matching("/c", "x")
                        .matching("/c")
                        .oneOf("/d")
                        .unordered("/e", "id")
                        .parameters())
                .containsEntry("rule-001", "[\"/a\",\"ignored\"]")
                .containsEntry("rule-002", "[\"/b\",\"within\",\"0.5\",\"0\"]")
                .containsEntry("rule-003", "[\"/c\",\"matching\",\"x\"]")
                .containsEntry("rule-004", "[\"/c\",\"matching\",\"\"]")
                .containsEntry("rule-005", "[\"/d\",\"one of\"]")
                .containsEntry("rule-006", "[\"/e\",\"unordered\",\"id\"]")
                .hasSize(6);
    }
}
