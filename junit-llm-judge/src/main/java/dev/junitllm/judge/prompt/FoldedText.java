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
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return SPACE.matcher(INVISIBLE.matcher(normal).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
