package dev.junitllm.score.text;

/**
 * What is done to a text before it is compared, so that only what matters decides. Output and answer are always brought to
 * the same form. None of them knows a language, but for {@link #SQUAD}, which knows English.
 */
public enum TextForm {

    /** Nothing is done: every code point counts. */
    AS_WRITTEN,

    /**
     * What readers don't tell apart: Unicode NFKC (full-width digits, ligatures, composed accents), no outer white space,
     * one space for a run of white space, lower case by the root locale.
     */
    FOLDED,

    /**
     * What the words say, without how they are set. As {@link #FOLDED}, but letters are compared by case folding ({@code ß}
     * is {@code ss}; {@code ı} and {@code İ} are {@code i}), invisible characters are dropped (zero-width spaces and
     * joiners, soft hyphens, variation selectors), and so is punctuation (Unicode's category P, and back-ticks): full stops and
     * apostrophes are deleted ({@code U.S.A.} is {@code usa}), any other mark separates words ({@code well-known} is
     * {@code well known}). What belongs to a number stays: marks between digits, a minus before the first digit, the
     * {@code %} after the last. So do symbols such as {@code $} and {@code +}.
     */
    NORMALIZED,

    /**
     * {@link #NORMALIZED} without accents: {@code Beyoncé} is {@code beyonce}, {@code ё} is {@code е}, and Arabic loses its
     * vowel signs. Only marks that Unicode's decomposition splits off and that belong to no script of their own go: vowel
     * signs of Indic scripts and Thai, the voicing of kana, {@code ø} and {@code ł} stay.
     */
    UNACCENTED,

    /**
     * The normal form of the SQuAD evaluation script (Rajpurkar et al. 2016, arXiv:1606.05250): lower case, ASCII
     * punctuation deleted, the words <i>a</i>, <i>an</i> and <i>the</i> removed, white space collapsed, in that order.
     * Accents stay, and so does what isn't ASCII.
     */
    SQUAD;

    /**
     * Brings a text to this form.
     *
     * @param text any text
     * @return the text in this form; empty where nothing of it matters
     */
    public String of(String text) {
        return switch (this) {
            case AS_WRITTEN -> text;
            case FOLDED -> Folding.fold(text);
            case NORMALIZED -> Normalization.normalize(text);
            case UNACCENTED -> Normalization.withoutAccents(text);
            case SQUAD -> SquadForm.of(text);
        };
    }
}
