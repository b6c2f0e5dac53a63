package dev.junitllm.trace.wire;

import dev.junitllm.trace.recording.RecordedSpans;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A call as it would come through an HTTP client, without one. */
final class RecordedCall {

    private final RecordedSpans spans = new RecordedSpans();
    private final WireSpan span;

    private RecordedCall(String path, String body) {
        span = WireCall.of(new WireAddress("model.test", 443, path), body.getBytes(StandardCharsets.UTF_8), "")
                .orElseThrow()
                .begin(spans.tracer(), Context.root());
    }

    static RecordedCall of(String path, String body) {
        return new RecordedCall(path, body);
    }

    /** Answered as a whole, by JSON. */
    SpanData answered(String body) {
        return answered(200, "application/json", body);
    }

    SpanData answered(int status, String type, String body) {
        span.answered(status, type, "");
        span.bytes(body.getBytes(StandardCharsets.UTF_8));
        span.end();
        return spans.only();
    }

    /** Answered by events or lines, byte by byte, which is the worst way in which a network may cut them. */
    SpanData streamed(String type, String... lines) {
        span.answered(200, type, "");
        for (byte each : (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)) {
            span.bytes(new byte[] {each});
        }
        span.end();
        return spans.only();
    }

    SpanData unanswered() {
        span.end();
        return spans.only();
    }

    static Map<String, Object> says(SpanData span) {
        return RecordedSpans.says(span);
    }
}
