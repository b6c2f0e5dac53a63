package dev.junitllm.stats;

/**
 * The two-sided tabular CUSUM (Page, Biometrika 41, 1954): adds up how far a series is off its level, less some slack, and
 * starts anew whenever that comes to nothing. Good at small lasting changes: with slack 0.5 and limit 5 it finds a change of
 * one standard deviation after some 10 values, and errs about once in 470. Immutable.
 *
 * @param slack k, in standard deviations: half of the change that matters, at least 0
 * @param limit h, above which the sum is an alarm, in standard deviations; above 0
 */
public record Cusum(double slack, double limit) {

    /** Slack 0.5 and limit 5. */
    public static final Cusum STANDARD = new Cusum(0.5, 5);

    /** By how much Siegmund's approximation moves the limit for the overshoot. */
    private static final double OVERSHOOT = 1.166;

    /**
     * Checks what it is made of.
     *
     * @param slack k, in standard deviations: half of the change that matters, at least 0
     * @param limit h, above which the sum is an alarm, in standard deviations; above 0
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public Cusum {
        new PlanInputs().notNegative("slack", slack).positive("limit", limit);
    }

    /**
     * Watches a series.
     *
     * @param standardised how many standard deviations each value is off its level; see {@link DriftBaseline#standardised}
     * @return the chart
     * @throws IllegalArgumentException where a value is not finite
     */
    public DriftChart watch(double... standardised) {
        DriftChart.checkSeries(standardised);
        DriftChart.Sides sides = new DriftChart.Sides();
        double rising = 0;
        double falling = 0;
        for (double z : standardised) {
            rising = Math.max(0, rising + z - slack);
            falling = Math.max(0, falling - z - slack);
            sides.add(rising, falling);
        }
        return sides.chart("CUSUM with slack %s and limit %s".formatted(slack, limit), limit);
    }

    /**
     * After how many values one side gives an alarm on average, by the approximation of Siegmund (<i>Sequential Analysis</i>,
     * 1985): (exp(−2Δb) + 2Δb − 1)/(2Δ²) with Δ = shift − k and b = h + 1.166, and b² where Δ is 0.
     *
     * @param shift by how many standard deviations the level has moved to that side; 0 for not at all, which tells how often
     *     that side errs
     * @return above 0
     */
    public double meanRunLength(double shift) {
        double drift = shift - slack;
        double b = limit + OVERSHOOT;
        return drift == 0 ? b * b : (Math.expm1(-2 * drift * b) + 2 * drift * b) / (2 * drift * drift);
    }

    /**
     * After how many values either side errs on average, while the level stays what it is.
     *
     * @return above 0
     */
    public double meanRunLengthWithoutShift() {
        return meanRunLength(0) / 2;
    }
}
