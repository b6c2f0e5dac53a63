package dev.junitllm.score.retrieval;

import static dev.junitllm.score.retrieval.Rankings.score;
import static dev.junitllm.score.retrieval.Rankings.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetrievalMetricTest {

    @ParameterizedTest
    @CsvSource({
        "PRECISION, 0.4", // 2 / 5
        "RECALL, 0.6666666666666666", // 2 / 3
        "F1, 0.5", // 2 * 2 / (5 + 3)
        "HIT_RATE, 1",
        "RECIPROCAL_RANK, 0.5", // 1 / 2
        "AVERAGE_PRECISION, 0.3333333333333333", // (1/2 + 2/4) / 3
        "AVERAGE_PRECISION_UP_TO_K, 0.3333333333333333",
        "AVERAGE_PRECISION_OF_FOUND, 0.5", // (1/2 + 2/4) / 2
        "NDCG, 0.49818925746641285", // (1/log2 3 + 1/log2 5) / (1 + 1/log2 3 + 1/2)
        "NDCG_EXPONENTIAL, 0.49818925746641285"
    })
    void measuresARanking(RetrievalMetric metric, double expected) throws Exception {
        assertThat(value(metric.at(5), "a b c", "x a y b z c")).isCloseTo(expected, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({
        "PRECISION, 0.2", // 1 / 5, though one was retrieved
        "RECALL, 0.5",
        "F1, 0.2857142857142857", // 2 * 1 / (5 + 2)
        "AVERAGE_PRECISION, 0.5",
        "AVERAGE_PRECISION_OF_FOUND, 1",
        "NDCG, 0.6131471927654584" // 1 / (1 + 1/log2 3)
    })
    void dividesByKWhereLessWasRetrieved(RetrievalMetric metric, double expected) throws Exception {
        assertThat(value(metric.at(5), "a b", "b")).isCloseTo(expected, within(1e-15));
    }

    @Test
    void limitsWhatAveragePrecisionAndGainCanReachByK() throws Exception {
        assertThat(value(RetrievalMetric.AVERAGE_PRECISION.at(2), "a b c d", "a b"))
                .isEqualTo(0.5);
        assertThat(value(RetrievalMetric.AVERAGE_PRECISION_UP_TO_K.at(2), "a b c d", "a b"))
                .isEqualTo(1);
        assertThat(value(RetrievalMetric.NDCG.at(2), "a b c d", "a b")).isEqualTo(1);
    }

    @Test
    void takesAllThatWasRetrievedWithoutK() throws Exception {
        assertThat(value(new Retrieval.Precision(), "a b c", "a x")).isEqualTo(0.5);
        assertThat(value(new Retrieval.Recall(), "a b", "x y z a b")).isEqualTo(1);
        assertThat(value(new Retrieval.F1(), "a b c", "a x")).isEqualTo(0.4);
        assertThat(value(new Retrieval.HitRate(), "a", "x y")).isZero();
        assertThat(value(new Retrieval.ReciprocalRank(), "a", "x y z a")).isEqualTo(0.25);
        assertThat(value(new Retrieval.AveragePrecision(), "a b", "a x b")).isCloseTo(5.0 / 6, within(1e-15));
        assertThat(value(new Retrieval.Ndcg(), "a b", "a")).isCloseTo(0.6131471927654584, within(1e-15));
    }

    /** The example of scikit-learn's documentation of {@code ndcg_score}: relevance 10, 0, 0, 1, 5 in two orders. */
    @Test
    void agreesWithAPublishedExampleOfGradedGain() throws Exception {
        String judged = "a=10 b=0 c=0 d=1 e=5";

        assertThat(value(RetrievalMetric.NDCG.at(5), judged, "e d c b a")).isCloseTo(0.6956940443813076, within(1e-12));
        assertThat(value(new Retrieval.Ndcg(), judged, "b c d a e")).isCloseTo(0.49, within(0.01));
        assertThat(value(RetrievalMetric.NDCG.at(4), judged, "b c d a e")).isCloseTo(0.35, within(0.01));
    }

    @Test
    void favoursTheMostRelevantByExponentialGain() throws Exception {
        // gains 3, 2, 1 and 7, 3, 1 at discounts 1, log2 3, 2
        double log3 = Math.log(3) / Math.log(2);

        assertThat(value(RetrievalMetric.NDCG.at(3), "a=3 b=2 c=1", "c b a"))
                .isCloseTo((1 + 2 / log3 + 3 / 2.0) / (3 + 2 / log3 + 1 / 2.0), within(1e-12));
        assertThat(value(RetrievalMetric.NDCG_EXPONENTIAL.at(3), "a=3 b=2 c=1", "c b a"))
                .isCloseTo((1 + 3 / log3 + 7 / 2.0) / (7 + 3 / log3 + 1 / 2.0), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void countsACopyOnceThoughItTakesUpARank(RetrievalMetric metric) throws Exception {
        assertThat(value(metric.at(3), "a b", "a a b")).isEqualTo(value(metric.at(3), "a b", "a x b"));
    }

    @ParameterizedTest
    @EnumSource
    void is1ForTheIdealRankingAnd0ForNone(RetrievalMetric metric) throws Exception {
        assertThat(value(metric.at(3), "a=3 b=2 c=0.5 d=0", "a b c")).isEqualTo(1);
        assertThat(value(metric.at(3), "a b c", "x y")).isZero();
        assertThat(value(metric.at(3), "a b c", "")).isZero();
        assertThat(value(new RankingScorer(metric), "a b c", "")).isZero();
    }

    @Test
    void saysWhatWasFoundAndWhatIsMissing() throws Exception {
        assertThat(score(RetrievalMetric.RECALL.at(4), "d1 d3 d5 d6", "d1 d2 d3 d4 d5"))
                .hasToString("0.5: 2 of 4 relevant documents among the first 4 retrieved, at ranks 1, 3;"
                        + " missing: 'd5', 'd6'");
        assertThat(score(new Retrieval.HitRate(), "a", "x a"))
                .hasToString("1.0: 1 of 1 relevant documents among the 2 retrieved, at rank 2");
        assertThat(score(new Retrieval.Recall(), "a b c d e", ""))
                .hasToString("0.0: nothing was retrieved; missing: 'a', 'b', 'c' and 2 more");
    }

    @Test
    void refusesToLookAtNoRank() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetrievalMetric.RECALL.at(0))
                .withMessage("k = 0: at least one rank has to count");
    }
}
