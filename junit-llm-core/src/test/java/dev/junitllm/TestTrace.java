package dev.junitllm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A trace written by hand: steps below each other, times in milliseconds since the invocation began. */
public final class TestTrace {

    private static final long BEGAN = 1_700_000_000_000_000_000L;
    private static final long NANOS = 1_000_000;

    private final List<TraceSpan> spans = new ArrayList<>();
    private final Deque<String> parents = new ArrayDeque<>();

    private TestTrace() {}

    /** A trace of an invocation that took so long. */
    public static TestTrace of(long millis) {
        TestTrace trace = new TestTrace();
        trace.span("answers", 0, millis, new SpanStatus(SpanStatus.Code.UNSET, ""), Map.of());
        trace.in();
        return trace;
    }

    /** What follows belongs to the last step. */
    public TestTrace in() {
        parents.push(spans.get(spans.size() - 1).spanId());
        return this;
    }

    /** What follows belongs no longer to it. */
    public TestTrace out() {
        parents.pop();
        return this;
    }

    public TestTrace step(SpanKind kind, String name, long from, long millis) {
        return step(kind, name, from, millis, Map.of());
    }

    public TestTrace step(SpanKind kind, String name, long from, long millis, Map<String, ?> attributes) {
        return span(name, from, millis, new SpanStatus(SpanStatus.Code.OK, ""), kind(kind, attributes));
    }

    public TestTrace failed(SpanKind kind, String name, long from, long millis, String error) {
        return span(name, from, millis, new SpanStatus(SpanStatus.Code.ERROR, error), kind(kind, Map.of()));
    }

    public TestTrace llm(String name, long from, long millis, long input, long output) {
        return step(
                SpanKind.LLM,
                name,
                from,
                millis,
                Map.of(TraceNames.USAGE_INPUT_TOKENS, input, TraceNames.USAGE_OUTPUT_TOKENS, output));
    }

    public TestTrace tool(String name, long from, long millis, String arguments) {
        return step(
                SpanKind.TOOL,
                "execute_tool " + name,
                from,
                millis,
                Map.of(TraceNames.TOOL_NAME, name, TraceNames.TOOL_CALL_ARGUMENTS, arguments));
    }

    public TestTrace retrieval(String name, long from, long millis, String... ids) {
        StringBuilder documents = new StringBuilder("[");
        for (String id : ids) {
            documents
                    .append(documents.length() == 1 ? "" : ",")
                    .append("{\"id\":\"")
                    .append(id)
                    .append("\"}");
        }
        return step(SpanKind.RETRIEVAL, name, from, millis, Map.of(TraceNames.RETRIEVAL_DOCUMENTS, documents + "]"));
    }

    public Trace trace() {
        return new Trace("0af7651916cd43dd8448eb211c80319c", spans);
    }

    private static Map<String, Object> kind(SpanKind kind, Map<String, ?> attributes) {
        Map<String, Object> all = new LinkedHashMap<>(attributes);
        all.put(TraceNames.KIND, kind.name());
        return all;
    }

    private TestTrace span(String name, long from, long millis, SpanStatus status, Map<String, Object> attributes) {
        spans.add(new TraceSpan(
                "%016x".formatted(spans.size() + 1),
                parents.isEmpty() ? "" : parents.peek(),
                name,
                "INTERNAL",
                BEGAN + from * NANOS,
                BEGAN + (from + millis) * NANOS,
                status,
                attributes,
                List.of(),
                List.of(),
                "test",
                Map.of()));
        return this;
    }
}
