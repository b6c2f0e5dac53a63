package dev.junitllm.trace;

import dev.junitllm.SpanEvent;
import dev.junitllm.SpanLink;
import dev.junitllm.SpanStatus;
import dev.junitllm.Trace;
import dev.junitllm.TraceSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Changes every text of a trace, names of attributes included; ids, kinds and times stay. */
final class TraceTexts {

    private TraceTexts() {}

    static Trace map(Trace trace, UnaryOperator<String> change) {
        return new Trace(
                trace.traceId(),
                trace.spans().stream().map(span -> map(span, change)).toList());
    }

    private static TraceSpan map(TraceSpan span, UnaryOperator<String> change) {
        return new TraceSpan(
                span.spanId(),
                span.parentId(),
                change.apply(span.name()),
                span.role(),
                span.startNanos(),
                span.endNanos(),
                new SpanStatus(span.status().code(), change.apply(span.status().message())),
                map(span.attributes(), change),
                span.events().stream()
                        .map(event -> new SpanEvent(
                                change.apply(event.name()), event.epochNanos(), map(event.attributes(), change)))
                        .toList(),
                span.links().stream()
                        .map(link -> new SpanLink(link.traceId(), link.spanId(), map(link.attributes(), change)))
                        .toList(),
                change.apply(span.scope()),
                map(span.resource(), change));
    }

    private static Map<String, Object> map(Map<String, Object> attributes, UnaryOperator<String> change) {
        Map<String, Object> changed = new LinkedHashMap<>();
        attributes.forEach((name, value) -> changed.put(change.apply(name), map(value, change)));
        return changed;
    }

    private static Object map(Object value, UnaryOperator<String> change) {
        if (value instanceof String text) {
            return change.apply(text);
        }
        return value instanceof List<?> list
                ? list.stream().map(element -> map(element, change)).toList()
                : value;
    }
}
