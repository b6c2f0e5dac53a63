package dev.junitllm.trace;

import dev.junitllm.SpanEvent;
import dev.junitllm.TraceSpan;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is said of a span once it has ended, beside what it said itself. */
final class SaidLater {

    private SaidLater() {}

    static TraceSpan attributes(TraceSpan span, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(span.attributes());
        all.putAll(more);
        return copy(span, all, span.events());
    }

    static TraceSpan events(TraceSpan span, List<SpanEvent> more) {
        return copy(
                span,
                span.attributes(),
                Stream.concat(span.events().stream(), more.stream())
                        .sorted(Comparator.comparingLong(SpanEvent::epochNanos))
                        .toList());
    }

    private static TraceSpan copy(TraceSpan span, Map<String, Object> attributes, List<SpanEvent> events) {
        return new TraceSpan(
                span.spanId(),
                span.parentId(),
                span.name(),
                span.role(),
                span.startNanos(),
                span.endNanos(),
                span.status(),
                attributes,
                events,
                span.links(),
                span.scope(),
                span.resource());
    }
}
