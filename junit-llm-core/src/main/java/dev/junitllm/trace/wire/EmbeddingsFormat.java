package dev.junitllm.trace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.Usage;
import dev.junitllm.trace.recording.RecordedStep;
import dev.junitllm.trace.recording.TraceTexts;
import java.util.Base64;

/** Embeddings of OpenAI ({@code …/embeddings}) and of Ollama ({@code /api/embed}, {@code /api/embeddings}). */
record EmbeddingsFormat() implements WireFormat {

    @Override
    public boolean isAt(String path) {
        return path.endsWith("/embeddings") || path.endsWith("/api/embed");
    }

    @Override
    public boolean isCall(JsonNode body) {
        return body.has("input") || (body.has("model") && body.has("prompt"));
    }

    @Override
    public SpanKind kind() {
        return SpanKind.EMBEDDING;
    }

    @Override
    public String operation() {
        return TraceNames.OPERATION_EMBEDDINGS;
    }

    @Override
    public String provider() {
        return "openai";
    }

    @Override
    public void ask(JsonNode body, RecordedStep span) {
        span.set(
                TraceNames.INPUT_VALUE, TraceTexts.oneOrArray(WireJson.texts(WireJson.first(body, "input", "prompt"))));
    }

    @Override
    public void reply(JsonNode json, WireReply reply) {
        reply.origin(null, WireJson.text(json.path("model")));
        JsonNode first = json.path("data").path(0).path("embedding");
        if (first.isTextual()) {
            reply.dimensions(Base64.getDecoder().decode(first.textValue()).length / Float.BYTES);
        } else {
            JsonNode vector = first.isArray() ? first : json.at(json.has("embedding") ? "/embedding" : "/embeddings/0");
            if (!vector.isEmpty()) {
                reply.dimensions(vector.size());
            }
        }
        reply.tokens(new Usage(
                WireJson.count(
                        json.has("prompt_eval_count")
                                ? json.path("prompt_eval_count")
                                : json.path("usage").path("prompt_tokens")),
                null));
    }
}
