package dev.junitllm.trace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.trace.recording.TraceMessages;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One answer, put together of its pieces. Not safe for use by several threads. */
final class WireChoice {

    private static final int MOST_CALLS = 1_024;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final TreeMap<Integer, Call> calls = new TreeMap<>();
    private @Nullable String finish;

    void text(@Nullable String piece) {
        append(text, piece);
    }

    void reasoning(@Nullable String piece) {
        append(reasoning, piece);
    }

    void finish(@Nullable String reason) {
        finish = reason == null || reason.isEmpty() ? finish : reason;
    }

    @Nullable
    String finishReason() {
        return finish;
    }

    /** How many calls of tools there are so far. */
    int calls() {
        return calls.size();
    }

    /** A piece of a call of a tool; the pieces of one call have the same number. */
    void call(int number, @Nullable String id, @Nullable String name, JsonNode arguments) {
        if (number < 0 || number > MOST_CALLS) {
            return;
        }
        Call call = calls.computeIfAbsent(number, any -> new Call());
        call.id = id == null || id.isEmpty() ? call.id : id;
        call.name = name == null || name.isEmpty() ? call.name : name;
        append(call.arguments, WireJson.shown(arguments));
    }

    void applyTo(TraceMessages messages) {
        messages.message("assistant").reasoning(reasoning.toString()).text(text.toString());
        for (Call call : calls.values()) {
            messages.toolCall(call.id, call.name, call.arguments.toString());
        }
        messages.finish(finish);
    }

    /** What would be too long to be kept is cut. */
    private static void append(StringBuilder all, @Nullable String piece) {
        if (piece != null) {
            all.append(piece, 0, Math.min(piece.length(), Math.max(0, WireCall.LONGEST_BODY - all.length())));
        }
    }

    private static final class Call {
        private @Nullable String id;
        private String name = "unknown";
        private final StringBuilder arguments = new StringBuilder();
    }
}
