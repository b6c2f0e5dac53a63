package dev.junitllm.stats;

/** What a test knows that is asked again after each result. */
public enum SequentialDecision {

    /** Good enough: no further result is needed. */
    PASS,

    /** Not good enough: no further result is needed. */
    FAIL,

    /** Not known yet. */
    CONTINUE,

    /** Not known, and no further result may be had or could tell. */
    INCONCLUSIVE;

    /**
     * Whether to stop asking for results.
     *
     * @return false for {@link #CONTINUE} alone
     */
    public boolean isFinal() {
        return this != CONTINUE;
    }
}
