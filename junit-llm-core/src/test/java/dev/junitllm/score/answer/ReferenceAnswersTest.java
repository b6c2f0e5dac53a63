package dev.junitllm.score.answer;

import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.SharedFolder;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the metrics of answers to numbers computed, and labels given, elsewhere. */
@EnabledIf(value = SharedFolder.IS_PRESENT, disabledReason = SharedFolder.ABSENT)
class ReferenceAnswersTest {

    static Stream<Arguments> extractions() {
        return named("gsm8k_extract ");
    }

    static Stream<Arguments> tolerances() {
        return named("numeric_tolerance ");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("extractions")
    void readsTheSameNumber(String name, JsonNode inputs, JsonNode expected) {
        JsonNode number = expected.get("extracted");

        assertThat(FinalNumber.in(inputs.get("text").asText())
                        .map(FinalNumber::value)
                        .orElse(null))
                .isEqualTo(number.isNull() ? null : new BigDecimal(number.asText()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tolerances")
    void toleratesTheSameDifference(String name, JsonNode inputs, JsonNode expected) throws Exception {
        NumericAnswer metric = NumericAnswer.within(
                inputs.get("abs").asDouble(), inputs.get("rel").asDouble());

        assertThat(value(
                                metric,
                                inputs.get("actual").asText(),
                                inputs.get("expected").asText())
                        == 1)
                .isEqualTo(expected.get("pass").asBoolean());
    }

    static Stream<Arguments> choices() {
        return named("mcq_extract ");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("choices")
    void readsTheSameChoice(String name, JsonNode inputs, JsonNode expected) {
        int choices = inputs.get("letters").asText().length();
        ChoiceLetter found = ChoiceLetter.in(inputs.get("text").asText(), choices);
        JsonNode letter = expected.get("extracted");

        assertThat(found.isReadable() ? String.valueOf(found.letter()) : null)
                .isEqualTo(letter.isNull() ? null : letter.asText());
    }

    /**
     * A peer counts partial likeness and divides by the longer list. That is another number than F1 wherever an item has no
     * equal on the other side and yet some do, or some are alike: those are left out.
     */
    @Test
    void agreesWithAPeerOnListsThatAreEqualOrShareNothing() throws Exception {
        JsonNode peer = SharedFolder.entries("reference/peer-vectors.json")
                .filter(entry -> entry.get("metric").asText().equals("list_contains_assignment"))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < 4; i++) {
            JsonNode pair = peer.get("inputs").get(i);
            assertThat(value(
                            new SetAnswer(), pair.get(0).toString(), pair.get(1).toString()))
                    .isEqualTo(peer.get("expected").get(i).asDouble());
        }
        assertThat(value(new SetAnswer(), "[\"a\"]", "[\"a\", \"b\"]")).isEqualTo(2.0 / 3); // 1/2 there
    }

    /** Mathematics beyond a number is not read: its fractions, percentages, powers and sets are a 0 here, and right there. */
    @Test
    void agreesWithAPeerOnMathematicsThatIsAPlainNumber() throws Exception {
        JsonNode peer = SharedFolder.entries("reference/peer-vectors.json")
                .filter(entry -> entry.get("metric").asText().equals("math_equivalence"))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < peer.get("inputs").size(); i++) {
            JsonNode pair = peer.get("inputs").get(i);
            boolean plain = pair.get(0).asText().matches(".*\\\\boxed\\{\\d+}");
            assertThat(value(
                            new NumericAnswer(),
                            pair.get(0).asText(),
                            pair.get(1).asText()))
                    .as("%s", pair)
                    .isEqualTo(plain && peer.get("expected").get(i).asText().equals("C") ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"6b_finetuning, 286", "6b_verification, 515"})
    void agreesWithEveryLabelOfTheRecordedSolutions(String model, int passes) throws Exception {
        List<String> lines = Files.readAllLines(SharedFolder.require("data/gsm8k-solutions-6b.jsonl"));
        ObjectMapper mapper = new ObjectMapper();
        int passed = 0;
        for (String line : lines) {
            JsonNode row = mapper.readTree(line);
            JsonNode recorded = row.get(model);
            double score = value(
                    new NumericAnswer(),
                    recorded.get("solution").asText(),
                    row.get("ground_truth").asText());
            assertThat(score == 1).as(line).isEqualTo(recorded.get("is_correct").asBoolean());
            passed += (int) score;
        }

        assertThat(lines).hasSize(1_319);
        assertThat(passed).isEqualTo(passes);
    }

    private static Stream<Arguments> named(String prefix) {
        return SharedFolder.entries("reference/metrics.json")
                .filter(entry -> entry.get("name").asText().startsWith(prefix))
                .map(entry -> Arguments.of(entry.get("name").asText(), entry.get("inputs"), entry.get("expected")));
    }
}
