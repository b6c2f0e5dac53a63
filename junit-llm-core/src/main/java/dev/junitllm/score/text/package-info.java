/** Metrics that compare the output's text with the case's acceptable answers. */
@NullMarked
package dev.junitllm.score.text;

import org.jspecify.annotations.NullMarked;
