package dev.junitllm.score.text;

/**
 * 1 where the output contains not one of the case's {@code expected} and {@code references}, character for character, else
 * 0: for golden sets that list what must not be said. An empty one is an ERROR of kind {@code EMPTY_REFERENCE}, for every
 * output contains it. For whole words, and for texts that are the same in all cases, use {@link ContainsScore}.
 */
public final class ContainsNone extends TextSearch {

    /** Makes the metric. */
    public ContainsNone() {
        super("contains-none", ContainsScore.Match.NONE, ContainsScore.Place.ANYWHERE, TextForm.AS_WRITTEN);
    }

    /** The same with output and answers in the form {@link TextForm#FOLDED}. */
    public static final class Folded extends TextSearch {

        /** Makes the metric. */
        public Folded() {
            super("contains-none-folded", ContainsScore.Match.NONE, ContainsScore.Place.ANYWHERE, TextForm.FOLDED);
        }
    }
}
