package dev.junitllm.gate;

import org.jspecify.annotations.Nullable;

/** The misses a gate answers for. Immutable. */
public final class Answers {

    /** For no miss: each fails its case as if there were no gate. */
    public static final Answers FOR_NOTHING = new Answers(false, null);

    /** For every score's bar, and for the test body's own assertions. */
    public static final Answers FOR_EVERY_BAR = new Answers(true, null);

    private final boolean every;
    private final @Nullable String score;

    private Answers(boolean every, @Nullable String score) {
        this.every = every;
        this.score = score;
    }

    /**
     * For the bar of one score.
     *
     * @param name the score's name
     * @return the answers
     */
    public static Answers forScore(String name) {
        return new Answers(false, name);
    }

    /**
     * Whether a miss of this score is answered for.
     *
     * @param name the score's name
     * @return true where it is
     */
    public boolean coverScore(String name) {
        return every || name.equals(score);
    }

    /**
     * Whether a failed assertion of the test body is answered for.
     *
     * @return true only where every bar is
     */
    public boolean coverAssertions() {
        return every;
    }
}
