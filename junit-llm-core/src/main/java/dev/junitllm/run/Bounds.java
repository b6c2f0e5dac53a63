package dev.junitllm.run;

/**
 * How low and how high what was measured may truly be, each with some confidence on its own: one-sided bounds, by which a
 * gate with a confidence decides.
 *
 * @param confidence of each bound, between 0 and 1
 * @param lower the lower bound
 * @param upper the upper bound
 * @param method how they were computed
 */
public record Bounds(double confidence, double lower, double upper, String method) {}
