package dev.junitllm.judge.prompt;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Texts in the form in which a quote is looked for: NFKC, white space folded, nothing that can't be seen. */
final class FoldedText {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\p{Cc}\\ufe00-\\ufe0f\\x{e0100}-\\x{e01ef}&&[^\\t\\n\\r]]");

    private FoldedText() {}

    static String of(String text) {
        if (isFolded(text)) {
            return text;
        }
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return SPACE.matcher(INVISIBLE.matcher(normal).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Most short texts are: ASCII, with single spaces between words. */
    private static boolean isFolded(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < ' ' || unit >= 0x7f || (unit == ' ' && before == ' ')) {
                return false;
            }
            before = unit;
        }
        return text.isEmpty() || before != ' ';
    }

    /** Whether a text has letters beyond ASCII. */
    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
