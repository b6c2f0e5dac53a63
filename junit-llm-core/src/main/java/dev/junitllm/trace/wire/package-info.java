/**
 * The bodies by which applications talk to models over HTTP, read for what they say: OpenAI's chat completions, responses and
 * embeddings, Anthropic's messages, Gemini's and Ollama's. Knows no HTTP client: those call
 * {@link dev.junitllm.trace.wire.WireCall}.
 */
@NullMarked
package dev.junitllm.trace.wire;

import org.jspecify.annotations.NullMarked;
