package dev.junitllm.trace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.TraceNames;
import dev.junitllm.Usage;
import dev.junitllm.trace.recording.RecordedStep;
import dev.junitllm.trace.recording.TraceMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a reply has said so far. Not safe for use by several threads. */
final class WireReply {

    /** No provider offers as many; a number beyond is a mistake of the server's, or malice. */
    private static final int MOST_CHOICES = 128;

    private final TreeMap<Integer, WireChoice> choices = new TreeMap<>();
    private final ObjectNode usage = JsonNodeFactory.instance.objectNode();
    private @Nullable String id;
    private @Nullable String model;
    private @Nullable Integer dimensions;
    private @Nullable String errorType;
    private String errorMessage = "";
    private Usage tokens = Usage.UNKNOWN;

    /** What is known later counts. */
    void origin(@Nullable String newId, @Nullable String newModel) {
        id = newId == null ? id : newId;
        model = newModel == null ? model : newModel;
    }

    /** One of several answers to the same question, from 0. */
    WireChoice choice(int index) {
        Integer number = Math.max(0, Math.min(index, MOST_CHOICES));
        WireChoice known = choices.get(number);
        if (known != null) {
            return known;
        }
        WireChoice begun = new WireChoice();
        choices.put(number, begun);
        return begun;
    }

    /** What was said so far is about to be said again, as a whole. */
    void startAnew() {
        choices.clear();
    }

    /** Adds counts of tokens to those that earlier pieces said; all of them by now. */
    JsonNode usage(JsonNode counts) {
        for (Map.Entry<String, JsonNode> each : counts.properties()) {
            if (!each.getValue().isNull()) {
                usage.set(each.getKey(), each.getValue());
            }
        }
        return usage;
    }

    void tokens(Usage all) {
        tokens = all;
    }

    void dimensions(int count) {
        dimensions = count;
    }

    void failed(@Nullable String type, @Nullable String message) {
        errorType = type == null || type.isEmpty() ? "error" : type;
        errorMessage = message == null ? "" : message;
    }

    void applyTo(RecordedStep span) {
        TraceMessages messages = new TraceMessages();
        List<String> finishes = new ArrayList<>();
        for (WireChoice choice : choices.values()) {
            choice.applyTo(messages);
            String finish = choice.finishReason();
            if (finish != null) {
                finishes.add(finish);
            }
        }
        span.answered(messages)
                .set(TraceNames.RESPONSE_ID, id)
                .set(TraceNames.RESPONSE_MODEL, model)
                .set(TraceNames.RESPONSE_FINISH_REASONS, finishes)
                .set(TraceNames.EMBEDDING_DIMENSIONS, dimensions)
                .usage(tokens);
        if (errorType != null) {
            span.failed(errorType, errorMessage);
        }
    }
}
