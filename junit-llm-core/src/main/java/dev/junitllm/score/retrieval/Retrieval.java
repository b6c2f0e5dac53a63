package dev.junitllm.score.retrieval;

import dev.junitllm.score.ReferenceScore;

/**
 * The metrics of {@link RetrievalMetric} over all that was retrieved, by document id, for {@link ReferenceScore}:
 *
 * <pre>{@code
 * @ReferenceScore(value = Retrieval.Recall.class, atLeast = 0.8)
 * }</pre>
 *
 * <p>For the first k ranks, or to tell documents apart by their text, use {@link RetrievalScore}; in plain Java
 * {@link RetrievalMetric#at(int)}.
 */
public final class Retrieval {

    private Retrieval() {}

    /** {@link RetrievalMetric#PRECISION} over all that was retrieved. */
    public static final class Precision extends RankingScorer {

        /** Makes the metric. */
        public Precision() {
            super(RetrievalMetric.PRECISION);
        }
    }

    /** {@link RetrievalMetric#RECALL} over all that was retrieved. */
    public static final class Recall extends RankingScorer {

        /** Makes the metric. */
        public Recall() {
            super(RetrievalMetric.RECALL);
        }
    }

    /** {@link RetrievalMetric#F1} over all that was retrieved. */
    public static final class F1 extends RankingScorer {

        /** Makes the metric. */
        public F1() {
            super(RetrievalMetric.F1);
        }
    }

    /** {@link RetrievalMetric#HIT_RATE} over all that was retrieved. */
    public static final class HitRate extends RankingScorer {

        /** Makes the metric. */
        public HitRate() {
            super(RetrievalMetric.HIT_RATE);
        }
    }

    /** {@link RetrievalMetric#RECIPROCAL_RANK} over all that was retrieved. */
    public static final class ReciprocalRank extends RankingScorer {

        /** Makes the metric. */
        public ReciprocalRank() {
            super(RetrievalMetric.RECIPROCAL_RANK);
        }
    }

    /** {@link RetrievalMetric#AVERAGE_PRECISION} over all that was retrieved. */
    public static final class AveragePrecision extends RankingScorer {

        /** Makes the metric. */
        public AveragePrecision() {
            super(RetrievalMetric.AVERAGE_PRECISION);
        }
    }

    /** {@link RetrievalMetric#NDCG} over all that was retrieved. */
    public static final class Ndcg extends RankingScorer {

        /** Makes the metric. */
        public Ndcg() {
            super(RetrievalMetric.NDCG);
        }
    }
}
