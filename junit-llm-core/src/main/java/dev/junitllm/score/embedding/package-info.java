/** The meaning of texts compared by their embedding vectors, with any embedding model. */
@NullMarked
package dev.junitllm.score.embedding;

import org.jspecify.annotations.NullMarked;
