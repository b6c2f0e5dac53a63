package dev.junitllm.score.retrieval;

import dev.junitllm.score.Scorer;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What can be measured of a ranking, each from 0 to 1. In the formulas R is the number of relevant documents, f how many of
 * them were found among the first k ranks, and P(i) the share of relevant documents among the first i ranks. Without k all that
 * was retrieved counts. A document that is retrieved twice counts where it stands first; its later copies take up ranks. A
 * document that the golden case doesn't name isn't relevant.
 *
 * <p>The mean over a set's cases is what the literature calls by the metric's name: mean reciprocal rank (MRR), mean average
 * precision (MAP), and so on. Definitions after Manning, Raghavan and Schütze, <i>Introduction to Information Retrieval</i>,
 * chapter 8, and the evaluation tool of TREC.
 */
public enum RetrievalMetric {

    /**
     * Precision: f / k. It divides by k even where less was retrieved; without k by the number of retrieved documents, and is 0
     * where there are none.
     */
    PRECISION("retrieval-precision") {
        @Override
        double of(Ranking ranking) {
            return ranking.depth() == 0 ? 0 : (double) ranking.found() / ranking.depth();
        }
    },

    /** Recall: f / R. */
    RECALL("retrieval-recall") {
        @Override
        double of(Ranking ranking) {
            return (double) ranking.found() / ranking.relevant();
        }
    },

    /** The harmonic mean of {@link #PRECISION} and {@link #RECALL}: 2 f / (k + R). */
    F1("retrieval-f1") {
        @Override
        double of(Ranking ranking) {
            return 2.0 * ranking.found() / (ranking.depth() + ranking.relevant());
        }
    },

    /** Hit rate: 1 where at least one relevant document was found, else 0. */
    HIT_RATE("hit-rate") {
        @Override
        double of(Ranking ranking) {
            return ranking.found() > 0 ? 1 : 0;
        }
    },

    /** Reciprocal rank: 1 / (the rank of the first relevant document), or 0 where none was found. */
    RECIPROCAL_RANK("mrr") {
        @Override
        double of(Ranking ranking) {
            return Arrays.stream(ranking.ranks())
                    .mapToDouble(rank -> 1.0 / rank)
                    .findFirst()
                    .orElse(0);
        }
    },

    /**
     * Average precision as TREC has it: the sum of P(i) over the ranks i where a relevant document was found, divided by R.
     * Where R is larger than k it can't reach 1.
     */
    AVERAGE_PRECISION("map") {
        @Override
        double of(Ranking ranking) {
            return share(ranking.precisions(), ranking.relevant());
        }
    },

    /** Average precision, divided by the smaller of R and k: as many relevant documents as could have been found. */
    AVERAGE_PRECISION_UP_TO_K("map-up-to-k") {
        @Override
        double of(Ranking ranking) {
            return share(ranking.precisions(), Math.min(ranking.relevant(), ranking.cut()));
        }
    },

    /**
     * Average precision, divided by f: how high up stands what was found, whatever was missed. RAGAS and DeepEval call it
     * context precision.
     */
    AVERAGE_PRECISION_OF_FOUND("map-of-found") {
        @Override
        double of(Ranking ranking) {
            return share(ranking.precisions(), ranking.found());
        }
    },

    /**
     * Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002): the sum of g / log2(i + 1) over ranks i with
     * grades g, divided by the same sum over all judged documents in the best order, cut at k.
     */
    NDCG("ndcg") {
        @Override
        double of(Ranking ranking) {
            return ndcg(ranking, grade -> grade);
        }
    },

    /** {@link #NDCG} with the gain 2^g - 1 (Burges et al. 2005), which favours the most relevant documents. */
    NDCG_EXPONENTIAL("ndcg-exponential") {
        @Override
        double of(Ranking ranking) {
            return ndcg(ranking, grade -> Math.pow(2, grade) - 1);
        }
    };

    private final String scoreName;

    RetrievalMetric(String scoreName) {
        this.scoreName = scoreName;
    }

    /** From 0 to 1; there is at least one relevant document. */
    abstract double of(Ranking ranking);

    /** Such as {@code ndcg-at-10}. */
    String scoreName(int k) {
        return k == RetrievalScore.ALL ? scoreName : scoreName + "-at-" + k;
    }

    /**
     * The metric over the first ranks, documents being told apart by their ids.
     *
     * @param k how many ranks count, at least 1
     * @return the scorer
     * @throws IllegalArgumentException where k is smaller
     */
    public Scorer at(int k) {
        return at(k, DocumentIdentity.ID);
    }

    /**
     * The metric over the first ranks.
     *
     * @param k how many ranks count, at least 1
     * @param by by what documents are told apart
     * @return the scorer
     * @throws IllegalArgumentException where k is smaller
     */
    public Scorer at(int k, DocumentIdentity by) {
        if (k < 1) {
            throw new IllegalArgumentException("k = %s: at least one rank has to count".formatted(k));
        }
        return new RankingScorer(this, k, by);
    }

    private static double ndcg(Ranking ranking, DoubleUnaryOperator gain) {
        return share(
                discounted(ranking.grades(), ranking.cut(), gain), discounted(ranking.ideal(), ranking.cut(), gain));
    }

    private static double discounted(List<Double> grades, int cut, DoubleUnaryOperator gain) {
        double sum = 0;
        for (int i = 0; i < Math.min(grades.size(), cut); i++) {
            sum += gain.applyAsDouble(grades.get(i)) / (Math.log(i + 2) / Math.log(2));
        }
        return sum;
    }

    /** Sums in floating point may exceed the whole by a hair. */
    private static double share(double part, double whole) {
        return whole == 0 ? 0 : Math.min(1, part / whole);
    }
}
