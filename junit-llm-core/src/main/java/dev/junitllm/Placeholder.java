package dev.junitllm;

/** Stands in for the first real class, so that the build's checks have something to check. */
public final class Placeholder {

    private Placeholder() {}

    /**
     * Returns the text without the white space around it.
     *
     * @param text any text
     * @return the text without leading and trailing white space
     */
    public static String trimmed(String text) {
        return text.strip();
    }
}
