package dev.junitllm.stats;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A grade read from how likely a model held each of several: their mean (Liu et al. 2023, <i>G-Eval</i>, arXiv:2303.16634).
 * Tokens that are no grade of the scale are left out and the rest made to add up to 1. Immutable.
 *
 * @param mass how much of the probability lay on grades, from 0 to 1. Where it is small the model was about to say something
 *     else: below {@link #LEAST_MASS} take the grade that was written instead
 * @param expected the mean grade
 * @param variance of the grades about it
 * @param mode the likeliest grade; the lower of two
 * @param score the mean grade moved to 0 … 1
 */
public record LogprobGrade(double mass, double expected, double variance, int mode, double score) {

    /** The least mass that makes the mean worth having. */
    public static final double LEAST_MASS = 0.8;

    /**
     * Holds what was read.
     *
     * @param mass how much of the probability lay on grades, from 0 to 1
     * @param expected the mean grade
     * @param variance of the grades about it
     * @param mode the likeliest grade; the lower of two
     * @param score the mean grade moved to 0 … 1
     */
    public LogprobGrade {}

    /**
     * Reads the likeliest tokens at the place of the grade.
     *
     * @param logprobs the natural logarithm of each token's probability
     * @param lowest the lowest grade
     * @param highest the highest grade, above the lowest
     * @return the grade, or empty where no token is a grade
     * @throws IllegalArgumentException where the scale has no two grades
     */
    public static Optional<LogprobGrade> of(Map<String, Double> logprobs, int lowest, int highest) {
        if (lowest >= highest) {
            throw new IllegalArgumentException(
                    "a scale has at least two grades, unlike %s to %s".formatted(lowest, highest));
        }
        SortedMap<Integer, Double> grades = new TreeMap<>();
        logprobs.forEach((token, logprob) -> {
            for (int grade = lowest; grade <= highest; grade++) {
                // " 4" and "4" are two tokens for one grade
                if (token.strip().equals(Integer.toString(grade))) {
                    grades.merge(grade, Math.exp(logprob), Double::sum);
                }
            }
        });
        double mass = grades.values().stream().mapToDouble(Double::doubleValue).sum();
        return mass > 0 ? Optional.of(of(grades, mass, lowest, highest)) : Optional.empty();
    }

    private static LogprobGrade of(SortedMap<Integer, Double> grades, double mass, int lowest, int highest) {
        double expected = grades.entrySet().stream()
                .mapToDouble(grade -> grade.getKey() * grade.getValue() / mass)
                .sum();
        double variance = grades.entrySet().stream()
                .mapToDouble(grade -> Math.pow(grade.getKey() - expected, 2) * grade.getValue() / mass)
                .sum();
        int mode = grades.firstKey();
        for (Map.Entry<Integer, Double> grade : grades.entrySet()) {
            mode = grade.getValue() > grades.getOrDefault(mode, 0.0) ? grade.getKey() : mode;
        }
        return new LogprobGrade(mass, expected, variance, mode, (expected - lowest) / (highest - lowest));
    }
}
