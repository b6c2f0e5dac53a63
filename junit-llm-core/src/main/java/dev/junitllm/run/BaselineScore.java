package dev.junitllm.run;

import dev.junitllm.score.Bar;

/**
 * How a score was made when a baseline was written. Values are comparable only with such as were made the same way.
 *
 * @param bar what the score was held against
 * @param fingerprint a hash of all that decides its value
 */
public record BaselineScore(Bar bar, String fingerprint) {}
