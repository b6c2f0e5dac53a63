/** Metrics that find the answer in the output and compare it by its meaning, such as numbers. */
@NullMarked
package dev.junitllm.score.answer;

import org.jspecify.annotations.NullMarked;
