package dev.junitllm.score.text;

import java.text.Normalizer;
import java.util.Locale;

/** Makes {@link TextForm#FOLDED}, and the parts of it that other forms need too. */
final class Folding {

    /** UAX #15, Stream-Safe Text Format: no natural text has longer runs of combining marks. */
    private static final int MOST_MARKS = 30;

    private Folding() {}

    static String fold(String text) {
        return collapse(compatible(text)).toLowerCase(Locale.ROOT);
    }

    /** Trims, and makes every run of white space one space. */
    static String collapse(String text) {
        StringBuilder collapsed = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i); // no white space lies outside the basic plane
            if (CodePoints.isSpace(unit)) {
                gap = !collapsed.isEmpty();
            } else {
                if (gap) {
                    collapsed.append(' ');
                    gap = false;
                }
                collapsed.append(unit);
            }
        }
        return collapsed.toString();
    }

    /** Unicode NFKC. */
    static String compatible(String text) {
        return normal(text, Normalizer.Form.NFKC);
    }

    /**
     * A normal form of Unicode. Sorting combining marks takes quadratic time in the length of their run, so endless runs are
     * normalized piece by piece.
     */
    static String normal(String text, Normalizer.Form form) {
        StringBuilder normal = new StringBuilder(text.length());
        int start = 0;
        int marks = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            marks = CodePoints.isMark(text.codePointAt(i)) ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                normal.append(Normalizer.normalize(text.substring(start, i), form));
                start = i;
                marks = 1;
            }
        }
        return normal.append(Normalizer.normalize(text.substring(start), form)).toString();
    }

    static String withoutInvisible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(codePoint -> !CodePoints.isInvisible(codePoint))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
