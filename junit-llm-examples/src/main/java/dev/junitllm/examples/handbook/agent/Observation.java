package dev.junitllm.examples.handbook.agent;

/**
 * What was done, and what came of it.
 *
 * @param action the tool that was used
 * @param result what it gave back
 */
public record Observation(Action action, String result) {}
