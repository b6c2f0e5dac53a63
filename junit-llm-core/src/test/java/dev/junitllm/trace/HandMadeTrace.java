package dev.junitllm.trace;

import dev.junitllm.SpanEvent;
import dev.junitllm.SpanStatus;
import dev.junitllm.Trace;
import dev.junitllm.TraceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        TraceSpan last = spans.remove(spans.size() - 1);
        spans.add(new TraceSpan(
                last.spanId(),
                last.parentId(),
                last.name(),
                last.role(),
                last.startNanos(),
                last.endNanos(),
                new SpanStatus(SpanStatus.Code.ERROR, message),
                last.attributes(),
                last.events(),
                last.links(),
                last.scope(),
                last.resource()));
        return this;
    }

    /** Something happened during the step added last. */
    public HandMadeTrace event(String name, long at, Map<String, Object> attributes) {
        TraceSpan last = spans.remove(spans.size() - 1);
        List<SpanEvent> events = new ArrayList<>(last.events());
        events.add(new SpanEvent(name, BEGAN + at * NANOS, attributes));
        spans.add(new TraceSpan(
                last.spanId(),
                last.parentId(),
                last.name(),
                last.role(),
                last.startNanos(),
                last.endNanos(),
                last.status(),
                last.attributes(),
                events,
                last.links(),
                last.scope(),
                last.resource()));
        return this;
    }

    /** The step added last says one thing more. */
    public HandMadeTrace says(String attribute, Object value) {
        TraceSpan last = spans.remove(spans.size() - 1);
        Map<String, Object> attributes = new LinkedHashMap<>(last.attributes());
        attributes.put(attribute, value);
        spans.add(new TraceSpan(
                last.spanId(),
                last.parentId(),
                last.name(),
                last.role(),
                last.startNanos(),
                last.endNanos(),
                last.status(),
                attributes,
                last.events(),
                last.links(),
                last.scope(),
                last.resource()));
        return this;
    }

    public Trace trace() {
        return new Trace("0af7651916cd43dd8448eb211c80319c", spans);
    }
}
