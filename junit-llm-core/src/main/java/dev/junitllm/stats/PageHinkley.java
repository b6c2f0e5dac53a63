package dev.junitllm.stats;

/**
 * The test of Page and Hinkley (Page, Biometrika 41, 1954; Hinkley, Biometrika 58, 1971): how far the sum of the differences
 * from the mean so far is below its highest point, or above its lowest. It needs no baseline, and so says nothing of how often
 * it errs: the limit is in the units of the series and must be chosen. Immutable.
 *
 * @param tolerance δ, a change that doesn't matter, at least 0
 * @param limit λ, above which the sum is an alarm; above 0
 */
public record PageHinkley(double tolerance, double limit) {

    /**
     * Checks what it is made of.
     *
     * @param tolerance δ, a change that doesn't matter, at least 0
     * @param limit λ, above which the sum is an alarm; above 0
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public PageHinkley {
        new PlanInputs().notNegative("tolerance", tolerance).positive("limit", limit);
    }

    /**
     * Watches a series.
     *
     * @param values the figure of each run
     * @return the chart
     * @throws IllegalArgumentException where a value is not finite
     */
    public DriftChart watch(double... values) {
        DriftChart.checkSeries(values);
        DriftChart.Sides sides = new DriftChart.Sides();
        double sum = 0;
        double up = 0;
        double down = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            sum += values[i];
            double off = values[i] - sum / (i + 1);
            up += off - tolerance;
            down += off + tolerance;
            lowest = Math.min(lowest, up);
            highest = Math.max(highest, down);
            sides.add(up - lowest, highest - down);
        }
        return sides.chart("Page–Hinkley with tolerance %s and limit %s".formatted(tolerance, limit), limit);
    }
}
