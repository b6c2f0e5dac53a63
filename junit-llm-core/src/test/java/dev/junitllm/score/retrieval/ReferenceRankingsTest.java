package dev.junitllm.score.retrieval;

import static dev.junitllm.score.retrieval.Rankings.golden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.SharedFolder;
import dev.junitllm.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the metrics to numbers computed elsewhere, but for two rules: where nothing is relevant no metric applies (the
 * numbers have 0 for some), and a document that nobody judged isn't relevant, as in TREC (Phoenix leaves it out).
 */
@EnabledIf(value = SharedFolder.IS_PRESENT, disabledReason = SharedFolder.ABSENT)
class ReferenceRankingsTest {

    private static final Map<String, RetrievalMetric> METRICS = Map.of(
            "precision_at_k", RetrievalMetric.PRECISION,
            "recall_at_k", RetrievalMetric.RECALL,
            "f1_at_k", RetrievalMetric.F1,
            "hit", RetrievalMetric.HIT_RATE,
            "reciprocal_rank", RetrievalMetric.RECIPROCAL_RANK,
            "ap_div_total_rel", RetrievalMetric.AVERAGE_PRECISION,
            "ap_div_min_rel_k", RetrievalMetric.AVERAGE_PRECISION_UP_TO_K,
            "ap_div_found_ragas_deepeval", RetrievalMetric.AVERAGE_PRECISION_OF_FOUND,
            "ndcg_linear", RetrievalMetric.NDCG,
            "ndcg_exp", RetrievalMetric.NDCG_EXPONENTIAL);

    static Stream<Arguments> rankings() {
        return SharedFolder.entries("reference/metrics.json")
                .filter(entry -> entry.get("name").asText().startsWith("retrieval "))
                .flatMap(entry -> METRICS.entrySet().stream()
                        .map(metric -> Arguments.of(
                                entry.get("name").asText() + ": " + metric.getKey(),
                                metric.getValue(),
                                entry.get("inputs"),
                                entry.get("expected").get(metric.getKey()).asDouble())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rankings")
    void measuresTheSame(String name, RetrievalMetric metric, JsonNode inputs, double expected) throws Exception {
        Scorer scorer = metric.at(inputs.get("k").asInt());
        OptionalDouble value = scorer.score(
                        golden(documents(inputs.get("relevant"))),
                        new Actual().retrieved(documents(inputs.get("retrieved"))))
                .value();

        if (inputs.get("relevant").isEmpty()) {
            assertThat(value).isEmpty();
        } else {
            assertThat(value.orElseThrow()).isCloseTo(expected, within(1e-12));
        }
    }

    static Stream<Arguments> judgedRankings() {
        JsonNode peer = peer("precision_at_k");
        return IntStream.range(0, peer.get("inputs").size() - 1) // the last has an unjudged document
                .mapToObj(i -> Arguments.of(
                        peer.get("inputs").get(i), peer.get("expected").get(i)));
    }

    @ParameterizedTest
    @MethodSource("judgedRankings")
    void agreesWithAPeerOnPrecision(JsonNode relevance, JsonNode expected) throws Exception {
        List<Document> retrieved = new ArrayList<>();
        List<Document> context = new ArrayList<>(List.of(Document.of("relevant, and never found", "")));
        for (JsonNode relevant : relevance) {
            Document document = Document.of("d" + retrieved.size(), "");
            retrieved.add(document);
            if (relevant.asBoolean()) {
                context.add(document);
            }
        }
        for (int k = 1; k <= retrieved.size(); k++) {
            assertThat(RetrievalMetric.PRECISION
                            .at(k)
                            .score(golden(context), new Actual().retrieved(retrieved))
                            .value())
                    .hasValue(expected.get(k - 1).asDouble());
        }
    }

    static Stream<Arguments> gradedRankings() {
        JsonNode peer = peer("ndcg");
        return IntStream.range(0, peer.get("inputs").size())
                .mapToObj(i -> Arguments.of(
                        peer.get("inputs").get(i), peer.get("expected").get(i)));
    }

    @ParameterizedTest
    @MethodSource("gradedRankings")
    void agreesWithAPeerOnGain(JsonNode inputs, JsonNode expected) throws Exception {
        List<Document> context = new ArrayList<>();
        for (JsonNode grade : inputs.get("relevance")) {
            int i = context.size();
            double score = inputs.get("scores").get(i).asDouble();
            context.add(new Document("d" + i, "", score, Map.of("grade", grade.asText())));
        }
        List<Document> retrieved = context.stream()
                .sorted((a, b) ->
                        Double.compare(b.score().orElseThrow(), a.score().orElseThrow()))
                .toList();
        double value = RetrievalMetric.NDCG
                .at(inputs.path("k").asInt(retrieved.size()))
                .score(golden(context), new Actual().retrieved(retrieved))
                .value()
                .orElseThrow();

        assertThat(Double.toString(value)).startsWith(expected.asText().replace("...", ""));
    }

    private static JsonNode peer(String metric) {
        return SharedFolder.entries("reference/peer-vectors.json")
                .filter(entry -> entry.get("metric").asText().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static List<Document> documents(JsonNode ids) {
        List<Document> documents = new ArrayList<>();
        ids.forEach(id -> documents.add(Document.of(id.asText(), "")));
        return documents;
    }
}
