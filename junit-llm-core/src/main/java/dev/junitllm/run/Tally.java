package dev.junitllm.run;

/**
 * What a gate counted, in samples.
 *
 * @param passed reached the bar
 * @param failed missed it
 * @param errors could not be scored; in neither numerator nor denominator
 * @param notApplicable the metric doesn't apply; left out
 */
public record Tally(int passed, int failed, int errors, int notApplicable) {

    /**
     * Samples that entered the estimate.
     *
     * @return passed and failed
     */
    public int scored() {
        return passed + failed;
    }

    /**
     * Without some of the errors.
     *
     * @param number how many to leave out; no more than there are
     * @return the other samples
     */
    public Tally withoutErrors(int number) {
        return new Tally(passed, failed, Math.max(0, errors - number), notApplicable);
    }

    /**
     * All samples.
     *
     * @return the sum of the four
     */
    public int total() {
        return passed + failed + errors + notApplicable;
    }
}
