package dev.junitllm.score.text;

import dev.junitllm.score.Scorer;
import dev.junitllm.score.text.RougeScore.Figure;
import dev.junitllm.score.text.RougeScore.Variant;

/**
 * ROUGE, how much of a summary overlaps with a reference (Lin 2004, "ROUGE: A Package for Automatic Evaluation of
 * Summaries"), computed as Google's rouge_score does, without its stemmer. From 0 to 1. Precision is what is shared over
 * what the output has, recall what is shared over what the answer has, and the score is their harmonic mean F1. Of several
 * acceptable answers the one of the best F1 counts. The details hold {@code precision}, {@code recall} and {@code f1}.
 *
 * <p>Words are runs of {@code a} to {@code z} and {@code 0} to {@code 9} in lower case: accents split words, and other scripts
 * vanish. For them, and for precision or recall as the score, use {@link RougeScore}.
 *
 * <p>An output without a word scores 0. A case of which no acceptable answer has anything to be shared is an ERROR of kind
 * {@code EMPTY_REFERENCE}, where rouge_score gives 0 whatever the output.
 */
public final class Rouge {

    private Rouge() {}

    /**
     * Any variant with any figure as the score. For a golden set use {@link RougeScore}.
     *
     * @param variant what is compared
     * @param figure which figure is the score
     * @return a scorer with a name such as {@code rouge-l-recall}
     */
    public static Scorer of(Variant variant, Figure figure) {
        return new RougeMetric(variant, figure, false);
    }

    /**
     * Any variant for texts in any script, as {@link RougeScore#unicode()} says.
     *
     * @param variant what is compared
     * @param figure which figure is the score
     * @return a scorer with a name such as {@code rouge-l-recall}
     */
    public static Scorer unicode(Variant variant, Figure figure) {
        return new RougeMetric(variant, figure, true);
    }

    /** ROUGE-1: the words that are shared, as often as both texts have them. */
    public static final class One extends RougeMetric {

        /** Makes the metric. */
        public One() {
            super(Variant.ONE, Figure.F1, false);
        }
    }

    /** ROUGE-2: the pairs of neighbouring words that are shared, as often as both texts have them. */
    public static final class Two extends RougeMetric {

        /** Makes the metric. */
        public Two() {
            super(Variant.TWO, Figure.F1, false);
        }
    }

    /**
     * ROUGE-L: the longest sequence of words that both texts have in this order, whatever stands between. Line breaks are
     * white space. Where both texts have more than 10,000,000,000 pairs of words (100,000 by 100,000) between what they
     * begin and end with alike, the case is an ERROR of kind {@code TOO_LARGE}.
     */
    public static final class L extends RougeMetric {

        /** Makes the metric. */
        public L() {
            super(Variant.L, Figure.F1, false);
        }
    }

    /**
     * ROUGE-Lsum, for summaries of several sentences, one a line: each sentence of the answer is compared with every one of
     * the output, and the words found in any of them count, no word more often than both texts have it. Where both texts
     * have more than 100,000,000 pairs of words (10,000 by 10,000), the case is an ERROR of kind {@code TOO_LARGE}.
     */
    public static final class Lsum extends RougeMetric {

        /** Makes the metric. */
        public Lsum() {
            super(Variant.LSUM, Figure.F1, false);
        }
    }
}
