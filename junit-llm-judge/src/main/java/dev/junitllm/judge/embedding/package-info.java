/** Embedding models behind an OpenAI-compatible API, for {@code @EmbeddingScore}. */
@NullMarked
package dev.junitllm.judge.embedding;

import org.jspecify.annotations.NullMarked;
