package dev.junitllm.score;

import org.jspecify.annotations.Nullable;

/**
 * What a score is held against: at least a number, or nothing where it is only recorded. Immutable.
 *
 * @param atLeast the least value that passes, from 0 to 1, or {@code null} where the score is only recorded
 */
public record Bar(@Nullable Double atLeast) {

    /** What {@code atLeast} of a scoring annotation is where nobody set it: 1, or no bar in a group that has one. */
    public static final double UNSET = Double.NaN;

    /** The score is kept and shown, and decides nothing. */
    public static final Bar RECORD_ONLY = new Bar(null);

    /**
     * Checks what it is made of.
     *
     * @param atLeast the least value that passes, from 0 to 1, or {@code null} where the score is only recorded
     */
    public Bar {
        if (atLeast != null && !(atLeast >= 0 && atLeast <= 1)) {
            throw new IllegalArgumentException("a bar lies from 0 to 1, unlike " + atLeast);
        }
        atLeast = atLeast == null ? null : Double.valueOf(atLeast + 0.0); // -0.0 is 0.0
    }

    /**
     * A bar to reach.
     *
     * @param value the least value that passes, from 0 to 1
     * @return the bar
     */
    public static Bar atLeast(double value) {
        return new Bar(value);
    }

    /**
     * Whether a value reaches the bar. Both are compared as the decimal numbers they are written as.
     *
     * @param value from 0 to 1
     * @return true where it does, or where there is no bar
     */
    public boolean isReachedBy(double value) {
        return atLeast == null || value >= atLeast;
    }

    /**
     * Whether the score is only recorded.
     *
     * @return true where nothing is asked of it
     */
    public boolean recordOnly() {
        return atLeast == null;
    }
}
