package dev.junitllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenCaseTest {

    private static final String INPUT = "What is the refund time?";

    record Question(String text, int year) {}

    @Test
    void givesTextAsItIsAndOtherJsonCompact() {
        GoldenCase golden = GoldenCase.builder("a", json("{ \"b\": 1 }"))
                .expected(json("[1, 2]"))
                .build();

        assertThat(GoldenCase.builder("a", "x").build().input()).isEqualTo("x");
        assertThat(golden.input()).isEqualTo("{\"b\":1}");
        assertThat(golden.expected()).isEqualTo("[1,2]");
    }

    @Test
    void bindsInputAndExpectedToRecords() {
        GoldenCase golden = GoldenCase.builder("a", json("{\"text\": \"why\", \"year\": 2020}"))
                .expected(json("42"))
                .build();

        assertThat(golden.input(Question.class)).isEqualTo(new Question("why", 2020));
        assertThat(golden.expected(Integer.class)).isEqualTo(42);
        assertThat(golden.input(String.class)).isEqualTo("{\"text\":\"why\",\"year\":2020}");
    }

    @Test
    void namesTheCaseAndItsPlaceWhereBindingFails() {
        GoldenCase golden = GoldenCase.builder("refund-3", "text")
                .location("golden/a.jsonl:12")
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> golden.input(Integer.class))
                .withMessageStartingWith(
                        "case 'refund-3' (golden/a.jsonl:12): its 'input' can't be read as java.lang.Integer: ");
    }

    @Test
    void listsTheExpectedAnswerBeforeTheReferences() {
        GoldenCaseBuilder builder = GoldenCase.builder("a", INPUT).references(List.of("b", "c"));

        assertThat(builder.build().acceptableAnswers()).containsExactly("b", "c");
        assertThat(builder.expected("a").build().acceptableAnswers()).containsExactly("a", "b", "c");
    }

    @Test
    void saysWhichPartIsMissing() {
        GoldenCase golden = GoldenCase.builder("a", INPUT).build();

        assertThat(golden.hasExpected()).isFalse();
        assertThatThrownBy(golden::expected).isInstanceOf(MissingPartException.class);
        assertThatThrownBy(golden::acceptableAnswers)
                .isInstanceOf(MissingPartException.class)
                .hasMessage(
                        "case 'a' has no 'expected' or 'references': add it to the golden file, or use a scorer that"
                                + " doesn't need it");
    }

    @Test
    void refusesABlankId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoldenCase.builder(" ", INPUT))
                .withMessage("a golden case needs an id that isn't blank");
    }

    @Test
    void isNotChangedByWhatItWasMadeOfOrGivesAway() {
        ObjectNode input = (ObjectNode) json("{\"a\": 1}");
        GoldenCase golden = GoldenCase.builder("a", input).metadata(input).build();
        input.put("a", 2);
        ((ObjectNode) golden.inputJson()).put("a", 3);
        golden.metadata().put("a", 4);

        assertThat(golden.input()).isEqualTo("{\"a\":1}");
        assertThat(golden.metadata("/a")).contains("1");
    }

    @Test
    void readsMetadataByPointer() {
        GoldenCase golden = GoldenCase.builder("a", INPUT)
                .metadata((ObjectNode) json("{\"lang\": {\"code\": \"de\"}, \"none\": null}"))
                .build();

        assertThat(golden.metadata("/lang/code")).contains("de");
        assertThat(golden.metadata("/lang")).contains("{\"code\":\"de\"}");
        assertThat(golden.metadata("/none")).isEmpty();
        assertThat(golden.metadata("/missing")).isEmpty();
    }

    @Test
    void printsAHostileIdHarmlessly() {
        assertThat(GoldenCase.builder("a\u001b\n", INPUT).build()).hasToString("case 'a\\u001b\\n'");
    }

    @Test
    void hashesContentWhateverTheOrderOfKeys() {
        String one = GoldenCase.builder("a", json("{\"a\": {\"x\": 1, \"y\": [1, 2]}, \"b\": \"\"}"))
                .build()
                .contentHash();
        String other = GoldenCase.builder("a", json("{\"b\": \"\", \"a\": {\"y\": [1, 2], \"x\": 1}}"))
                .build()
                .contentHash();

        assertThat(one).isEqualTo(other).matches("[0-9a-f]{32}");
    }

    @Test
    void hashesNothingThatCantDecideAScore() {
        assertThat(GoldenCase.builder("b", INPUT)
                        .tags(List.of("t"))
                        .origin(Origin.PRODUCTION)
                        .location("x:1")
                        .build()
                        .contentHash())
                .isEqualTo(GoldenCase.builder("a", INPUT).build().contentHash());
    }

    static Stream<Arguments> different() {
        GoldenCaseBuilder plain = GoldenCase.builder("a", INPUT);
        return Stream.of(
                Arguments.of("input", GoldenCase.builder("a", INPUT + " ").build(), plain.build()),
                Arguments.of(
                        "broken surrogate",
                        GoldenCase.builder("a", "\ud800").build(),
                        GoldenCase.builder("a", "?").build()),
                Arguments.of(
                        "text and number",
                        GoldenCase.builder("a", "1").build(),
                        GoldenCase.builder("a", json("1")).build()),
                Arguments.of(
                        "null and its name",
                        GoldenCase.builder("a", json("null")).build(),
                        GoldenCase.builder("a", "null").build()),
                Arguments.of(
                        "array order",
                        GoldenCase.builder("a", json("[1,2]")).build(),
                        GoldenCase.builder("a", json("[2,1]")).build()),
                Arguments.of(
                        "nesting",
                        GoldenCase.builder("a", json("[[1],2]")).build(),
                        GoldenCase.builder("a", json("[[1,2]]")).build()),
                Arguments.of("expected", build().expected("x").build(), plain.build()),
                Arguments.of(
                        "expected and reference",
                        build().expected("x").build(),
                        build().references(List.of("x")).build()),
                Arguments.of(
                        "references joined",
                        build().references(List.of("ab")).build(),
                        build().references(List.of("a", "b")).build()),
                Arguments.of(
                        "context",
                        build().context(List.of(Document.of("d", "x"))).build(),
                        build().context(List.of(Document.of("d", "y"))).build()),
                Arguments.of(
                        "context facts",
                        build().context(List.of(new Document("d", "x", null, Map.of("page", "1"))))
                                .build(),
                        build().context(List.of(Document.of("d", "x"))).build()),
                Arguments.of(
                        "context relevance",
                        build().context(List.of(Document.of("d", "x", 0.5))).build(),
                        build().context(List.of(Document.of("d", "x"))).build()),
                Arguments.of(
                        "messages",
                        build().messages(List.of(new Message("user", "x"))).build(),
                        build().messages(List.of(new Message("tool", "x"))).build()),
                Arguments.of(
                        "tool calls",
                        build().toolCalls(List.of(ToolCall.of("t", json("{\"a\":1}"))))
                                .build(),
                        build().toolCalls(List.of(ToolCall.of("t"))).build()),
                Arguments.of("no tool calls", build().toolCalls(List.of()).build(), plain.build()),
                Arguments.of(
                        "metadata",
                        build().metadata((ObjectNode) json("{\"a\":1}")).build(),
                        plain.build()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("different")
    void hashesDifferentContentDifferently(String what, GoldenCase one, GoldenCase other) {
        assertThat(one.contentHash()).as(what).isNotEqualTo(other.contentHash());
    }

    private static GoldenCaseBuilder build() {
        return GoldenCase.builder("a", INPUT);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
