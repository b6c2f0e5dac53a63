package dev.junitllm.run;

import dev.junitllm.Trace;

/**
 * The trace of a sample, as it is kept: large, and held no longer than it takes to write and show it.
 *
 * @param file where it is, as a path from the run's folder with {@code /} between its parts
 * @param trace the trace, without secrets
 */
public record KeptTrace(String file, Trace trace) {}
