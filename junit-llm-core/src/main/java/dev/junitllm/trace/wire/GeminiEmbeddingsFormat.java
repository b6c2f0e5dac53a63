package dev.junitllm.trace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.recording.RecordedStep;
import dev.junitllm.trace.recording.TraceTexts;

/** Gemini's embeddings: {@code …/models/gemini-embedding-001:embedContent}, or {@code :batchEmbedContents}. */
record GeminiEmbeddingsFormat() implements WireFormat {

    private static final GeminiPath PATH = new GeminiPath("embedContent|batchEmbedContents");

    @Override
    public boolean isAt(String path) {
        return PATH.isAt(path);
    }

    @Override
    public boolean isCall(JsonNode body) {
        return true;
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
        return GeminiPath.PROVIDER;
    }

    @Override
    public String model(String path, JsonNode body) {
        return PATH.model(path);
    }

    @Override
    public void ask(JsonNode body, RecordedStep span) {
        span.set(
                TraceNames.INPUT_VALUE,
                TraceTexts.oneOrArray(
                        body.findValues("text").stream().map(JsonNode::asText).toList()));
    }

    @Override
    public void reply(JsonNode json, WireReply reply) {
        JsonNode values = json.has("embeddings")
                ? json.path("embeddings").path(0).path("values")
                : json.path("embedding").path("values");
        if (!values.isEmpty()) {
            reply.dimensions(values.size());
        }
    }
}
