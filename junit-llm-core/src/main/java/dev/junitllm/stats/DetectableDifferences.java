package dev.junitllm.stats;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * The smallest difference that so many cases are likely to show: the formulas of {@link SampleSizes}, solved for the
 * difference. A green verdict says nothing about smaller ones.
 */
public final class DetectableDifferences {

    private static final int STEPS = 200;

    private DetectableDifferences() {}

    /**
     * Of mean scores over the same cases, with equally many samples of each before and after:
     * (z(α) + z(β))√((ω² + 2σ²/k)/n).
     *
     * @param cases n, at least 1
     * @param between ω², the variance over cases of the difference of what they score on average; at least 0
     * @param noise of either side
     * @param alpha one-sided, between 0 and 1
     * @param power between 0 and 1
     * @return at least 0; 0 where nothing varies
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static double ofPairedMeans(long cases, double between, SamplingNoise noise, double alpha, double power) {
        new PlanInputs()
                .count("cases", cases)
                .notNegative("variance between cases", between)
                .open("alpha", alpha)
                .open("power", power);
        return Math.sqrt(SampleSizes.squared(alpha, power) * (between + 2 * noise.ofMean()) / cases);
    }

    /**
     * Of pass rates over the same cases.
     *
     * @param cases at least 1
     * @param discordant the share of cases whose outcome differs between the two; above 0, up to 1
     * @param alpha one-sided, between 0 and 1
     * @param power between 0 and 1
     * @return the drop, at most the share; empty where so few cases can't show any
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static OptionalDouble ofPairedRates(long cases, double discordant, double alpha, double power) {
        new PlanInputs().count("cases", cases);
        return smallest(
                cases,
                discordant,
                drop -> SampleSizes.pairedRates(discordant, drop, alpha, power).unrounded());
    }

    /**
     * By how much a rate must lie below a given one.
     *
     * @param cases at least 1
     * @param given the rate, between 0 and 1
     * @param alpha one-sided, between 0 and 1
     * @param power between 0 and 1
     * @return the drop, below the rate; empty where so few cases can't show any
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static OptionalDouble ofRate(long cases, double given, double alpha, double power) {
        new PlanInputs().count("cases", cases).open("given rate", given);
        return smallest(
                cases,
                Math.nextDown(given),
                drop -> SampleSizes.rate(given, given - drop, alpha, power).unrounded());
    }

    /** The smallest for which the cases are enough, by halving: more is needed for less. */
    private static OptionalDouble smallest(long cases, double largest, DoubleUnaryOperator needed) {
        if (needed.applyAsDouble(largest) > cases) {
            return OptionalDouble.empty();
        }
        double low = 0;
        double high = largest;
        for (int step = 0; step < STEPS && high - low > 1e-15; step++) {
            double middle = (low + high) / 2;
            if (needed.applyAsDouble(middle) > cases) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }
}
