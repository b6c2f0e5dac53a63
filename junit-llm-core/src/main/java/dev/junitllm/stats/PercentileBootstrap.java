package dev.junitllm.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How far off a figure over a set may be, by drawing the set's cases again, as many as there are, with replacement (Efron
 * 1979). The ends are quantiles of what the draws give, by linear interpolation (type 7 of Hyndman and Fan 1996). It knows
 * nothing of the figure, and is too narrow for few cases. Immutable.
 */
public final class PercentileBootstrap {

    /** Fewer draws give ends that depend on the seed. */
    public static final int LEAST_RESAMPLES = 100;

    /** A figure that so many draws have no value for has no interval either. */
    private static final double MOST_UNDEFINED = 0.05;

    private static final String GENERATOR = "L64X128MixRandom";

    private final int cases;
    private final double estimate;
    private final double[] sorted;

    private PercentileBootstrap(int cases, double estimate, double[] sorted) {
        this.cases = cases;
        this.estimate = estimate;
        this.sorted = sorted;
    }

    /**
     * Draws.
     *
     * @param cases how many there are, at least 2
     * @param figure the figure over some cases, given by their places from 0, with repetitions; NaN where it is undefined
     * @param resamples how many sets to draw, at least {@link #LEAST_RESAMPLES}
     * @param seed of the generator L64X128MixRandom; the same seed gives the same interval
     * @return the draws, or empty where more than a twentieth of them leave the figure undefined
     * @throws IllegalArgumentException where there are too few cases or draws
     */
    public static Optional<PercentileBootstrap> draw(
            int cases, ToDoubleFunction<int[]> figure, int resamples, long seed) {
        if (cases < 2 || resamples < LEAST_RESAMPLES) {
            throw new IllegalArgumentException("at least 2 cases and %s draws are needed, unlike %s and %s"
                    .formatted(LEAST_RESAMPLES, cases, resamples));
        }
        int[] all = new int[cases];
        Arrays.setAll(all, place -> place);
        RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(seed);
        double[] values = new double[resamples];
        int[] drawn = new int[cases];
        for (int i = 0; i < resamples; i++) {
            Arrays.setAll(drawn, place -> random.nextInt(cases));
            values[i] = figure.applyAsDouble(drawn.clone());
        }
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return sorted.length < (1 - MOST_UNDEFINED) * resamples
                ? Optional.empty()
                : Optional.of(new PercentileBootstrap(cases, figure.applyAsDouble(all), sorted));
    }

    /**
     * The interval between the quantiles.
     *
     * @param confidence how sure it should be, between 0 and 1
     * @return the two-sided interval
     */
    public Interval twoSided(double confidence) {
        double tail = Interval.tail(confidence, true);
        return new Interval(
                "percentile bootstrap", estimate, quantile(tail), quantile(1 - tail), cases, confidence, true);
    }

    private double quantile(double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
