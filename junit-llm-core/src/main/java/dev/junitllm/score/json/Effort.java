package dev.junitllm.score.json;

import dev.junitllm.score.ScoringException;

/** Counts what a comparison looks at, so that pairing the elements of large unordered arrays can't take hours. */
final class Effort {

    /** About a second. */
    static final int MOST = 5_000_000;

    private int left = MOST;

    void take() throws ScoringException {
        if (--left < 0) {
            throw new ScoringException(
                    "TOO_LARGE",
                    "comparing the JSON was given up after %s steps; give its unordered arrays a key, or compare less of it"
                            .formatted(MOST));
        }
    }
}
