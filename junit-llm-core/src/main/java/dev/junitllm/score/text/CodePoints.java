package dev.junitllm.score.text;

import java.lang.Character.UnicodeScript;

/** What kinds of characters there are. */
final class CodePoints {

    private CodePoints() {}

    /** Unicode's White_Space and what Java and Python take for white space besides. All of it lies in the basic plane. */
    static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0x85;
    }

    /** A combining mark, of whatever width. */
    static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Unicode's categories L and N. */
    static boolean isLetterOrNumber(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.LETTER_NUMBER
                || Character.getType(codePoint) == Character.OTHER_NUMBER;
    }

    /** A letter, a number, or a mark that is seen on one; what chooses the look of an emoji is a mark as well. */
    static boolean isWordCharacter(int codePoint) {
        return isLetterOrNumber(codePoint) || (isMark(codePoint) && !isInvisible(codePoint));
    }

    /** Unicode's Default_Ignorable_Code_Point, by its parts. */
    static boolean isInvisible(int codePoint) {
        if (Character.getType(codePoint) == Character.FORMAT) {
            return !isVisibleFormat(codePoint);
        }
        return switch (codePoint) {
            case 0x34f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x3164, 0xffa0 -> true;
            default ->
                (codePoint >= 0x180b && codePoint <= 0x180f)
                        || (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
                        || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
        };
    }

    /** Signs that are drawn around or below the digits after them, and those between annotations. */
    private static boolean isVisibleFormat(int codePoint) {
        return switch (codePoint) {
            case 0x6dd, 0x70f, 0x890, 0x891, 0x8e2, 0x110bd, 0x110cd -> true;
            default -> (codePoint >= 0x600 && codePoint <= 0x605) || (codePoint >= 0xfff9 && codePoint <= 0xfffb);
        };
    }

    /** Whether its script is written without spaces between words. */
    static boolean isUnspaced(int codePoint) {
        if (codePoint < 0xe00) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(codePoint);
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, YI, THAI, LAO, KHMER, MYANMAR, TIBETAN, JAVANESE, BALINESE -> true;
            // the prolonged sound mark and its kin, which several scripts share
            default -> script == UnicodeScript.COMMON && codePoint >= 0x30fb && codePoint <= 0x30ff;
        };
    }

    /** Unicode's category P. */
    static boolean isPunctuation(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** ASCII's punctuation and symbols. */
    static boolean isAsciiPunctuation(int codePoint) {
        return codePoint > ' ' && codePoint < 0x7f && !Character.isLetterOrDigit(codePoint);
    }

    /** Unicode's category S. */
    static boolean isSymbol(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL ->
                true;
            default -> false;
        };
    }
}
