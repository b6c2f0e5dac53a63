package dev.junitllm.score.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.ToolCall;
import dev.junitllm.score.Measure;
import dev.junitllm.score.NoScope;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.json.FieldMatch;
import dev.junitllm.score.json.FieldMatcher;
import dev.junitllm.score.json.JsonComparison;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ToolCallsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ToolCallScore(
            match = ToolCallMatch.F1,
            fields = {
                @FieldMatcher(path = "/amount", tolerance = 0.01),
                @FieldMatcher(path = "/note", match = FieldMatch.IGNORE),
                @FieldMatcher(path = "/to", match = FieldMatch.ONE_OF),
                @FieldMatcher(path = "/id", match = FieldMatch.REGEX)
            },
            tools = @ToolFields(tool = "search", fields = @FieldMatcher(path = "/q", match = FieldMatch.REGEX)))
    @ToolCallScore(arguments = ToolArguments.IGNORED, name = "tools", atLeast = 0.5)
    static class Good {}

    @ToolCallScore(arguments = ToolArguments.IGNORED, fields = @FieldMatcher(path = "/a", tolerance = 1))
    @ToolCallScore(
            tools = {
                @ToolFields(
                        tool = "a",
                        fields = {}),
                @ToolFields(
                        tool = "a",
                        fields = {})
            })
    @ToolCallScore(fields = @FieldMatcher(path = "a", tolerance = 1))
    static class Wrong {}

    /** Calls as {@code a b{"x":1}}. */
    static List<ToolCall> calls(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(" "))
                        .map(call -> {
                            int brace = call.indexOf('{');
                            return brace < 0
                                    ? ToolCall.of(call)
                                    : ToolCall.of(call.substring(0, brace), json(call.substring(brace)));
                        })
                        .toList();
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Score score(Scorer scorer, List<ToolCall> expected, List<ToolCall> made) throws ScoringException {
        Actual actual = new Actual();
        made.forEach(actual::toolCall);
        return scorer.score(
                GoldenCase.builder("case-1", "x")
                        .toolCalls(expected)
                        .location("golden/a.jsonl:3")
                        .build(),
                actual);
    }

    private static Score score(Scorer scorer, String expected, String made) throws ScoringException {
        return score(scorer, calls(expected), calls(made));
    }

    private static double value(Scorer scorer, String expected, String made) throws ScoringException {
        return score(scorer, expected, made).value().orElseThrow();
    }

    @ParameterizedTest(name = "expected [{0}], made [{1}]")
    @CsvSource(
            delimiter = '|',
            value = {
                // expected | made | exact | in order | any order | subset | superset | F1
                "'' | '' | 1 | 1 | 1 | 1 | 1 | 1",
                "'' | a | 0 | 1 | 0 | 0 | 1 | 0",
                "a | '' | 0 | 0 | 0 | 1 | 0 | 0",
                "a | a | 1 | 1 | 1 | 1 | 1 | 1",
                "a | b | 0 | 0 | 0 | 0 | 0 | 0",
                "a b | a b | 1 | 1 | 1 | 1 | 1 | 1",
                "a b | b a | 0 | 0 | 1 | 1 | 1 | 1",
                "a b | a x b | 0 | 1 | 0 | 0 | 1 | 0.8",
                "a b | x b a | 0 | 0 | 0 | 0 | 1 | 0.8",
                "a b | a | 0 | 0 | 0 | 1 | 0 | 0.6666666666666666",
                "a a | a a | 1 | 1 | 1 | 1 | 1 | 1",
                "a a | a | 0 | 0 | 0 | 1 | 0 | 0.6666666666666666",
                "a | a a | 0 | 1 | 0 | 0 | 1 | 0.6666666666666666",
                "a b a | a a b | 0 | 0 | 1 | 1 | 1 | 1",
                "a b c d | a x | 0 | 0 | 0 | 0 | 0 | 0.3333333333333333",
                "a{\"x\":1} | a{\"x\":1.0} | 1 | 1 | 1 | 1 | 1 | 1",
                "a{\"x\":1,\"y\":2} | a{\"y\":2,\"x\":1} | 1 | 1 | 1 | 1 | 1 | 1",
                "a{\"x\":1} | a{\"x\":\"1\"} | 0 | 0 | 0 | 0 | 0 | 0",
                "a{\"x\":1} | a{\"x\":1,\"y\":2} | 0 | 0 | 0 | 0 | 0 | 0",
                "a{\"x\":1} | a | 0 | 0 | 0 | 0 | 0 | 0",
                "a{\"x\":1} a{\"x\":2} | a{\"x\":2} a{\"x\":1} | 0 | 0 | 1 | 1 | 1 | 1"
            })
    void relatesCalls(
            String expected,
            String made,
            double exact,
            double inOrder,
            double anyOrder,
            double subset,
            double superset,
            double f1)
            throws Exception {
        double[] scores = {exact, inOrder, anyOrder, subset, superset, f1};
        for (ToolCallMatch match : ToolCallMatch.values()) {
            assertThat(value(ToolCalls.matched(match), expected, made))
                    .as("%s", match)
                    .isEqualTo(scores[List.of(ToolCallMatch.values()).indexOf(match)]);
        }
    }

    @ParameterizedTest
    @EnumSource(ToolCallMatch.class)
    void comparesNamesAloneWhereAsked(ToolCallMatch match) throws Exception {
        assertThat(value(ToolCalls.matched(match).namesOnly(), "a{\"x\":1} b", "a{\"x\":2} b{\"y\":1}"))
                .isEqualTo(1);
        assertThat(value(ToolCalls.matched(match).namesOnly(), "a", "A")).isZero();
    }

    @Test
    void pairsSoThatAsManyAsPossibleMatch() throws Exception {
        ToolCalls near = ToolCalls.matched(ToolCallMatch.F1).comparedBy(new JsonComparison().within("/x", 1, 0));

        assertThat(value(near, "a{\"x\":1} a{\"x\":2}", "a{\"x\":2} a{\"x\":3}"))
                .as("greedy pairing would take 2 for 1, and leave 3 without a partner")
                .isEqualTo(1);
        assertThat(value(near, "a{\"x\":2} a{\"x\":1}", "a{\"x\":2} a{\"x\":3}"))
                .isEqualTo(1);
    }

    @Test
    void comparesArgumentsByRules() throws Exception {
        ToolCallScore[] annotations = Good.class.getAnnotationsByType(ToolCallScore.class);
        Measure measure = new ToolCallScoreFactory().create(annotations[0], new NoScope());

        assertThat(measure.name()).isEqualTo("tool-calls-f1");
        assertThat(measure.scorer().needs()).containsExactly(GoldenPart.TOOL_CALLS);
        assertThat(measure.scorer().describe().parameters())
                .containsEntry("arguments", "EQUAL")
                .containsEntry("rule-001", "[\"/amount\",\"within\",\"0.01\",\"0\"]")
                .containsEntry("tool search rule-001", "[\"/q\",\"matching\",\"\"]")
                .hasSize(7);
        assertThat(value(
                        measure.scorer(),
                        "pay{\"amount\":9.99,\"note\":\"x\",\"to\":[\"Ann\",\"Bob\"],\"id\":\"[0-9]+\"} search{\"q\":\"refund|return\"}",
                        "search{\"q\":\"my_refund\"} pay{\"amount\":10,\"to\":\"Bob\",\"id\":\"42\"}"))
                .isEqualTo(1);
        assertThat(value(measure.scorer(), "pay{\"q\":\"a|b\"}", "pay{\"q\":\"a\"}"))
                .as("the rules of another tool")
                .isZero();
        Measure names = new ToolCallScoreFactory().create(annotations[1], new NoScope());
        assertThat(names.name()).isEqualTo("tools");
        assertThat(names.bar().atLeast()).isEqualTo(0.5);
        assertThat(value(names.scorer(), "a{\"x\":1}", "a")).isEqualTo(1);
    }

    @Test
    void refusesWrongAttributes() {
        assertThat(Wrong.class.getAnnotationsByType(ToolCallScore.class))
                .extracting(annotation -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> new ToolCallScoreFactory().create(annotation, new NoScope()))
                        .actual()
                        .getMessage())
                .containsExactly(
                        "arguments = IGNORED: 'fields' and 'tools' are for arguments that must be equal",
                        "tools: 'a' is blank or there twice",
                        "@FieldMatcher(path = \"a\"): 'a' is no JSON Pointer: begin it with a slash, as in \"/a\"");
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        ToolCalls f1 = ToolCalls.matched(ToolCallMatch.F1);

        assertThat(score(f1, "", "")).hasToString("1.0: no call is expected, and none was made");
        assertThat(score(f1, "", "a")).hasToString("0.0: 0 of 0 expected calls matched by 1 made: a{} is not expected");
        assertThat(score(f1, "a b", "a b")).hasToString("1.0: 2 of 2 expected calls matched by 2 made");
        assertThat(score(f1, "a b{\"x\":1} c", "a b{\"x\":2} d"))
                .hasToString(
                        "0.3333333333333333: 1 of 3 expected calls matched by 3 made: b{\"x\":2}: /x is 2 instead of"
                                + " 1; c{} is missing; d{} is not expected");
        assertThat(score(new ToolCalls(), "a b", "b a"))
                .hasToString("0.0: 0 of 2 expected calls matched by 2 made: a{} is out of order; b{} is out of order");
        assertThat(score(ToolCalls.matched(ToolCallMatch.SUPERSET), "a b", "a c"))
                .hasToString("0.0: 1 of 2 expected calls matched by 2 made: b{} is missing");
        assertThat(score(ToolCalls.matched(ToolCallMatch.SUBSET), "a b", "a c"))
                .hasToString("0.0: 1 of 2 expected calls matched by 2 made: c{} is not expected");
        assertThat(score(f1, "a b c d e", "x"))
                .hasToString(
                        "0.0: 0 of 5 expected calls matched by 1 made: a{} is missing; b{} is missing; c{} is missing;"
                                + " and 3 more");
        assertThat(score(f1, "a b", "a").details())
                .containsEntry("expected", 2)
                .containsEntry("made", 1)
                .containsEntry("matched", 1);
    }

    @Test
    void refusesWhatWouldTakeTooLong() throws Exception {
        List<ToolCall> many = Collections.nCopies(501, ToolCall.of("a"));
        List<ToolCall> most = Collections.nCopies(500, ToolCall.of("a"));

        assertThat(score(ToolCalls.matched(ToolCallMatch.ANY_ORDER), most, most).value())
                .hasValue(1);
        assertThat(score(new ToolCalls(), many, many).value()).hasValue(1);
        assertThat(score(ToolCalls.matched(ToolCallMatch.IN_ORDER), many, many).value())
                .hasValue(1);
        assertThatThrownBy(() -> score(ToolCalls.matched(ToolCallMatch.F1), most, many))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("TOO_LARGE"))
                .hasMessage(
                        "case 'case-1' (golden/a.jsonl:3): 500 calls are expected and 501 were made, of which finding"
                                + " the best pairs would take too long; compare them in order");
        assertThat(score(
                                ToolCalls.matched(ToolCallMatch.F1),
                                most.subList(0, 3),
                                Collections.nCopies(10_000, ToolCall.of("a")))
                        .value())
                .as("a runaway agent")
                .hasValue(6.0 / 10_003);
    }

    @Test
    void describesWhatDecidesItsScores() {
        assertThat(new ToolCalls().describe().name()).isEqualTo("tool-calls-exact");
        assertThat(new ToolCalls().describe().parameters()).containsOnlyKeys("arguments");
        assertThat(new ToolCalls().describe().fingerprint())
                .isNotEqualTo(new ToolCalls().namesOnly().describe().fingerprint());
        assertThat(new ToolCalls().describe().fingerprint())
                .isNotEqualTo(new ToolCalls()
                        .comparedBy("a", new JsonComparison())
                        .describe()
                        .fingerprint());
    }
}
