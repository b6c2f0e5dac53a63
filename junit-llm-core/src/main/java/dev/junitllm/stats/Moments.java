package dev.junitllm.stats;

import java.util.Arrays;

/**
 * Mean, spread and skewness of some numbers.
 *
 * @param same whether all are equal; then the mean is that number and the spread is 0, without any rounding
 * @param standardDeviation with n − 1 as the denominator; NaN for a single number
 * @param skewness m₃ / m₂^1.5 of the moments about the mean; 0 where all are equal
 */
record Moments(int count, double mean, double standardDeviation, double skewness, boolean same) {

    static Moments of(double[] values) {
        int count = values.length;
        if (Arrays.stream(values).allMatch(value -> value == values[0])) {
            return new Moments(count, values[0], count == 1 ? Double.NaN : 0, 0, true);
        }
        double mean = Arrays.stream(values).sum() / count;
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double cubes =
                Arrays.stream(values).map(value -> Math.pow(value - mean, 3)).sum();
        return new Moments(
                count, mean, Math.sqrt(squares / (count - 1)), cubes / count / Math.pow(squares / count, 1.5), false);
    }

    double variance() {
        return standardDeviation * standardDeviation;
    }

    double standardError() {
        return standardDeviation / Math.sqrt(count);
    }

    /** Too few or too lopsided for Student's t. */
    boolean needsBootstrap() {
        return count < 15 || Math.abs(skewness) > 1;
    }

    /** Too few for a bootstrap. */
    boolean needsBoundForAnySize() {
        return count < 10;
    }
}
