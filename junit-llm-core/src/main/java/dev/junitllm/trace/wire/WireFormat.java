package dev.junitllm.trace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.recording.RecordedStep;

/** One of the forms in which models are called. */
interface WireFormat {

    /** Whether requests to a path may have this form. */
    boolean isAt(String path);

    /** Whether a body has this form; one that isn't known is missing. */
    boolean isCall(JsonNode body);

    default SpanKind kind() {
        return SpanKind.LLM;
    }

    default String operation() {
        return TraceNames.OPERATION_CHAT;
    }

    /** Whose form it is: who serves the model where the host doesn't tell. */
    String provider();

    /** The model that is asked; empty where none is named. */
    default String model(String path, JsonNode body) {
        return body.path("model").asText("");
    }

    /** Whether the reply is asked for piece by piece. */
    default boolean streams(String path, JsonNode body) {
        return body.path("stream").asBoolean(false);
    }

    /** Says what a request says. */
    void ask(JsonNode body, RecordedStep span);

    /** Notes what a reply says, or one piece of a streamed one. */
    void reply(JsonNode json, WireReply reply);
}
