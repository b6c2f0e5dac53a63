package dev.junitllm.trace;

import dev.junitllm.SpanEvent;
import dev.junitllm.SpanKind;
import dev.junitllm.SpanLink;
import dev.junitllm.SpanStatus;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.trace.redaction.Redacted;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes one trace fit to be kept, and counts what that took. For one trace, on one thread. */
final class CapturedTrace {

    /** Shorter numbers are no numbers of cards or accounts. */
    private static final long LONG_NUMBER = 1_000_000_000_000L;

    private static final int LONGEST_LINE = 2_000;

    private final Capture capture;
    private final Map<String, Integer> removed = new TreeMap<>();
    private final Set<CaptureField> withheld = EnumSet.noneOf(CaptureField.class);
    private int cut;
    private Map<String, Object> resource = Map.of();
    private Map<String, Object> safeResource = Map.of();

    CapturedTrace(Capture capture) {
        this.capture = capture;
    }

    Trace of(Trace trace) {
        List<TraceSpan> spans = trace.spans().stream().map(this::of).toList();
        Map<String, Object> counts = counts();
        return new Trace(
                trace.traceId(),
                counts.isEmpty()
                        ? spans
                        : spans.stream()
                                .map(span -> span.parentId().isEmpty() ? with(span, counts) : span)
                                .toList());
    }

    private Map<String, Object> counts() {
        Map<String, Object> counts = new LinkedHashMap<>();
        removed.forEach((rule, times) -> counts.put(TraceNames.REDACTED + rule, (long) times));
        withheld.forEach(field -> counts.put(
                TraceNames.CAPTURE + field.label(), capture.mode(field) == CaptureMode.HASHED ? "hashed" : "none"));
        if (cut > 0) {
            counts.put(TraceNames.CAPTURE + "cut", (long) cut);
        }
        return counts;
    }

    private static TraceSpan with(TraceSpan span, Map<String, Object> more) {
        Map<String, Object> attributes = new LinkedHashMap<>(span.attributes());
        attributes.putAll(more);
        return copy(
                span,
                span.name(),
                span.status(),
                attributes,
                span.events(),
                span.links(),
                span.scope(),
                span.resource());
    }

    private TraceSpan of(TraceSpan span) {
        SpanKind kind = span.kind();
        boolean root = span.parentId().isEmpty();
        return copy(
                span,
                text(null, span.name()),
                new SpanStatus(
                        span.status().code(),
                        text(CaptureField.ERROR, span.status().message())),
                attributes(span.attributes(), kind, root),
                span.events().stream()
                        .map(event -> new SpanEvent(text(null, event.name()), event.epochNanos(), ofEvent(event, kind)))
                        .toList(),
                span.links().stream()
                        .map(link ->
                                new SpanLink(link.traceId(), link.spanId(), attributes(link.attributes(), kind, false)))
                        .toList(),
                text(null, span.scope()),
                resource(span));
    }

    /** One process makes most spans, and says the same of itself in each: once for all of them, as it is written. */
    private Map<String, Object> resource(TraceSpan span) {
        if (!span.resource().equals(resource)) {
            resource = span.resource();
            safeResource = attributes(resource, SpanKind.OTHER, false);
        }
        return safeResource;
    }

    private static TraceSpan copy(
            TraceSpan span,
            String name,
            SpanStatus status,
            Map<String, Object> attributes,
            List<SpanEvent> events,
            List<SpanLink> links,
            String scope,
            Map<String, Object> resource) {
        return new TraceSpan(
                span.spanId(),
                span.parentId(),
                name,
                span.role(),
                span.startNanos(),
                span.endNanos(),
                status,
                attributes,
                events,
                links,
                scope,
                resource);
    }

    private Map<String, Object> attributes(Map<String, Object> attributes, SpanKind kind, boolean root) {
        Map<String, Object> safe = new LinkedHashMap<>();
        attributes.forEach(
                (name, value) -> safe.put(name(name), value(name, SpanContents.field(name, kind, root), value)));
        return safe;
    }

    private Map<String, Object> ofEvent(SpanEvent event, SpanKind kind) {
        if (!event.name().equals(TraceNames.LOG)) {
            return attributes(event.attributes(), kind, false);
        }
        Map<String, Object> safe = new LinkedHashMap<>();
        event.attributes().forEach((name, value) -> {
            CaptureField field = name.equals("message") ? CaptureField.LOG : SpanContents.field(name, kind, false);
            Object kept = value(name, field, value);
            safe.put(name(name), kept instanceof String text ? LongTexts.beginning(text, LONGEST_LINE) : kept);
        });
        return safe;
    }

    private String name(String name) {
        if (capture.isHarmless(name)) {
            return name;
        }
        String safe = text(null, name);
        if (safe.equals(name)) {
            capture.harmless(name);
        }
        return safe;
    }

    private Object value(String name, @Nullable CaptureField field, Object value) {
        if (value instanceof String text) {
            if (capture.redactor().isSecret(name, text)) {
                removed.merge("secret-field", 1, Integer::sum);
                return "[REDACTED:secret-field]";
            }
            return text(field, text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> value(name, field, element)).toList();
        }
        if (value instanceof Long number && number >= LONG_NUMBER) {
            String said = number.toString();
            String safe = text(null, said);
            return safe.equals(said) ? value : safe;
        }
        return value;
    }

    private String text(@Nullable CaptureField field, String text) {
        if (field == null) {
            Redacted safe = capture.redactor().redacted(text);
            count(safe.removed());
            return safe.text();
        }
        Kept kept = capture.keep(field, text);
        count(kept.handling().removed());
        cut += kept.handling().cut() ? 1 : 0;
        if (kept.handling().withheld()) {
            withheld.add(field);
        }
        return kept.text();
    }

    private void count(Map<String, Integer> more) {
        more.forEach((rule, times) -> removed.merge(rule, times, Integer::sum));
    }
}
