package dev.junitllm.score.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** How a text is taken apart into words. */
enum WordRule {

    /** What white space separates in the form {@link TextForm#SQUAD}. */
    SQUAD,

    /**
     * What white space separates after NFKC, in lower case, without punctuation and symbols (categories P and S) and
     * without what can't be seen.
     */
    UNICODE,

    /** As {@link #UNICODE}, but in scripts written without spaces every character, with its marks, is a word. */
    CJK,

    /** Runs of {@code a} to {@code z} and {@code 0} to {@code 9}, in lower case: the rule of rouge_score. */
    ASCII,

    /**
     * Runs of letters, numbers and marks, after NFKC, in lower case, without what can't be seen; single characters as for
     * {@link #CJK}.
     */
    LETTERS;

    List<String> words(String text) {
        return switch (this) {
            case SQUAD -> runs(SquadForm.of(text), false);
            case UNICODE -> runs(withoutPunctuation(text), false);
            case CJK -> runs(withoutPunctuation(text), true);
            case ASCII -> runs(spaced(text.toLowerCase(Locale.ROOT), WordRule::isAscii), false);
            case LETTERS -> runs(spaced(compatible(text), CodePoints::isWordCharacter), true);
        };
    }

    /** How many words a person would count: what white space separates, characters of unspaced scripts one by one. */
    static int count(String text) {
        return (int) runs(text, true).stream()
                .filter(word -> word.codePoints().anyMatch(CodePoints::isLetterOrNumber))
                .count();
    }

    private static String compatible(String text) {
        return Folding.withoutInvisible(Folding.compatible(text)).toLowerCase(Locale.ROOT);
    }

    private static String withoutPunctuation(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        compatible(text)
                .codePoints()
                .filter(codePoint -> !CodePoints.isPunctuation(codePoint) && !CodePoints.isSymbol(codePoint))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String spaced(String text, IntPredicate kept) {
        StringBuilder spaced = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> spaced.appendCodePoint(kept.test(codePoint) ? codePoint : ' '));
        return spaced.toString();
    }

    private static boolean isAscii(int codePoint) {
        return (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= '0' && codePoint <= '9');
    }

    /** What white space separates, if need be with the characters of unspaced scripts one by one. */
    static List<String> runs(String text, boolean single) {
        List<String> words = new ArrayList<>();
        int start = 0;
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            boolean space = CodePoints.isSpace(codePoint);
            if (space || (single && startsWord(text, i, codePoint))) {
                if (start < i) {
                    words.add(text.substring(start, i));
                }
                start = space ? i + 1 : i;
            }
        }
        if (start < text.length()) {
            words.add(text.substring(start));
        }
        return words;
    }

    /** Either side of a character of an unspaced script; its marks stay with it. */
    private static boolean startsWord(String text, int index, int codePoint) {
        if (CodePoints.isMark(codePoint)) {
            return false;
        }
        return CodePoints.isUnspaced(codePoint) || (index > 0 && isUnspacedBefore(text, index));
    }

    private static boolean isUnspacedBefore(String text, int index) {
        int i = index;
        while (i > 0 && CodePoints.isMark(text.codePointBefore(i))) {
            i -= Character.charCount(text.codePointBefore(i));
        }
        return i > 0 && CodePoints.isUnspaced(text.codePointBefore(i));
    }
}
