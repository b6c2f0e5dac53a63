package dev.junitllm.trace;

import dev.junitllm.SpanAttributes;
import dev.junitllm.SpanEvent;
import dev.junitllm.SpanLink;
import dev.junitllm.SpanStatus;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** From spans of OpenTelemetry's SDK to ours. Safe for use by several threads. */
final class Spans {

    private static final Known NOTHING =
            new Known(Resource.empty(), SpanAttributes.builder().build());

    /** One process makes most spans, and says the same of itself in each. */
    private volatile Known known = NOTHING;

    private record Known(Resource resource, SpanAttributes attributes) {}

    /** A span that has ended, or the root that is about to. */
    TraceSpan of(ReadableSpan span) {
        SpanData data = span.toSpanData();
        return of(data, data.hasEnded() ? data.getEndEpochNanos() : now(data), attributes(data.getAttributes()));
    }

    /** A span that did not end before its test did: it ends now, and says so. */
    TraceSpan notEnded(ReadableSpan span) {
        SpanData data = span.toSpanData();
        SpanAttributes.Builder attributes = SpanAttributes.builder();
        add(data.getAttributes(), attributes);
        return of(data, now(data), attributes.put(TraceNames.NOT_ENDED, true).build());
    }

    private TraceSpan of(SpanData data, long end, SpanAttributes attributes) {
        SpanContext parent = data.getParentSpanContext();
        return new TraceSpan(
                data.getSpanId(),
                parent.isValid() ? parent.getSpanId() : "",
                data.getName(),
                data.getKind().name(),
                data.getStartEpochNanos(),
                end,
                new SpanStatus(
                        code(data.getStatus().getStatusCode()), data.getStatus().getDescription()),
                attributes,
                events(data),
                links(data),
                data.getInstrumentationScopeInfo().getName(),
                attributes(data.getResource()));
    }

    private SpanAttributes attributes(Resource resource) {
        Known last = known;
        if (last.resource() != resource) {
            last = new Known(resource, attributes(resource.getAttributes()));
            known = last;
        }
        return last.attributes();
    }

    private static List<SpanEvent> events(SpanData data) {
        List<SpanEvent> events = new ArrayList<>();
        for (EventData event : data.getEvents()) {
            events.add(new SpanEvent(event.getName(), event.getEpochNanos(), attributes(event.getAttributes())));
        }
        return events;
    }

    private static List<SpanLink> links(SpanData data) {
        List<SpanLink> links = new ArrayList<>();
        for (LinkData link : data.getLinks()) {
            links.add(new SpanLink(
                    link.getSpanContext().getTraceId(),
                    link.getSpanContext().getSpanId(),
                    attributes(link.getAttributes())));
        }
        return links;
    }

    private static SpanAttributes attributes(Attributes attributes) {
        SpanAttributes.Builder values = SpanAttributes.builder();
        add(attributes, values);
        return values.build();
    }

    private static void add(Attributes attributes, SpanAttributes.Builder values) {
        attributes.forEach((key, value) -> values.put(key.getKey(), value(key, value)));
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

    private static SpanStatus.Code code(StatusCode code) {
        return switch (code) {
            case OK -> SpanStatus.Code.OK;
            case ERROR -> SpanStatus.Code.ERROR;
            default -> SpanStatus.Code.UNSET;
        };
    }

    private static long now(SpanData data) {
        Instant now = Instant.now();
        long nanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        return Math.max(data.getStartEpochNanos(), nanos);
    }
}
