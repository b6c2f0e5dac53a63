package dev.junitllm.report;

/** Colour, where it can be shown. */
enum Style {
    PLAIN,
    COLOR;

    private static final String RESET = "\u001b[0m";

    /** What a verdict's colour says. */
    enum Color {
        GREEN("\u001b[32m"),
        YELLOW("\u001b[33m"),
        RED("\u001b[31m");

        private final String code;

        Color(String code) {
            this.code = code;
        }
    }

    String bold(String text) {
        return this == PLAIN ? text : "\u001b[1m" + text + RESET;
    }

    String colored(Color color, String text) {
        return this == PLAIN ? text : color.code + text + RESET;
    }
}
