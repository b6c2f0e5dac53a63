package dev.junitllm.trace;

import dev.junitllm.SpanAttributes;
import dev.junitllm.SpanEvent;
import dev.junitllm.SpanKind;
import dev.junitllm.SpanLink;
import dev.junitllm.SpanStatus;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.trace.redaction.Redacted;
import java.util.ArrayList;
import java.util.Collections;
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
    private int changes;
    private SafeResource resource;

    CapturedTrace(Capture capture) {
        this.capture = capture;
        this.resource = capture.lastResource();
    }

    Trace of(Trace trace) {
        List<TraceSpan> spans = new ArrayList<>();
        for (TraceSpan span : trace.spans()) {
            spans.add(of(span));
        }
        return new Trace(trace.traceId(), changes == 0 ? spans : counted(spans));
    }

    private List<TraceSpan> counted(List<TraceSpan> spans) {
        Map<String, Object> counts = counts();
        return spans.stream()
                .map(span -> span.parentId().isEmpty() ? SaidLater.attributes(span, counts) : span)
                .toList();
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

    private TraceSpan of(TraceSpan span) {
        SpanKind kind = span.kind();
        boolean root = span.parentId().isEmpty();
        return new TraceSpan(
                span.spanId(),
                span.parentId(),
                text(null, span.name()),
                span.role(),
                span.startNanos(),
                span.endNanos(),
                new SpanStatus(
                        span.status().code(),
                        text(CaptureField.ERROR, span.status().message())),
                attributes(span.attributes(), kind, root),
                events(span, kind),
                links(span, kind),
                text(null, span.scope()),
                resource(span.resource()));
    }

    private List<SpanEvent> events(TraceSpan span, SpanKind kind) {
        List<SpanEvent> safe = new ArrayList<>();
        for (SpanEvent event : span.events()) {
            safe.add(new SpanEvent(text(null, event.name()), event.epochNanos(), ofEvent(event, kind)));
        }
        return safe;
    }

    private List<SpanLink> links(TraceSpan span, SpanKind kind) {
        List<SpanLink> safe = new ArrayList<>();
        for (SpanLink link : span.links()) {
            safe.add(new SpanLink(link.traceId(), link.spanId(), attributes(link.attributes(), kind, false)));
        }
        return safe;
    }

    /** One process makes most spans, and says the same of itself in each: once for all of them, as it is written. */
    private SpanAttributes resource(Map<String, Object> said) {
        if (!resource.of().equals(said)) {
            int before = changes;
            resource = new SafeResource(said, attributes(said, SpanKind.OTHER, false));
            if (changes == before) {
                capture.lastResource(resource);
            }
        }
        return resource.safe();
    }

    /** What is said of a process, and what may be kept of it: the same, mostly. */
    record SafeResource(Map<String, Object> of, SpanAttributes safe) {

        static final SafeResource NONE =
                new SafeResource(Map.of(), SpanAttributes.builder().build());
    }

    /** The same where all of it may be kept, as it mostly may: nothing is put together then. */
    private SpanAttributes attributes(Map<String, Object> attributes, SpanKind kind, boolean root) {
        SpanAttributes.Builder safe = null;
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            int before = changes;
            String said = attribute.getKey();
            AttributeNames.Known known = capture.names().of(said);
            String name = known.isHarmless() ? said : text(null, said);
            Object value = value(said, known, known.field(kind, root), attribute.getValue());
            if (safe == null && changes > before) {
                safe = beginning(attributes, said);
            }
            if (safe != null) {
                safe.put(name, value);
            }
        }
        return safe == null ? SpanAttributes.copyOf(attributes) : safe.build();
    }

    private static SpanAttributes.Builder beginning(Map<String, Object> attributes, String until) {
        SpanAttributes.Builder same = SpanAttributes.builder();
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            if (attribute.getKey().equals(until)) {
                break;
            }
            same.put(attribute.getKey(), attribute.getValue());
        }
        return same;
    }

    private SpanAttributes ofEvent(SpanEvent event, SpanKind kind) {
        if (!event.name().equals(TraceNames.LOG)) {
            return attributes(event.attributes(), kind, false);
        }
        SpanAttributes.Builder safe = SpanAttributes.builder();
        event.attributes().forEach((name, value) -> {
            AttributeNames.Known known = capture.names().of(name);
            CaptureField field = name.equals("message") ? CaptureField.LOG : known.field(kind, false);
            Object kept = value(name, known, field, value);
            safe.put(
                    known.isHarmless() ? name : text(null, name),
                    kept instanceof String text ? LongTexts.beginning(text, LONGEST_LINE) : kept);
        });
        return safe.build();
    }

    private Object value(String name, AttributeNames.Known known, @Nullable CaptureField field, Object value) {
        if (value instanceof String text) {
            if (known.mayBeSecret() && capture.redactor().isSecret(name, text)) {
                count(Map.of("secret-field", 1));
                return "[REDACTED:secret-field]";
            }
            return text(field, text);
        }
        if (value instanceof List<?> list) {
            List<Object> safe = new ArrayList<>(list.size());
            for (Object element : list) {
                safe.add(value(name, known, field, element));
            }
            return Collections.unmodifiableList(safe); // which may hold nulls, unlike a copy
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
        if (kept.handling().cut()) {
            cut++;
            changes++;
        }
        if (kept.handling().withheld()) {
            withheld.add(field);
            changes++;
        }
        return kept.text();
    }

    private void count(Map<String, Integer> more) {
        if (!more.isEmpty()) {
            more.forEach((rule, times) -> removed.merge(rule, times, Integer::sum));
            changes++;
        }
    }
}
