package dev.junitllm.score.text;

/**
 * chrF (Popović 2015), computed as sacreBLEU does: precision and recall of the runs of 1 to 6 characters that output and
 * answer share, each the mean over the orders that both texts are long enough for, put together as an F score in which
 * recall counts β = 2 times as much. White space is left out, case counts, characters are code points. Knows no words, so
 * that inflected and compound words still count in part, and languages without spaces are no trouble. From 0 to 1, where
 * sacreBLEU prints 0 to 100.
 *
 * <p>Of several acceptable answers the best counts. Over the whole set there is corpus chrF, from the sums of the counts:
 * it is no mean of the cases. The details hold the counts by order, {@code outputNGrams}, {@code answerNGrams} and
 * {@code sharedNGrams}. A case of which no acceptable answer has a character besides white space is an ERROR of kind
 * {@code EMPTY_REFERENCE}.
 */
public final class Chrf extends ChrfMetric {

    /** Makes the metric. */
    public Chrf() {
        super("chrf", "corpus chrF", 0);
    }

    /**
     * chrF++ (Popović 2017): the runs of 1 and 2 words count as two more orders. Words are what white space separates, with
     * an ASCII punctuation mark at the end, or else at the start, as a word of its own.
     */
    public static final class PlusPlus extends ChrfMetric {

        /** Makes the metric. */
        public PlusPlus() {
            super("chrf-plus-plus", "corpus chrF++", 2);
        }
    }
}
