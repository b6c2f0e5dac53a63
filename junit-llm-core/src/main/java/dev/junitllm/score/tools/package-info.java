/** Metrics that compare the tool calls the application made with those a case expects. */
@NullMarked
package dev.junitllm.score.tools;

import org.jspecify.annotations.NullMarked;
