package dev.junitllm.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.MeanScore;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.retrieval.Retrieval;
import dev.junitllm.score.retrieval.RetrievalMetric;
import dev.junitllm.score.retrieval.RetrievalScore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code of the section on retrieval in docs/scoring.md, run. */
class RetrievalPageTest {

    private static final class Search {

        List<Document> find(String question) {
            return question.contains("return")
                    ? List.of(Document.of("returns", "30 days"), Document.of("fees", "10 cents a day"))
                    : List.of(Document.of("fees", "10 cents a day"));
        }
    }

    static class ScoresTestCases {

        private final Search search = new Search();

        // tag::retrieval[]
        @GoldenSet("docs/search.jsonl")
        @ReferenceScore(value = Retrieval.ReciprocalRank.class, atLeast = 0.5)
        @RetrievalScore(metric = RetrievalMetric.RECALL, k = 5, atLeast = 0.5)
        @RetrievalScore(metric = RetrievalMetric.NDCG, k = 10, recordOnly = true)
        @MeanScore(of = "ndcg-at-10", atLeast = 0.8)
        void finds(GoldenCase golden, Actual actual) {
            actual.retrieved(search.find(golden.input())); // an empty list where nothing was found
        }
        // end::retrieval[]
    }

    @Test
    void everyCasePassesButTheOneThatNothingAppliesTo() {
        assertThat(PageRun.green(ScoresTestCases.class, "finds").succeeded().count())
                .isEqualTo(2);
    }
}
