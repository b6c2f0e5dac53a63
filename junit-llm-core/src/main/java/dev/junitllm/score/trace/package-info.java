/** Scores that read the trace: which tools were called, in what order, at what cost, and what went wrong. */
@NullMarked
package dev.junitllm.score.trace;

import org.jspecify.annotations.NullMarked;
