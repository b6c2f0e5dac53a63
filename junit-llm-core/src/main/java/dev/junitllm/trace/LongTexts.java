package dev.junitllm.trace;

import dev.junitllm.trace.redaction.JsonShortening;

/** Cuts texts that are too long, and says so. */
final class LongTexts {

    private LongTexts() {}

    /** The beginning of a text or, where it is JSON, JSON with the beginnings of its texts, as long as that is short enough. */
    static String cut(String text, int most, String hash) {
        return JsonShortening.shortened(text, most)
                .orElseGet(() ->
                        beginning(text, most) + " [CUT: %s characters, SHA-256 %s]".formatted(text.length(), hash));
    }

    /** The beginning of a text, and that there is more; the text where there is none. */
    static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, splits ? most - 1 : most) + "\u2026";
    }
}
