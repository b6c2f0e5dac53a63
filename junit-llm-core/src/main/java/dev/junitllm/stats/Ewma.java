package dev.junitllm.stats;

/**
 * The exponentially weighted moving average (Roberts, Technometrics 1, 1959): a mean in which each value counts less the
 * older it is, in its own standard deviations, whose variance is exact from the first value on. Immutable.
 *
 * @param weight λ, of the newest value, above 0 and at most 1
 * @param limit L, how many standard deviations the mean may be off; above 0
 */
public record Ewma(double weight, double limit) {

    /** Weight 0.2 and limit 3. */
    public static final Ewma STANDARD = new Ewma(0.2, 3);

    /**
     * Checks what it is made of.
     *
     * @param weight λ, of the newest value, above 0 and at most 1
     * @param limit L, how many standard deviations the mean may be off; above 0
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public Ewma {
        new PlanInputs().between("weight", weight, 0, 1).positive("limit", limit);
    }

    /**
     * Watches a series.
     *
     * @param standardised how many standard deviations each value is off its level; see {@link DriftBaseline#standardised}
     * @return the chart; one side is the other's negative
     * @throws IllegalArgumentException where a value is not finite
     */
    public DriftChart watch(double... standardised) {
        DriftChart.checkSeries(standardised);
        DriftChart.Sides sides = new DriftChart.Sides();
        double mean = 0;
        double kept = 1;
        for (double z : standardised) {
            mean = weight * z + (1 - weight) * mean;
            kept *= (1 - weight) * (1 - weight);
            double statistic = mean / Math.sqrt(weight / (2 - weight) * (1 - kept));
            sides.add(statistic, -statistic);
        }
        return sides.chart("EWMA with weight %s and limit %s".formatted(weight, limit), limit);
    }
}
