package dev.junitllm.score.json;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.GoldenCase;
import dev.junitllm.score.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidJsonTest {

    private final ValidJson strict = new ValidJson();
    private final ValidJson.Fenced fenced = new ValidJson.Fenced();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                " \t\r\n{\"a\": [1, -0, 1.5e-3, true, false, null, \"\\u00e9\\n\"]}\n",
                "1",
                "\"text\"",
                "null",
                "\"\\ud800\"",
                "\"\ud800\"",
                "{\"\": 0}",
                "1e999999999",
                "[{\"a\": 1}, {\"a\": 1}]",
                "\"\u007f\u2028\""
            })
    void accepts(String output) throws Exception {
        assertThat(score(strict, output, "")).hasToString("1.0: the output is JSON");
        assertThat(value(fenced, "```json\n" + output + "\n```", "")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[1,]",
                "[,1]",
                "{\"a\": 1,}",
                "{\"a\" 1}",
                "{a: 1}",
                "{'a': 1}",
                "[1",
                "[1]]",
                "{} {}",
                "1 2",
                "1true",
                "01",
                "+1",
                ".5",
                "1.",
                "1e",
                "-",
                "NaN",
                "-Infinity",
                "True",
                "nul",
                "// a\n1",
                "/* a */ 1",
                "\"a\nb\"",
                "\"a\tb\"",
                "\"\\x41\"",
                "\"\\ud80\"",
                "\"open",
                "\ufeff{}",
                "{}\u00a0",
                "{}\u0000",
                "```json\n{}\n```",
                "Here it is: {}",
                "{\"a\": 1, \"a\": 1}",
                "{\"a\": 1, \"\\u0061\": 2}",
                "[{\"b\": {\"a\": 1, \"c\": 2, \"d\": 3, \"a\": 1}}]"
            })
    void refuses(String output) throws Exception {
        Score score = score(strict, output, "");

        assertThat(score.value()).hasValue(0);
        assertThat(score.negated().value()).as("negated").hasValue(0);
        assertThat(score.reason()).startsWith("the output is not JSON: ").doesNotContain("\n", "Source");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | it is empty",
                "[1 | it ends too early",
                "{} [] | there is more behind the first value at line 1, column 4",
                "{\"a\": 1, \"a\": 2} | Duplicate field 'a'",
                "{\"a\": tru} | Unrecognized token 'tru': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
            })
    void saysWhatIsWrong(String output, String reason) throws Exception {
        assertThat(score(strict, output, "").reason()).startsWith("the output is not JSON: " + reason);
    }

    @Test
    void givesUpOnAttacks() throws Exception {
        assertThat(value(strict, "[".repeat(1_000) + "]".repeat(1_000), "")).isEqualTo(1);
        assertThat(score(strict, "[".repeat(1_001) + "]".repeat(1_001), "").reason())
                .startsWith("the output is not JSON: it asks for too much: ")
                .doesNotContain("StreamReadConstraints");
        assertThat(score(strict, "9".repeat(1_001), "").reason())
                .startsWith("the output is not JSON: it asks for too much: ");
        assertThat(value(strict, "{\"" + "a".repeat(40_000) + "\":\"" + "b".repeat(1 << 20) + "\"}", ""))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "1|{}",
                "1|```@{}@```",
                "1| @```JSON@{}@```@ ",
                "1|````json@{}@`````",
                "1|```json title=x@[1,@2]@  ```",
                "0|Sure:@```json@{}@```",
                "0|```json@{}@```@Done.",
                "0|```json@{}",
                "0|{}@```",
                "0|``@{}@``",
                "0|```json@{}@``",
                "0|```{}```",
                "0|```@{}@```@```@{}@```",
                "0|```@```",
                "0|~~~@{}@~~~"
            })
    void acceptsOneFencedBlockWhereAsked(double score, String output) throws Exception {
        assertThat(value(fenced, output.replace('@', '\n'), "")).isEqualTo(score);
    }

    @Test
    void needsNoReference() {
        assertThat(strict.needs()).isEmpty();
        assertThat(strict.describe().name()).isEqualTo("valid-json");
        assertThat(fenced.describe().name()).isEqualTo("valid-json-fenced");
        assertThat(GoldenCase.builder("a", "x").build().hasExpected()).isFalse();
    }
}
