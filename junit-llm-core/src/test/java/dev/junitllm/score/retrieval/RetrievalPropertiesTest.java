package dev.junitllm.score.retrieval;

import static dev.junitllm.score.retrieval.Rankings.golden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.score.Scorer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every metric, whatever the ranking: random ones, from a fixed seed, and large ones. */
class RetrievalPropertiesTest {

    @ParameterizedTest
    @EnumSource
    void liesFrom0To1AndIs1ForTheIdeal(RetrievalMetric metric) throws Exception {
        Random random = new Random(48);
        for (int i = 0; i < 2_000; i++) {
            List<Document> judged = documents(random, 1 + random.nextInt(6), true);
            List<Document> retrieved = documents(random, random.nextInt(8), false);
            int k = 1 + random.nextInt(8);
            for (DocumentIdentity by : DocumentIdentity.values()) {
                assertThat(score(metric.at(k, by), judged, retrieved))
                        .as("seed 48, ranking %s", i)
                        .isBetween(0.0, 1.0);
            }
            List<Document> ideal = judged.stream()
                    .sorted(Comparator.comparing((Document document) ->
                                    Double.parseDouble(document.metadata().get("grade")))
                            .reversed())
                    .toList();
            assertThat(score(metric.at(judged.size()), judged, ideal))
                    .as("seed 48, ranking %s", i)
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesManyDocuments(RetrievalMetric metric) {
        List<Document> many = IntStream.range(0, 100_000)
                .mapToObj(i -> Document.of("d" + i, "text " + i))
                .toList();

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(score(new RankingScorer(metric), many, many)).isEqualTo(1));
    }

    private static double score(Scorer scorer, List<Document> judged, List<Document> retrieved) throws Exception {
        return scorer.score(golden(judged), new Actual().retrieved(retrieved))
                .value()
                .orElseThrow();
    }

    /** Of ten documents, some twice unless they are judged. */
    private static List<Document> documents(Random random, int size, boolean judged) {
        List<Document> documents = new ArrayList<>();
        while (documents.size() < size) {
            int number = random.nextInt(10);
            String id = "d" + number + "\ud800";
            if (!judged
                    || documents.stream().noneMatch(document -> document.id().equals(id))) {
                documents.add(new Document(
                        id,
                        "text " + "abcdefghij".charAt(number) + "\udc00",
                        null,
                        judged ? Map.of("grade", Integer.toString(1 + random.nextInt(4))) : Map.of()));
            }
        }
        return documents;
    }
}
