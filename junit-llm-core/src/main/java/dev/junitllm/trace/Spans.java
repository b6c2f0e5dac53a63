package dev.junitllm.trace;

import dev.junitllm.SpanEvent;
import dev.junitllm.SpanLink;
import dev.junitllm.SpanStatus;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** From spans of OpenTelemetry's SDK to ours. */
final class Spans {

    private Spans() {}

    /** A span that has ended, or the root that is about to. */
    static TraceSpan of(ReadableSpan span) {
        SpanData data = span.toSpanData();
        return of(data, data.hasEnded() ? data.getEndEpochNanos() : now(data), attributes(data.getAttributes()));
    }

    /** A span that did not end before its test did: it ends now, and says so. */
    static TraceSpan notEnded(ReadableSpan span) {
        SpanData data = span.toSpanData();
        Map<String, Object> attributes = attributes(data.getAttributes());
        attributes.put(TraceNames.NOT_ENDED, true);
        return of(data, now(data), attributes);
    }

    private static TraceSpan of(SpanData data, long end, Map<String, Object> attributes) {
        SpanContext parent = data.getParentSpanContext();
        return new TraceSpan(
                data.getSpanId(),
                parent.isValid() ? parent.getSpanId() : "",
                data.getName(),
                data.getKind().name(),
                data.getStartEpochNanos(),
                end,
                new SpanStatus(
                        SpanStatus.Code.valueOf(data.getStatus().getStatusCode().name()),
                        data.getStatus().getDescription()),
                attributes,
                data.getEvents().stream()
                        .map(event -> new SpanEvent(
                                event.getName(), event.getEpochNanos(), attributes(event.getAttributes())))
                        .toList(),
                data.getLinks().stream()
                        .map(link -> new SpanLink(
                                link.getSpanContext().getTraceId(),
                                link.getSpanContext().getSpanId(),
                                attributes(link.getAttributes())))
                        .toList(),
                data.getInstrumentationScopeInfo().getName(),
                attributes(data.getResource().getAttributes()));
    }

    private static Map<String, Object> attributes(Attributes attributes) {
        Map<String, Object> values = new LinkedHashMap<>();
        attributes.forEach((key, value) -> values.put(key.getKey(), value(key, value)));
        return values;
    }

    /** Newer SDKs know values of other types, too. */
    private static Object value(AttributeKey<?> key, Object value) {
        return value instanceof String
                        || value instanceof Long
                        || value instanceof Double
                        || value instanceof Boolean
                        || (value instanceof List && key.getType().name().endsWith("_ARRAY"))
                ? value
                : String.valueOf(value);
    }

    private static long now(SpanData data) {
        Instant now = Instant.now();
        long nanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        return Math.max(data.getStartEpochNanos(), nanos);
    }
}
