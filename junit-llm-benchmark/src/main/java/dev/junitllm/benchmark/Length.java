package dev.junitllm.benchmark;

/** How long the texts are that a metric compares; for lists, how many items they have. */
public enum Length {
    /** Twenty words. */
    SENTENCE(20),
    /** Five hundred words. */
    PAGE(500);

    private final int words;

    Length(int words) {
        this.words = words;
    }

    int words() {
        return words;
    }
}
