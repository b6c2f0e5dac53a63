/** Metrics for output that is JSON: whether it is valid, conforms to a schema, and holds the expected fields. */
@NullMarked
package dev.junitllm.score.json;

import org.jspecify.annotations.NullMarked;
