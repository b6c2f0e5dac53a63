package dev.junitllm.trace.otlp;

import dev.junitllm.SpanStatus;
import dev.junitllm.Trace;
import dev.junitllm.TraceSpan;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A step as OpenTelemetry's exporter takes it. Immutable. */
final class SentSpan implements SpanData {

    private final String traceId;
    private final TraceSpan span;
    private final Attributes attributes;
    private final List<EventData> events;
    private final List<LinkData> links;
    private final Resource resource;
    private final InstrumentationScopeInfo scope;

    private SentSpan(String traceId, TraceSpan span, Resource resource, InstrumentationScopeInfo scope) {
        this.traceId = traceId;
        this.span = span;
        this.attributes = attributes(span.attributes());
        this.events = span.events().stream()
                .map(event -> EventData.create(event.epochNanos(), event.name(), attributes(event.attributes())))
                .toList();
        this.links = span.links().stream()
                .map(link -> LinkData.create(context(link.traceId(), link.spanId()), attributes(link.attributes())))
                .toList();
        this.resource = resource;
        this.scope = scope;
    }

    /** All spans of several traces. The exporter takes resources and scopes for one where they are the same object. */
    static List<SpanData> all(List<Trace> traces) {
        Map<Map<String, Object>, Resource> resources = new HashMap<>();
        Map<String, InstrumentationScopeInfo> scopes = new HashMap<>();
        List<SpanData> spans = new ArrayList<>();
        for (Trace trace : traces) {
            for (TraceSpan span : trace.spans()) {
                spans.add(new SentSpan(
                        trace.traceId(),
                        span,
                        resources.computeIfAbsent(span.resource(), said -> Resource.create(attributes(said))),
                        scopes.computeIfAbsent(span.scope(), InstrumentationScopeInfo::create)));
            }
        }
        return spans;
    }

    private static SpanContext context(String traceId, String spanId) {
        return SpanContext.create(traceId, spanId, TraceFlags.getSampled(), TraceState.getDefault());
    }

    private static Attributes attributes(Map<String, Object> values) {
        AttributesBuilder attributes = Attributes.builder();
        values.forEach((name, value) -> {
            if (value instanceof Boolean truth) {
                attributes.put(AttributeKey.booleanKey(name), truth);
            } else if (value instanceof Double || value instanceof Float) {
                attributes.put(AttributeKey.doubleKey(name), Double.valueOf(value.toString()));
            } else if (value instanceof Number number) {
                attributes.put(AttributeKey.longKey(name), number.longValue());
            } else if (value instanceof List<?> list) {
                put(name, list, attributes);
            } else {
                attributes.put(AttributeKey.stringKey(name), String.valueOf(value));
            }
        });
        return attributes.build();
    }

    private static void put(String name, List<?> list, AttributesBuilder attributes) {
        if (!list.isEmpty() && list.stream().allMatch(Long.class::isInstance)) {
            attributes.put(
                    AttributeKey.longArrayKey(name),
                    list.stream().map(Long.class::cast).toList());
        } else if (!list.isEmpty() && list.stream().allMatch(Double.class::isInstance)) {
            attributes.put(
                    AttributeKey.doubleArrayKey(name),
                    list.stream().map(Double.class::cast).toList());
        } else if (!list.isEmpty() && list.stream().allMatch(Boolean.class::isInstance)) {
            attributes.put(
                    AttributeKey.booleanArrayKey(name),
                    list.stream().map(Boolean.class::cast).toList());
        } else {
            attributes.put(
                    AttributeKey.stringArrayKey(name),
                    list.stream().map(String::valueOf).toList());
        }
    }

    @Override
    public String getName() {
        return span.name();
    }

    @Override
    public SpanKind getKind() {
        return SpanKind.valueOf(span.role());
    }

    @Override
    public SpanContext getSpanContext() {
        return context(traceId, span.spanId());
    }

    @Override
    public SpanContext getParentSpanContext() {
        return span.parentId().isEmpty() ? SpanContext.getInvalid() : context(traceId, span.parentId());
    }

    @Override
    public StatusData getStatus() {
        SpanStatus status = span.status();
        return StatusData.create(StatusCode.valueOf(status.code().name()), status.message());
    }

    @Override
    public long getStartEpochNanos() {
        return span.startNanos();
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public List<EventData> getEvents() {
        return events;
    }

    @Override
    public List<LinkData> getLinks() {
        return links;
    }

    @Override
    public long getEndEpochNanos() {
        return span.endNanos();
    }

    @Override
    public boolean hasEnded() {
        return true;
    }

    @Override
    public int getTotalRecordedEvents() {
        return events.size();
    }

    @Override
    public int getTotalRecordedLinks() {
        return links.size();
    }

    @Override
    public int getTotalAttributeCount() {
        return attributes.size();
    }

    @Override
    @Deprecated
    @SuppressWarnings("deprecation") // still asked for by the interface
    public io.opentelemetry.sdk.common.InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
        return io.opentelemetry.sdk.common.InstrumentationLibraryInfo.create(span.scope(), null);
    }

    @Override
    public InstrumentationScopeInfo getInstrumentationScopeInfo() {
        return scope;
    }

    @Override
    public Resource getResource() {
        return resource;
    }
}
