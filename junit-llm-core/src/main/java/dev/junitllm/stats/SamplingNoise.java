package dev.junitllm.stats;

/**
 * How much the samples of one case differ. Immutable.
 *
 * @param within σ², the variance of samples of one case, on average over the cases; at least 0
 * @param samples K, how many samples of each case there are, at least 1
 */
public record SamplingNoise(double within, int samples) {

    /**
     * Checks what it is made of.
     *
     * @param within σ², the variance of samples of one case, on average over the cases; at least 0
     * @param samples K, how many samples of each case there are, at least 1
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public SamplingNoise {
        if (!(within >= 0 && samples >= 1)) {
            throw new IllegalArgumentException(
                    "a variance is at least 0, with at least one sample, unlike %s and %s".formatted(within, samples));
        }
    }

    /**
     * What is left of it in the mean of a case's samples.
     *
     * @return σ²/K
     */
    public double ofMean() {
        return within / samples;
    }

    /**
     * How many samples of each case tell the most for the money, where new cases may be had as well:
     * √(c(case)/c(sample) · σ²/ω²). Below 1 more cases are always worth more than more samples.
     *
     * @param within σ², the variance of samples of one case; at least 0
     * @param between ω², the variance of cases; above 0
     * @param costOfCase of a new case, without its samples; at least 0
     * @param costOfSample above 0
     * @return before rounding, at least 0
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static double bestSamplesPerCase(double within, double between, double costOfCase, double costOfSample) {
        new PlanInputs()
                .notNegative("variance within cases", within)
                .positive("variance between cases", between)
                .notNegative("cost of a case", costOfCase)
                .positive("cost of a sample", costOfSample);
        return Math.sqrt(costOfCase / costOfSample * within / between);
    }
}
