package dev.junitllm.score;

/**
 * A score's part in a {@link ScoreGroup}.
 *
 * @param group the group's name
 * @param weight how much it counts there, above 0
 * @param ownBar whether somebody gave the score a bar of its own
 */
public record Membership(String group, double weight, boolean ownBar) {}
