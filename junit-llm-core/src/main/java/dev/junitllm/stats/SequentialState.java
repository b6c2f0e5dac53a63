package dev.junitllm.stats;

/**
 * A {@link SequentialDesign} under way: the results so far. Once it has decided, further results change nothing: they may be
 * shown, and say nothing about the verdict. Immutable.
 *
 * @param design what decides
 * @param passes how many samples passed, at least 0
 * @param failures how many failed, at least 0
 */
public record SequentialState(SequentialDesign design, int passes, int failures) {

    /**
     * Checks what it is made of.
     *
     * @param design what decides
     * @param passes how many samples passed, at least 0
     * @param failures how many failed, at least 0
     * @throws IllegalArgumentException where a count is below 0
     */
    public SequentialState {
        design.logRatio(passes, failures);
    }

    /**
     * Before the first sample.
     *
     * @param design what decides
     * @return the state
     */
    public static SequentialState begin(SequentialDesign design) {
        return new SequentialState(design, 0, 0);
    }

    /**
     * After one more sample.
     *
     * @param passed whether it passed
     * @return the state; this one where it has decided already
     */
    public SequentialState add(boolean passed) {
        return add(passed ? 1 : 0, passed ? 0 : 1);
    }

    /**
     * After a batch of samples that were made at the same time. The evidence is weighed once, behind the batch: it may have
     * crossed a boundary within the batch and be back.
     *
     * @param morePasses how many of them passed, at least 0
     * @param moreFailures how many failed, at least 0
     * @return the state; this one where it has decided already
     * @throws IllegalArgumentException where a count is below 0
     */
    public SequentialState add(int morePasses, int moreFailures) {
        if (morePasses < 0 || moreFailures < 0) {
            throw new IllegalArgumentException(
                    "counts are at least 0, unlike %s and %s".formatted(morePasses, moreFailures));
        }
        return decision().isFinal()
                ? this
                : new SequentialState(design, Math.addExact(passes, morePasses), Math.addExact(failures, moreFailures));
    }

    /**
     * What is known.
     *
     * @return the decision
     */
    public SequentialDecision decision() {
        return design.decide(passes, failures);
    }

    /**
     * How many samples have been weighed.
     *
     * @return at least 0
     */
    public int samples() {
        return passes + failures;
    }

    /**
     * The evidence against "the rate is at most {@code bad}".
     *
     * @return an e-value, at least 0; large against it
     */
    public double evidenceForGood() {
        return Math.exp(design.logRatio(passes, failures));
    }

    /**
     * The evidence against "the rate is at least {@code good}".
     *
     * @return an e-value, above 0; large against it
     */
    public double evidenceForBad() {
        return Math.exp(-design.logRatio(passes, failures));
    }
}
