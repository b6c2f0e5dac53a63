package dev.junitllm.trace;

import dev.junitllm.SpanEvent;
import dev.junitllm.SpanLink;
import dev.junitllm.SpanStatus;
import dev.junitllm.Trace;
import dev.junitllm.TraceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes traces by hand. Times are milliseconds since the invocation began. */
public final class HandMadeTrace {

    public static final long BEGAN = 1_700_000_000_000_000_000L;

    private static final long NANOS = 1_000_000;

    private final List<TraceSpan> spans = new ArrayList<>();

    private HandMadeTrace() {}

    /** A trace whose invocation took as long. */
    public static HandMadeTrace invocation(long millis) {
        return new HandMadeTrace().step("root", "", "refund-3", 0, millis, Map.of());
    }

    public static HandMadeTrace empty() {
        return new HandMadeTrace();
    }

    public HandMadeTrace step(
            String id, String parent, String name, long from, long to, Map<String, Object> attributes) {
        spans.add(new TraceSpan(
                id,
                parent,
                name,
                "INTERNAL",
                BEGAN + from * NANOS,
                BEGAN + to * NANOS,
                SpanStatus.UNSET,
                attributes,
                List.of(),
                List.of(),
                "test",
                Map.of()));
        return this;
    }

    /** The step added last has failed. */
    public HandMadeTrace failed(String message) {
        return last(span -> copy(
                span, new SpanStatus(SpanStatus.Code.ERROR, message), span.attributes(), span.events(), span.links()));
    }

    /** Something happened during the step added last. */
    public HandMadeTrace event(String name, long at, Map<String, Object> attributes) {
        return last(span -> copy(
                span,
                span.status(),
                span.attributes(),
                with(span.events(), new SpanEvent(name, BEGAN + at * NANOS, attributes)),
                span.links()));
    }

    /** The step added last says one thing more. */
    public HandMadeTrace says(String attribute, Object value) {
        return last(span -> {
            Map<String, Object> attributes = new LinkedHashMap<>(span.attributes());
            attributes.put(attribute, value);
            return copy(span, span.status(), attributes, span.events(), span.links());
        });
    }

    /** The step added last is linked to another one. */
    public HandMadeTrace linked(String traceId, String spanId) {
        return last(span -> copy(
                span,
                span.status(),
                span.attributes(),
                span.events(),
                with(span.links(), new SpanLink(traceId, spanId, Map.of()))));
    }

    private HandMadeTrace last(UnaryOperator<TraceSpan> change) {
        spans.set(spans.size() - 1, change.apply(spans.get(spans.size() - 1)));
        return this;
    }

    private static <T> List<T> with(List<T> some, T more) {
        List<T> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    private static TraceSpan copy(
            TraceSpan span,
            SpanStatus status,
            Map<String, Object> attributes,
            List<SpanEvent> events,
            List<SpanLink> links) {
        return new TraceSpan(
                span.spanId(),
                span.parentId(),
                span.name(),
                span.role(),
                span.startNanos(),
                span.endNanos(),
                status,
                attributes,
                events,
                links,
                span.scope(),
                span.resource());
    }

    public Trace trace() {
        return new Trace("0af7651916cd43dd8448eb211c80319c", spans);
    }
}
