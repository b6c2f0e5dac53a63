package dev.junitllm.score.json;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.score.Measure;
import dev.junitllm.score.NoScope;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

    private static final String ORDER = "{\"id\": 7, \"total\": 9.99, \"items\": [{\"sku\": \"a\"}, {\"sku\": \"b\"}]}";

    private final JsonFields metric = new JsonFields();

    @JsonScore(
            figure = FieldFigure.RECALL,
            ignore = "/id",
            tolerance = 0.1,
            fields = {
                @FieldMatcher(path = "/total", tolerance = 1),
                @FieldMatcher(path = "/items", unordered = true, key = "sku"),
                @FieldMatcher(path = "/status", match = FieldMatch.ONE_OF),
                @FieldMatcher(path = "/note", match = FieldMatch.REGEX, pattern = "thanks"),
                @FieldMatcher(path = "/who", match = FieldMatch.REGEX),
                @FieldMatcher(path = "/when", match = FieldMatch.IGNORE)
            },
            fenced = true,
            name = "order",
            atLeast = 0.5)
    @JsonScore
    static class Good {}

    @JsonScore(fields = @FieldMatcher(path = "/a", pattern = "x"))
    @JsonScore(fields = @FieldMatcher(path = "/a", key = "id"))
    @JsonScore(fields = @FieldMatcher(path = "/a", unordered = true, tolerance = 1))
    @JsonScore(fields = @FieldMatcher(path = "/a", match = FieldMatch.REGEX, pattern = "("))
    @JsonScore(fields = @FieldMatcher(path = "a", match = FieldMatch.IGNORE))
    @JsonScore(ignore = "")
    @JsonScore(tolerance = -1)
    static class Wrong {}

    @Test
    void scoresF1OverTheFields() throws Exception {
        assertThat(score(metric, ORDER, ORDER)).hasToString("1.0: all 4 fields are as expected");

        Score score =
                score(metric, "{\"id\": 7.0, \"total\": \"9.99\", \"items\": [{\"sku\": \"a\"}], \"x\": null}", ORDER);
        assertThat(score)
                .hasToString(
                        "0.5: precision 0.50 (2 of 4 fields), recall 0.50 (2 of 4 fields): /total is \"9.99\" instead"
                                + " of 9.99; /items/1/sku is missing (\"b\"); /x is not expected (null)");
        assertThat(score.details())
                .containsEntry("precision", 0.5)
                .containsEntry("recall", 0.5)
                .containsEntry("f1", 0.5)
                .containsEntry("matched", 2)
                .containsEntry("changed", 1)
                .containsEntry("missing", 1)
                .containsEntry("unexpected", 1);
    }

    @Test
    void scoresPrecisionOrRecallWhereAsked() throws Exception {
        String expected = "{\"a\": 1, \"b\": 2, \"c\": 3, \"d\": 4}";
        String output = "{\"a\": 1, \"b\": 0}";

        assertThat(value(metric, output, expected)).isEqualTo(2.0 / 6);
        assertThat(value(metric.measuring(FieldFigure.PRECISION), output, expected))
                .isEqualTo(0.5);
        assertThat(value(metric.measuring(FieldFigure.RECALL), output, expected))
                .isEqualTo(0.25);
    }

    @Test
    void takesTheBestAcceptableAnswer() throws Exception {
        assertThat(score(metric, "[1, 2]", "[1]", "[1, 3]", "[1, 2]"))
                .hasToString("1.0: all 2 fields are as expected (against reference 2)");
        assertThat(score(metric, "[1]", "[1]", "[2]"))
                .hasToString("1.0: the one field is as expected (against the expected answer)");
    }

    @Test
    void readsFractionsOfAGoldenFile() throws Exception {
        GoldenCase golden = GoldenCase.builder("a", "q")
                .expected(JsonNodeFactory.instance
                        .objectNode()
                        .<ObjectNode>set("price", DecimalNode.valueOf(new BigDecimal("1.10"))))
                .build();

        assertThat(metric.score(golden, Actual.of("{\"price\": 1.1}")).value()).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sure: {}", "```json\n{}\n```", "{\"a\": 1, \"a\": 1}"})
    void scores0WhereTheOutputIsNoJson(String output) throws Exception {
        Score score = score(metric, output, "{}");

        assertThat(score.value()).hasValue(0);
        assertThat(score.negated().value()).hasValue(0);
        assertThat(score.reason()).startsWith("the output is not JSON: ");
    }

    @Test
    void readsAFencedOutputWhereAllowed() throws Exception {
        assertThat(value(metric.orFenced(), "```json\n{}\n```", "{}")).isEqualTo(1);
    }

    @Test
    void takesAnAnswerThatIsNoJsonForAnError() {
        assertThatThrownBy(() -> score(metric, "{}", "{}", "none\u001b"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("JSON_INVALID"))
                .hasMessageStartingWith(
                        "case 'case-1' (golden/a.jsonl:3): reference 1 is not JSON: 'none\\u001b' (Unrecognized token");
    }

    @Test
    void namesTheCaseWhereItsAnswerDoesNotFitTheRules() {
        JsonFields byId = JsonFields.comparedBy(new JsonComparison().unordered("", "id"));

        assertThatThrownBy(() -> score(byId, "[1]", "[1]"))
                .hasMessageStartingWith(
                        "case 'case-1' (golden/a.jsonl:3): the expected element /0 can't be told apart");
    }

    @Test
    void noticesAnAnswerThatDoesNotFitTheRulesWhateverTheOutput() {
        JsonFields matching = JsonFields.comparedBy(new JsonComparison().matching("/q"));

        assertThatThrownBy(() -> score(matching, "{}", "{\"q\": \"(\"}"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("REGEX_INVALID"));
    }

    @Test
    void isMadeByItsAnnotation() throws Exception {
        JsonScore[] annotations = Good.class.getAnnotationsByType(JsonScore.class);
        Measure measure = new JsonScoreFactory().create(annotations[0], new NoScope());

        assertThat(measure.name()).isEqualTo("order");
        assertThat(measure.bar().atLeast()).isEqualTo(0.5);
        assertThat(measure.scorer().needs()).containsExactly(GoldenPart.ANSWER);
        assertThat(measure.scorer().describe().name()).isEqualTo("json-fields-recall");
        assertThat(measure.scorer().describe().parameters()).hasSize(9).containsEntry("fenced", "allowed");
        assertThat(value(measure.scorer(), """
                        ```json
                        {"total": 9, "tax": 1.05, "items": [{"sku": "b"}, {"sku": "a"}], "status": "open",
                         "note": "many thanks", "who": "Ann", "more": true}
                        ```""", """
                        {"id": 1, "total": 9.99, "tax": 1, "items": [{"sku": "a"}, {"sku": "b"}],
                         "status": ["open", "new"], "note": "", "who": "Ann|Bob", "when": "now"}""")).isEqualTo(1);
        assertThat(new JsonScoreFactory().create(annotations[1], new NoScope()).name())
                .isEqualTo("json-fields");
        assertThat(metric.describe().parameters()).isEmpty();
    }

    @Test
    void refusesWrongAttributes() {
        assertThat(Wrong.class.getAnnotationsByType(JsonScore.class))
                .extracting(annotation -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> new JsonScoreFactory().create(annotation, new NoScope()))
                        .actual()
                        .getMessage())
                .containsExactly(
                        "@FieldMatcher(path = \"/a\"): 'pattern' doesn't go with match = EQUAL, unordered = false",
                        "@FieldMatcher(path = \"/a\"): 'key' doesn't go with match = EQUAL, unordered = false",
                        "@FieldMatcher(path = \"/a\"): 'tolerance' doesn't go with match = EQUAL, unordered = true",
                        "@FieldMatcher(path = \"/a\"): Unclosed group at index 1",
                        "@FieldMatcher(path = \"a\"): 'a' is no JSON Pointer: begin it with a slash, as in \"/a\"",
                        "'' leaves nothing to compare",
                        "tolerance = -1.0: a tolerance is a number from 0 on");
    }
}
