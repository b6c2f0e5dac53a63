package dev.junitllm.stats;

/** What several samples of one case say about it. */
public enum CaseStability {
    /** All samples passed. */
    STABLE_PASS,
    /** All samples failed. */
    STABLE_FAIL,
    /** Some passed and some failed. */
    FLAKY,
    /** There are fewer than three samples, all of one kind: too few to call a case stable. */
    CANT_TELL;

    /** With fewer samples a case that passes half of the time looks stable half of the time or more. */
    public static final int LEAST_SAMPLES = 3;

    /**
     * Tells from counts. Two samples that differ are flaky: that much is seen.
     *
     * @param samples how many there are, at least 0
     * @param passed how many of them passed
     * @return what they say
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static CaseStability of(int samples, int passed) {
        if (samples < 0 || passed < 0 || passed > samples) {
            throw new IllegalArgumentException(
                    "of at least 0 samples from 0 to all pass, unlike %s of %s".formatted(passed, samples));
        }
        if (passed > 0 && passed < samples) {
            return FLAKY;
        }
        if (samples < LEAST_SAMPLES) {
            return CANT_TELL;
        }
        return passed == samples ? STABLE_PASS : STABLE_FAIL;
    }
}
