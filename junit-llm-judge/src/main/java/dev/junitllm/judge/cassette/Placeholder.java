package dev.junitllm.judge.cassette;

/** What stands for a nonce in a recording. */
final class Placeholder {

    private Placeholder() {}

    /** One that a text doesn't hold: else text that looks like it would become a nonce on replay. */
    static String notIn(String text) {
        String placeholder = "<nonce>";
        for (int i = 2; text.contains(placeholder); i++) {
            placeholder = "<nonce-" + i + ">";
        }
        return placeholder;
    }
}
