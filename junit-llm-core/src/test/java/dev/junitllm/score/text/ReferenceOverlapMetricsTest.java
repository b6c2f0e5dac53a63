package dev.junitllm.score.text;

import static dev.junitllm.score.TestCases.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.SharedFolder;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.SetAggregation.Taken;
import dev.junitllm.score.text.BleuScore.Smoothing;
import dev.junitllm.score.text.BleuScore.Tokenizer;
import dev.junitllm.score.text.RougeScore.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds ROUGE, BLEU, chrF and the similarities to numbers computed elsewhere. All agree but one: sacreBLEU has given 0 to a
 * corpus that shares no n-gram since 2.0, and so does BLEU here, where the entry's older version smoothed. TER and GLEU, of
 * which there is an entry each, are no metrics of ours.
 */
@EnabledIf(value = SharedFolder.IS_PRESENT, disabledReason = SharedFolder.ABSENT)
class ReferenceOverlapMetricsTest {

    private static final Map<String, Variant> ROUGE =
            Map.of("rouge1", Variant.ONE, "rouge2", Variant.TWO, "rougeL", Variant.L, "rougeLsum", Variant.LSUM);

    static Stream<Arguments> levenshteins() {
        return named("levenshtein ");
    }

    static Stream<Arguments> jaroWinklers() {
        return named("jaro_winkler ");
    }

    static Stream<Arguments> rouges() {
        return named("rouge ");
    }

    static Stream<Arguments> sentences() {
        return named("bleu_chrf sentence ");
    }

    static Stream<Arguments> corpora() {
        return named("bleu_chrf corpus");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("levenshteins")
    void agreesOnLevenshtein(String name, JsonNode inputs, JsonNode expected) throws Exception {
        Score score = score(new Levenshtein(), text(inputs, "a"), text(inputs, "b"));

        assertThat(score.value().orElseThrow()).isCloseTo(number(expected, "similarity"), within(1e-12));
        assertThat(score.details())
                .containsEntry("distance", expected.get("distance").asInt());
    }

    @Test
    void agreesWithPeersOnLevenshtein() throws Exception {
        JsonNode peer = peer("levenshtein_similarity");
        for (int i = 0; i < peer.get("inputs").size(); i++) {
            JsonNode pair = peer.get("inputs").get(i);
            assertThat(value(
                            new Levenshtein(),
                            pair.get(0).asText(),
                            List.of(pair.get(1).asText())))
                    .isCloseTo(peer.get("expected").get(i).asDouble(), within(1e-4));
        }
    }

    /** That tool's bar is a distance, 5 unless set. */
    @Test
    void agreesWithPeersOnDistances() throws Exception {
        JsonNode peer = peer("levenshtein_assertion_threshold");
        for (int i = 0; i < peer.get("inputs").size(); i++) {
            JsonNode input = peer.get("inputs").get(i);
            int distance = (int) score(new Levenshtein(), text(input, "output"), text(input, "value"))
                    .details()
                    .get("distance");
            assertThat(distance <= input.path("threshold").asInt(5) ? "pass" : "fail")
                    .isEqualTo(peer.get("expected").get(i).asText());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jaroWinklers")
    void agreesOnJaroWinkler(String name, JsonNode inputs, JsonNode expected) throws Exception {
        assertThat(value(new JaroWinkler(), text(inputs, "a"), List.of(text(inputs, "b"))))
                .isCloseTo(number(expected, "similarity"), within(1e-9));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rouges")
    void agreesOnRouge(String name, JsonNode inputs, JsonNode expected) throws Exception {
        for (Map.Entry<String, Variant> rouge : ROUGE.entrySet()) {
            for (RougeScore.Figure figure : RougeScore.Figure.values()) {
                Scorer metric = new RougeMetric(rouge.getValue(), figure, false);
                JsonNode figures = expected.get(rouge.getKey());
                assertThat(value(metric, text(inputs, "prediction"), List.of(text(inputs, "reference"))))
                        .as(metric.describe().name())
                        .isCloseTo(number(figures, figure.name().toLowerCase(java.util.Locale.ROOT)), within(1e-12));
            }
        }
    }

    @Test
    void agreesWithPeersOnRougeLsum() throws Exception {
        JsonNode peer = peer("rouge_Lsum");
        Score score =
                score(new Rouge.Lsum(), text(peer.get("inputs"), "prediction"), text(peer.get("inputs"), "target"));

        assertThat((double) score.details().get("precision")).isEqualTo(number(peer.get("expected"), "p"));
        assertThat((double) score.details().get("recall")).isEqualTo(number(peer.get("expected"), "r"));
        assertThat(score.value().orElseThrow()).isCloseTo(number(peer.get("expected"), "f"), within(5e-5));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sentences")
    void agreesOnSentences(String name, JsonNode inputs, JsonNode expected) throws Exception {
        String output = text(inputs, "hypothesis");
        List<String> answers = texts(inputs.get("references"));

        assertThat(100 * value(bleu(Smoothing.EXP, true), output, answers))
                .isCloseTo(number(expected, "bleu_exp_effective_order"), within(1e-6));
        assertThat(100 * value(bleu(Smoothing.EXP, false), output, answers))
                .isCloseTo(number(expected, "bleu_exp_no_effective_order"), within(1e-6));
        assertThat(100 * value(bleu(Smoothing.NONE, false), output, answers))
                .isCloseTo(number(expected, "bleu_none"), within(1e-6));
        assertThat(100 * value(bleu(Smoothing.ADD_K, true), output, answers))
                .isCloseTo(number(expected, "bleu_addk1_effective"), within(1e-6));
        assertThat(100 * value(new Chrf(), output, answers)).isCloseTo(number(expected, "chrf"), within(1e-6));
        assertThat(100 * value(new Chrf.PlusPlus(), output, answers))
                .isCloseTo(number(expected, "chrf_pp"), within(1e-6));

        BleuCounts counts = BleuCounts.from(scoreOf(new Bleu(), output, answers).details());
        assertThat(counts.shared()).isEqualTo(longs(expected.get("counts")));
        assertThat(counts.total()).isEqualTo(longs(expected.get("totals")));
        assertThat(counts.outputLength()).isEqualTo(expected.get("sys_len").asLong());
        assertThat(counts.answerLength()).isEqualTo(expected.get("ref_len").asLong());
        assertThat(BleuFigures.of(counts, BleuSettings.USUAL).brevity())
                .isCloseTo(number(expected, "bp"), within(1e-12));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpora")
    void agreesOnCorpora(String name, JsonNode inputs, JsonNode expected) throws Exception {
        List<String> outputs = texts(inputs.get("hypotheses"));
        List<String> answers = texts(inputs.get("references"));
        BleuFigures bleu = corpus(outputs, answers, BleuSettings.USUAL.forCorpus());

        assertThat(100 * bleu.value()).isCloseTo(number(expected, "bleu"), within(1e-6));
        assertThat(bleu.brevity()).isEqualTo(number(expected, "bp"));
        for (int i = 0; i < 4; i++) {
            assertThat(100 * bleu.precisions().get(i))
                    .isCloseTo(expected.get("precisions").get(i).asDouble(), within(1e-6));
        }
        assertThat(100 * aggregated(new Bleu(), outputs, answers)).isCloseTo(number(expected, "bleu"), within(1e-6));
        assertThat(100 * aggregated(new Chrf(), outputs, answers)).isCloseTo(number(expected, "chrf"), within(1e-6));
    }

    @Test
    void agreesWithPeersOnBleuOfRawCorpora() throws Exception {
        JsonNode peer = peer("bleu_floor_smoothing");
        BleuSettings raw = new BleuSettings(Tokenizer.NONE, Smoothing.FLOOR, 0.01, 4, false, true);
        for (int i = 0; i < peer.get("inputs").size(); i++) {
            JsonNode input = peer.get("inputs").get(i);
            double expected = i == 0 ? 0 : peer.get("expected").get(i).asDouble();
            assertThat(corpus(texts(input.get(0)), texts(input.get(1)), raw).value())
                    .as("entry %s", i)
                    .isCloseTo(expected, within(1e-8));
        }
    }

    private static BleuFigures corpus(List<String> outputs, List<String> answers, BleuSettings settings)
            throws ScoringException {
        List<BleuCounts> counts = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            counts.add(BleuCounts.from(
                    score(new Bleu(settings), outputs.get(i), answers.get(i)).details()));
        }
        return BleuFigures.of(counts.stream().reduce(BleuCounts::plus).orElseThrow(), settings);
    }

    private static double aggregated(Scorer metric, List<String> outputs, List<String> answers)
            throws ScoringException {
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            Score score = score(metric, outputs.get(i), answers.get(i));
            taken.add(new Taken("case-" + i, 1, score.value().orElseThrow(), score.details()));
        }
        return metric.aggregation().orElseThrow().over(taken).value();
    }

    private static Scorer bleu(Smoothing smoothing, boolean effectiveOrder) {
        return new Bleu(new BleuSettings(
                Tokenizer.V13A, smoothing, BleuSettings.usualValue(smoothing), 4, false, effectiveOrder));
    }

    private static double value(Scorer metric, String output, List<String> answers) throws ScoringException {
        return scoreOf(metric, output, answers).value().orElseThrow();
    }

    private static Score scoreOf(Scorer metric, String output, List<String> answers) throws ScoringException {
        return score(
                metric,
                output,
                answers.get(0),
                answers.subList(1, answers.size()).toArray(String[]::new));
    }

    private static Stream<Arguments> named(String prefix) {
        return SharedFolder.entries("reference/metrics.json")
                .filter(entry -> entry.get("name").asText().startsWith(prefix))
                .map(entry -> Arguments.of(entry.get("name").asText(), entry.get("inputs"), entry.get("expected")));
    }

    private static JsonNode peer(String metric) {
        return SharedFolder.entries("reference/peer-vectors.json")
                .filter(entry -> entry.get("metric").asText().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static String text(JsonNode object, String field) {
        return object.get(field).asText();
    }

    private static double number(JsonNode object, String field) {
        return object.get(field).asDouble();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<Long> longs(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToObj(i -> array.get(i).asLong())
                .toList();
    }
}
