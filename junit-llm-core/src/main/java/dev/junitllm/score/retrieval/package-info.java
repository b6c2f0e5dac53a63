/** Metrics that hold what the application retrieved against the documents a golden case calls relevant. */
@NullMarked
package dev.junitllm.score.retrieval;

import org.jspecify.annotations.NullMarked;
