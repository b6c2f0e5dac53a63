package dev.junitllm.score.text;

/**
 * 1 where the output begins with at least one of the acceptable answers, character for character, else 0. An empty
 * acceptable answer is an ERROR of kind {@code EMPTY_REFERENCE}, for every output begins with it. For whole words, and for
 * texts that are the same in all cases, use {@link ContainsScore}.
 */
public final class StartsWith extends TextSearch {

    /** Makes the metric. */
    public StartsWith() {
        super("starts-with", ContainsScore.Match.ANY, ContainsScore.Place.START, TextForm.AS_WRITTEN);
    }

    /** The same with output and answers in the form {@link TextForm#FOLDED}. */
    public static final class Folded extends TextSearch {

        /** Makes the metric. */
        public Folded() {
            super("starts-with-folded", ContainsScore.Match.ANY, ContainsScore.Place.START, TextForm.FOLDED);
        }
    }
}
