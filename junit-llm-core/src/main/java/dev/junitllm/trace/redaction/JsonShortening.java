package dev.junitllm.trace.redaction;

import java.util.Optional;

/** Shortens the texts in JSON, so that it stays JSON. */
public final class JsonShortening {

    private static final int SHORTEST = 32;

    private JsonShortening() {}

    /**
     * Shortens the texts in JSON until all of it is short enough.
     *
     * @param text any text
     * @param most the most characters it may have
     * @return the shortened JSON; empty where the text is no JSON, or is long for other reasons than its texts
     */
    public static Optional<String> shortened(String text, int most) {
        if (!JsonLiterals.mayBe(text, 0, text.length())) {
            return Optional.empty();
        }
        for (int each = most / 2; each >= SHORTEST; each /= 4) {
            String json = JsonLiterals.changed(text, 0, text.length(), new Shorter(each));
            if (json == null) {
                return Optional.empty();
            }
            if (json.length() <= most) {
                return Optional.of(json);
            }
        }
        return Optional.empty();
    }

    private record Shorter(int most) implements JsonLiterals.Change {

        @Override
        public String text(String name, String text) {
            if (text.length() <= most) {
                return text;
            }
            int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
            return text.substring(0, end) + "\u2026 [CUT: " + text.length() + " characters]";
        }

        @Override
        public String name(String name) {
            return name;
        }

        @Override
        public String number(String name, String number) {
            return number;
        }
    }
}
