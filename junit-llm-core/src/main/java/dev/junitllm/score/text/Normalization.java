package dev.junitllm.score.text;

import java.text.Normalizer;
import java.util.Locale;

/** Makes {@link TextForm#NORMALIZED} and {@link TextForm#UNACCENTED}. */
final class Normalization {

    private static final int NONE = -1;

    private Normalization() {}

    static String normalize(String text) {
        String folded = caseFold(Folding.withoutInvisible(Folding.compatible(text)));
        // what was apart may be next to each other by now, such as a letter and its accent
        return Folding.collapse(Folding.compatible(withoutPunctuation(folded)));
    }

    static String withoutAccents(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        Folding.normal(normalize(text), Normalizer.Form.NFD)
                .codePoints()
                .filter(codePoint -> !isAccent(codePoint))
                .forEach(kept::appendCodePoint);
        return Folding.collapse(Folding.compatible(kept.toString()));
    }

    /** To lower, upper and lower case: ẞ has a lower case only, and ß only an upper one of more than one character. */
    private static String caseFold(String text) {
        return lower(lower(text).toUpperCase(Locale.ROOT));
    }

    /** Character by character: {@link String#toLowerCase} looks at the end of the word for σ and ς. */
    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }

    private static String withoutPunctuation(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int before = NONE;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.charAt(i) == '\u2212' ? '-' : text.codePointAt(i); // the minus sign
            i += Character.charCount(codePoint);
            int after = at(text, i);
            if (!isPunctuation(codePoint) || isInNumber(before, codePoint, after, at(text, i + 1))) {
                kept.appendCodePoint(codePoint);
            } else if (!isDeleted(before, codePoint, after)) {
                kept.append(' ');
            }
            before = codePoint;
        }
        return kept.toString();
    }

    private static int at(String text, int index) {
        return index < text.length() ? text.codePointAt(index) : NONE;
    }

    private static boolean isPunctuation(int codePoint) {
        return CodePoints.isPunctuation(codePoint) || codePoint == '`' || codePoint == '\u02bc';
    }

    private static boolean isInNumber(int before, int mark, int after, int next) {
        if (isDigit(before)) {
            return isDigit(after) || mark == '%' || mark == '\u2030';
        }
        boolean begins = before == NONE || !CodePoints.isWordCharacter(before);
        return switch (mark) {
            case '-' -> begins && (isDigit(after) || (after == '.' && isDigit(next)));
            case '.' -> begins && before != '.' && isDigit(after);
            default -> false;
        };
    }

    private static boolean isDigit(int codePoint) {
        return codePoint != NONE && Character.isDigit(codePoint);
    }

    /** Rather than made a space. Several full stops are a pause, one is not. */
    private static boolean isDeleted(int before, int mark, int after) {
        return switch (mark) {
            case '\'', '\u2018', '\u2019', '\u02bc' -> true;
            case '.' -> before != '.' && after != '.';
            default -> false;
        };
    }

    /** Marks of no script of their own, which leaves out vowel signs; but for those that voice a kana. */
    private static boolean isAccent(int codePoint) {
        return Character.getType(codePoint) == Character.NON_SPACING_MARK
                && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.INHERITED
                && codePoint != 0x3099
                && codePoint != 0x309a;
    }
}
