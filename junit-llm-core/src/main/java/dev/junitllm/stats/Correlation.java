package dev.junitllm.stats;

import java.util.Arrays;
import java.util.OptionalDouble;

/** How far two lists of numbers rise together, such as the grades of people and of a judge. */
public enum Correlation {
    /** Pearson's r, of the numbers themselves. */
    PEARSON {
        @Override
        double coefficient(double[] one, double[] other) {
            double meanOfOne = Arrays.stream(one).average().orElseThrow();
            double meanOfOther = Arrays.stream(other).average().orElseThrow();
            double both = 0;
            double squaresOfOne = 0;
            double squaresOfOther = 0;
            for (int i = 0; i < one.length; i++) {
                double a = one[i] - meanOfOne;
                double b = other[i] - meanOfOther;
                both += a * b;
                squaresOfOne += a * a;
                squaresOfOther += b * b;
            }
            return both / Math.sqrt(squaresOfOne * squaresOfOther);
        }
    },

    /** Spearman's ρ (American Journal of Psychology 15, 1904): Pearson's of ranks, where equal numbers share the mean rank. */
    SPEARMAN {
        @Override
        double coefficient(double[] one, double[] other) {
            return PEARSON.coefficient(ranks(one), ranks(other));
        }
    },

    /** Kendall's τ_b (Biometrika 33, 1945): pairs in the same order less pairs in the other, corrected for ties in either list. */
    KENDALL {
        @Override
        double coefficient(double[] one, double[] other) {
            long same = 0;
            long untiedInOne = 0;
            long untiedInOther = 0;
            for (int i = 0; i < one.length; i++) {
                for (int j = 0; j < i; j++) {
                    int a = Double.compare(one[i], one[j]);
                    int b = Double.compare(other[i], other[j]);
                    same += (long) Integer.signum(a) * Integer.signum(b);
                    untiedInOne += a == 0 ? 0 : 1;
                    untiedInOther += b == 0 ? 0 : 1;
                }
            }
            return same / Math.sqrt((double) untiedInOne * untiedInOther);
        }
    };

    abstract double coefficient(double[] one, double[] other);

    /**
     * The coefficient.
     *
     * @param one a number of each item, finite
     * @param other another number of each item, in the same order
     * @return from −1 to 1; empty where a list has fewer than two numbers or all of it is equal
     * @throws IllegalArgumentException where one list is longer, or a number is not finite
     */
    public OptionalDouble of(double[] one, double[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(
                    "each item needs two numbers, unlike %s and %s".formatted(one.length, other.length));
        }
        if (!Arrays.stream(one).allMatch(Double::isFinite)
                || !Arrays.stream(other).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a correlation is one of finite numbers");
        }
        if (one.length < 2 || Moments.of(one).same() || Moments.of(other).same()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.max(-1, Math.min(1, coefficient(one, other))));
    }

    private static double[] ranks(double[] values) {
        return Arrays.stream(Ranks.doubled(values)).asDoubleStream().toArray();
    }
}
