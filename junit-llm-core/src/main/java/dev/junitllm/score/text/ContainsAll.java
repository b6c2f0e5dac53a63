package dev.junitllm.score.text;

/**
 * 1 where the output contains every one of the acceptable answers, character for character, else 0: each is a fact to be
 * stated. An empty acceptable answer is an ERROR of kind {@code EMPTY_REFERENCE}, for every output contains it. For whole
 * words, and for texts that are the same in all cases, use {@link ContainsScore}.
 */
public final class ContainsAll extends TextSearch {

    /** Makes the metric. */
    public ContainsAll() {
        super("contains-all", ContainsScore.Match.ALL, ContainsScore.Place.ANYWHERE, TextForm.AS_WRITTEN);
    }

    /** The same with output and answers in the form {@link TextForm#FOLDED}. */
    public static final class Folded extends TextSearch {

        /** Makes the metric. */
        public Folded() {
            super("contains-all-folded", ContainsScore.Match.ALL, ContainsScore.Place.ANYWHERE, TextForm.FOLDED);
        }
    }
}
