package dev.junitllm.score.text;

import dev.junitllm.score.Scorer;
import java.util.List;

/**
 * 1 where the output contains at least one of the acceptable answers, character for character, else 0. It knows no words:
 * {@code 3} is in {@code 13}; where that matters use {@link ContainsScore} with {@code wholeWords}. An empty acceptable
 * answer is an ERROR of kind {@code EMPTY_REFERENCE}, for every output contains it.
 */
public final class Contains extends TextSearch {

    /** Makes the metric. */
    public Contains() {
        super("contains", ContainsScore.Match.ANY, ContainsScore.Place.ANYWHERE, TextForm.AS_WRITTEN);
    }

    /**
     * The same with output and answers in another form. For a golden set use {@link ContainsScore#form()}.
     *
     * @param form what both are brought to
     * @return a scorer named {@code contains}
     */
    public static Scorer in(TextForm form) {
        return of(form, false);
    }

    /**
     * The same in another form, as whole words: {@code 3} is not in {@code 13}. For a golden set use
     * {@link ContainsScore#wholeWords()}.
     *
     * @param form what output and answers are brought to
     * @return a scorer named {@code contains}
     */
    public static Scorer wholeWords(TextForm form) {
        return of(form, true);
    }

    private static Scorer of(TextForm form, boolean wholeWords) {
        return new TextSearch(List.of(), ContainsScore.Match.ANY, ContainsScore.Place.ANYWHERE, form, wholeWords);
    }

    /** The same with output and answers in the form {@link TextForm#FOLDED}. */
    public static final class Folded extends TextSearch {

        /** Makes the metric. */
        public Folded() {
            super("contains-folded", ContainsScore.Match.ANY, ContainsScore.Place.ANYWHERE, TextForm.FOLDED);
        }
    }
}
