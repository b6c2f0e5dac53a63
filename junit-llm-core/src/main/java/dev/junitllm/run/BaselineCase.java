package dev.junitllm.run;

/**
 * One case of a baseline.
 *
 * @param id the case
 * @param contentHash the case's content hash when it was recorded
 * @param rolling as it was recorded last
 * @param anchor as a person approved it last; equal to {@code rolling} where that is the same
 */
public record BaselineCase(String id, String contentHash, BaselineMark rolling, BaselineMark anchor) {}
