package dev.junitllm.score.text;

/**
 * How few edits make the output an acceptable answer: 1 − d / n, where d is Levenshtein's distance (inserting, deleting or
 * replacing a character costs 1; Levenshtein 1966) and n the number of characters of the longer text. Characters are
 * Unicode code points. From 0 to 1; two empty texts are equal, and of several acceptable answers the nearest counts. The
 * details hold {@code distance}.
 *
 * <p>What both texts begin and end with alike takes no work. Where the rest has more than 10,000,000,000 pairs of characters
 * (100,000 by 100,000), the case is an ERROR of kind {@code TOO_LARGE}.
 */
public final class Levenshtein extends LevenshteinMetric {

    /** Makes the metric. */
    public Levenshtein() {
        super("levenshtein", TextForm.AS_WRITTEN);
    }

    /** The same with output and answers in the form {@link TextForm#FOLDED}. */
    public static final class Folded extends LevenshteinMetric {

        /** Makes the metric. */
        public Folded() {
            super("levenshtein-folded", TextForm.FOLDED);
        }
    }
}
