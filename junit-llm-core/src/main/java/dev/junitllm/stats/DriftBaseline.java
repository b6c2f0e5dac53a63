package dev.junitllm.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * The level that a figure has from run to run, and how much it moves by itself: the spread of some early runs, of which one
 * part is that each run has only so many cases, and the rest is between runs. Later runs are measured by both, each with its
 * own number of cases. Immutable.
 *
 * @param mean the level
 * @param between the variance between runs that is left when the cases' is taken off; at least 0
 * @param runs how many runs it was made from
 */
public record DriftBaseline(double mean, double between, int runs) {

    /** With fewer runs the spread is a guess; use {@link PageHinkley}, or nothing. */
    public static final int FEWEST_RUNS = 10;

    /** How far off a value counts that differs where none ever did. */
    static final double FAR = 10;

    /**
     * Checks what it is made of.
     *
     * @param mean the level
     * @param between the variance between runs that is left when the cases' is taken off; at least 0
     * @param runs how many runs it was made from
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public DriftBaseline {
        DriftChart.checkSeries(mean, between);
        if (between < 0) {
            throw new IllegalArgumentException("a variance is at least 0, unlike " + between);
        }
    }

    /**
     * The level of some runs.
     *
     * @param values the figure of each run
     * @param standardErrors of each figure, at least 0; 0 where it is not known, so that all of the spread is between runs
     * @return the level, or empty where there are fewer than {@link #FEWEST_RUNS} runs
     * @throws IllegalArgumentException where the two are not equally long, or a number lies outside its range
     */
    public static Optional<DriftBaseline> of(double[] values, double[] standardErrors) {
        checkPairs(values, standardErrors);
        if (values.length < FEWEST_RUNS) {
            return Optional.empty();
        }
        boolean same = Arrays.stream(values).allMatch(value -> value == values[0]);
        double mean = same ? values[0] : Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double ofCases =
                Arrays.stream(standardErrors).map(error -> error * error).sum() / values.length;
        return Optional.of(
                new DriftBaseline(mean, Math.max(0, squares / (values.length - 1) - ofCases), values.length));
    }

    /**
     * How many standard deviations a run is off.
     *
     * @param value the figure of the run
     * @param standardError of the figure, at least 0
     * @return below 0 where it is too low; ±10 where it differs at all and nothing ever varied
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public double standardised(double value, double standardError) {
        checkPairs(new double[] {value}, new double[] {standardError});
        double deviation = Math.sqrt(between + standardError * standardError);
        return deviation == 0 ? Math.signum(value - mean) * FAR : (value - mean) / deviation;
    }

    /**
     * How many standard deviations each run is off, for {@link Cusum} and {@link Ewma}.
     *
     * @param values the figure of each run
     * @param standardErrors of each figure, at least 0
     * @return one number for each run
     * @throws IllegalArgumentException where the two are not equally long, or a number lies outside its range
     */
    public double[] standardised(double[] values, double[] standardErrors) {
        checkPairs(values, standardErrors);
        double[] standardised = new double[values.length];
        Arrays.setAll(standardised, i -> standardised(values[i], standardErrors[i]));
        return standardised;
    }

    private static void checkPairs(double[] values, double[] standardErrors) {
        if (values.length != standardErrors.length) {
            throw new IllegalArgumentException("each value has a standard error, unlike %s and %s"
                    .formatted(values.length, standardErrors.length));
        }
        DriftChart.checkSeries(values);
        DriftChart.checkSeries(standardErrors);
        if (Arrays.stream(standardErrors).anyMatch(error -> error < 0)) {
            throw new IllegalArgumentException("a standard error is at least 0");
        }
    }
}
