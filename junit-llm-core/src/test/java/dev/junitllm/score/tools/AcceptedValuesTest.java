package dev.junitllm.score.tools;

import static dev.junitllm.score.tools.ToolCallsTest.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.ToolCall;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedValuesTest {

    private static Score call(String accepted, String made) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        return score(
                new ToolCalls().acceptedValues(),
                List.of(ToolCall.of("f", mapper.readTree(accepted))),
                List.of(ToolCall.of("f", mapper.readTree(made))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"n\": [5]} | {\"n\": 5}",
                "{\"n\": [5]} | {\"n\": 5.0}",
                "{\"n\": [5, 6]} | {\"n\": 6}",
                "{\"n\": [5], \"u\": [\"units\", \"\"]} | {\"n\": 5}",
                "{\"n\": [5], \"u\": [\"units\", \"\"]} | {\"n\": 5, \"u\": \"units\"}",
                "{\"u\": [\"\"]} | {}",
                "{\"u\": [\"\"]} | {\"u\": \"\"}",
                "{\"d\": [\"April 1, 2024\"]} | {\"d\": \"april 1 2024\"}",
                "{\"d\": [\"New York, NY\"]} | {\"d\": \"New_York-N.Y.\"}",
                "{\"q\": [\"it's\"]} | {\"q\": \"it\\\"s\"}",
                "{\"b\": [true, \"\"]} | {\"b\": true}",
                "{\"l\": [[\"A b\", 1], []]} | {\"l\": [\"ab\", 1.0]}",
                "{\"l\": [\"\", []]} | {\"l\": []}",
                "{\"t\": [[[10, 20], [30, 40]]]} | {\"t\": [[10, 20], [30, 40]]}",
                "{\"o\": [{\"min\": [1], \"max\": [2, \"\"]}]} | {\"o\": {\"min\": 1}}",
                "{\"o\": [{\"a\": [{\"b\": [1, 2]}]}]} | {\"o\": {\"a\": {\"b\": 2}}}",
                "{\"c\": [{\"Alex\": [[\"A of spades\", \"K of spades\"]]}]} | {\"c\": {\"Alex\": [\"A of spades\", \"K of spades\"]}}",
                "{\"c\": [[{\"f\": [\"age\"], \"v\": [\"25\"]}, {\"f\": [\"job\"]}]]} | {\"c\": [{\"f\": \"age\", \"v\": \"25\"}, {\"f\": \"job\"}]}",
                "{\"n\": [null]} | {\"n\": null}"
            })
    void accepts(String accepted, String made) throws Exception {
        assertThat(call(accepted, made)).hasToString("1.0: 1 of 1 expected calls matched by 1 made");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"n\": [5]} | {\"n\": 6} | /n is 6 instead of one of [5]",
                "{\"n\": [5]} | {\"n\": \"5\"} | /n is \"5\" instead of one of [5]",
                "{\"n\": [1]} | {\"n\": true} | /n is true instead of one of [1]",
                "{\"n\": [5]} | {} | /n is missing (one of [5])",
                "{\"n\": [5, \"\"]} | {\"n\": null} | /n is null instead of one of [5,\"\"]",
                "{\"n\": [5]} | {\"n\": 5, \"m\": 1} | /m is not expected (1)",
                "{\"l\": [[1, 2]]} | {\"l\": [2, 1]} | /l is [2,1] instead of one of [[1,2]]",
                "{\"l\": [[1, 2]]} | {\"l\": [1]} | /l is [1] instead of one of [[1,2]]",
                "{\"l\": [[1, 2]]} | {\"l\": 1} | /l is 1 instead of one of [[1,2]]",
                "{\"o\": [{\"min\": [1]}]} | {\"o\": {\"min\": 2}} | /o is {\"min\":2} instead of one of [{\"min\":[1]}]",
                "{\"o\": [{\"min\": [1]}]} | {\"o\": {\"min\": 1, \"x\": 1}} | /o is {\"min\":1,\"x\":1} instead of one of [{\"min\":[1]}]",
                "{\"o\": [{\"min\": [1]}]} | {\"o\": {}} | /o is {} instead of one of [{\"min\":[1]}]",
                "{} | [1] | the arguments are [1] instead of an object"
            })
    void refuses(String accepted, String made, String difference) throws Exception {
        Score score = call(accepted, made);

        assertThat(score.value()).hasValue(0);
        assertThat(score.reason()).endsWith(": " + difference);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1] | {} | the expected arguments must be an object with a list for each argument, unlike [1]",
                "{\"n\": 5} | {\"n\": 5} | the expected /n must be a list of the accepted values, unlike 5",
                "{\"m\": [1], \"n\": []} | {\"m\": 2} | the expected /n must be a list of the accepted values, unlike []",
                "{\"o\": [{\"min\": 1}]} | {\"o\": {\"min\": 1}} | the expected /o/min must be a list of the accepted values, unlike 1"
            })
    void takesAnotherFormForAnError(String accepted, String made, String message) {
        assertThatThrownBy(() -> call(accepted, made))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("NO_CHOICE"))
                .hasMessageStartingWith("case 'case-1' (golden/a.jsonl:3): " + message + "; write {");
    }

    @Test
    void noticesAnotherFormWhateverWasMade() throws Exception {
        List<ToolCall> expected = List.of(ToolCall.of("f", new ObjectMapper().readTree("{\"n\": [[{\"a\": 5}]]}")));

        assertThatThrownBy(() -> score(new ToolCalls().acceptedValues(), expected, List.of()))
                .hasMessageStartingWith("case 'case-1' (golden/a.jsonl:3): the expected /n/a must be a list");
    }

    @Test
    void pairsCallsOfTheSameTool() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        List<ToolCall> expected = List.of(
                ToolCall.of("f", mapper.readTree("{\"n\": [1, 2]}")),
                ToolCall.of("f", mapper.readTree("{\"n\": [1]}")));
        List<ToolCall> made = List.of(
                ToolCall.of("f", mapper.readTree("{\"n\": 1}")), ToolCall.of("f", mapper.readTree("{\"n\": 2}")));

        assertThat(score(ToolCalls.matched(ToolCallMatch.ANY_ORDER).acceptedValues(), expected, made)
                        .value())
                .hasValue(1);
    }
}
