package dev.junitllm.judge.prompt;

import dev.junitllm.Printable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as a judge is shown it. Characters that can't be seen or that change the direction of others are written as escapes;
 * joiners inside of emoji and of the scripts that are written with them stay. The beginning of a delimiter is broken.
 *
 * @param text the text to show
 * @param hasHidden whether something was hidden in it
 */
record VisibleText(String text, boolean hasHidden) {

    private static final int VARIATION = 0xfe0f;
    private static final int JOINER = 0x200d;
    private static final int NON_JOINER = 0x200c;

    /** What begins like a delimiter of ours, however it is spaced. */
    private static final Pattern DELIMITER =
            Pattern.compile("<(?=\\s{0,20}/?\\s{0,20}data\\s{0,20}-)", Pattern.CASE_INSENSITIVE);

    static VisibleText of(String raw) {
        if (isPlain(raw)) {
            return new VisibleText(raw, false);
        }
        StringBuilder shown = new StringBuilder(raw.length());
        boolean hidden = false;
        String text = raw.replace("\r\n", "\n");
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            String one = text.substring(at, next);
            String safe = joins(text, at, next, codePoint) ? one : Printable.block(one);
            hidden |= !safe.equals(one);
            shown.append(safe);
            at = next;
        }
        return new VisibleText(DELIMITER.matcher(shown).replaceAll(Matcher.quoteReplacement("\\u003c")), hidden);
    }

    /** Almost every text is, or could be but for its letters. */
    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char unit = raw.charAt(i);
            boolean isSeen = unit >= ' ' && unit < 0x7f && unit != '<';
            if (!isSeen && unit != '\n' && unit != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Whether an invisible character does here what it was made for. */
    private static boolean joins(String text, int at, int next, int codePoint) {
        if ((codePoint != VARIATION && codePoint != JOINER && codePoint != NON_JOINER) || at == 0) {
            return false;
        }
        int before = text.codePointBefore(at);
        if (codePoint == VARIATION) {
            return isPictograph(before) || before == '#' || before == '*' || (before >= '0' && before <= '9');
        }
        if (next == text.length()) {
            return false;
        }
        int after = text.codePointAt(next);
        return (codePoint == JOINER && isEmojiPart(before) && isPictograph(after))
                || (isJoiningScript(before) && isJoiningScript(after));
    }

    private static boolean isEmojiPart(int codePoint) {
        return isPictograph(codePoint) || codePoint == VARIATION || (codePoint >= 0x1f3fb && codePoint <= 0x1f3ff);
    }

    private static boolean isPictograph(int codePoint) {
        return Character.getType(codePoint) == Character.OTHER_SYMBOL;
    }

    private static boolean isJoiningScript(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case ARABIC,
                    SYRIAC,
                    MONGOLIAN,
                    DEVANAGARI,
                    BENGALI,
                    GURMUKHI,
                    GUJARATI,
                    ORIYA,
                    TAMIL,
                    TELUGU,
                    KANNADA,
                    MALAYALAM,
                    SINHALA,
                    KHMER,
                    MYANMAR -> true;
            default -> false;
        };
    }
}
