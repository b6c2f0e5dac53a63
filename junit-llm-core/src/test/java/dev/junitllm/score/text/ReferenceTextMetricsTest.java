package dev.junitllm.score.text;

import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.SharedFolder;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the text metrics to numbers computed elsewhere. */
@EnabledIf(value = SharedFolder.IS_PRESENT, disabledReason = SharedFolder.ABSENT)
class ReferenceTextMetricsTest {

    static Stream<Arguments> exactMatches() {
        return named("exact_match ");
    }

    static Stream<Arguments> tokenF1s() {
        return named("squad_f1 ");
    }

    /** The token options of that tool ({@code stop_words}) are none of ours; its sets agree with multisets here. */
    static Stream<Arguments> peers() {
        return SharedFolder.entries("reference/peer-vectors.json")
                .filter(entry -> entry.get("metric").asText().equals("squad_style_f1"))
                .flatMap(entry -> Stream.iterate(0, i -> i < entry.get("inputs").size(), i -> i + 1)
                        .filter(i -> !entry.get("inputs").get(i).has("stop_words"))
                        .map(i -> Arguments.of(
                                entry.get("source_path").asText() + " #" + i,
                                entry.get("inputs").get(i),
                                entry.get("expected").get(i).asDouble())));
    }

    static Stream<Arguments> squadScript() {
        return SharedFolder.entries("reference/peer-vectors.json")
                .filter(entry -> entry.get("metric").asText().equals("squad_em_f1"))
                .map(entry -> Arguments.of(entry.get("source_path").asText(), entry));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exactMatches")
    void agreesOnExactMatches(String name, JsonNode inputs, JsonNode expected) throws Exception {
        String output = inputs.get("prediction").asText();
        String reference = inputs.get("reference").asText();

        assertThat(value(new ExactMatch(), output, reference) == 1)
                .isEqualTo(expected.get("strict").asBoolean());
        assertThat(value(new ExactMatch.Folded(), output, reference) == 1)
                .isEqualTo(expected.get("nfkc_trim_collapse_lower").asBoolean());
        assertThat(value(new ExactMatch.Squad(), output, reference) == 1)
                .isEqualTo(expected.get("squad").asBoolean());
        assertThat(SquadForm.of(output))
                .isEqualTo(expected.get("squad_norm_pred").asText());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokenF1s")
    void agreesOnTokenF1(String name, JsonNode inputs, JsonNode expected) throws Exception {
        String[] references = inputs.has("references")
                ? texts(inputs.get("references"))
                : new String[] {inputs.get("reference").asText()};

        assertThat(value(new TokenF1(), inputs.get("prediction").asText(), references[0], references))
                .isCloseTo(expected.get("f1").asDouble(), within(1e-12));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("peers")
    void agreesWithPeers(String name, JsonNode inputs, double expected) throws Exception {
        String[] targets = texts(inputs.get("targets"));

        assertThat(value(new TokenF1(), inputs.get("answer").asText(), targets[0], targets))
                .isCloseTo(expected, within(0.005));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("squadScript")
    void agreesWithTheSquadScript(String name, JsonNode entry) throws Exception {
        JsonNode predictions = entry.at("/inputs/predictions");
        double exact = 0;
        double f1 = 0;
        for (int i = 0; i < predictions.size(); i++) {
            String[] references = texts(entry.at("/inputs/references").get(i));
            exact += value(new ExactMatch.Squad(), predictions.get(i).asText(), references[0], references);
            f1 += value(new TokenF1(), predictions.get(i).asText(), references[0], references);
        }

        assertThat(100 * exact / predictions.size())
                .isCloseTo(entry.at("/expected/exact_match").asDouble(), within(1e-9));
        assertThat(100 * f1 / predictions.size())
                .isCloseTo(entry.at("/expected/f1").asDouble(), within(1e-9));
    }

    private static Stream<Arguments> named(String prefix) {
        return SharedFolder.entries("reference/metrics.json")
                .filter(entry -> entry.get("name").asText().startsWith(prefix))
                .map(entry -> Arguments.of(entry.get("name").asText(), entry.get("inputs"), entry.get("expected")));
    }

    private static String[] texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toArray(String[]::new);
    }
}
