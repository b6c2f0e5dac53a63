package dev.junitllm.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Gives each span to the test whose trace id it carries. One that carries none of them belongs to no test as far as anyone
 * can tell: it is counted and named, never guessed into one. Called from the application's threads, so it does little and
 * throws nothing.
 */
final class SpanRouter implements SpanProcessor {

    private final Map<String, OpenTrace> open = new ConcurrentHashMap<>();
    private final List<RunTraces> runs = new CopyOnWriteArrayList<>();
    private final SpanProcessor ofApplications = new OfApplications();

    /** The one that applications add to an SDK of their own. */
    SpanProcessor ofApplications() {
        return ofApplications;
    }

    void add(OpenTrace trace) {
        open.put(trace.traceId(), trace);
    }

    void remove(OpenTrace trace) {
        open.remove(trace.traceId(), trace);
    }

    /** The open trace of an id. */
    Optional<OpenTrace> find(String traceId) {
        return Optional.ofNullable(open.get(traceId));
    }

    void add(RunTraces run) {
        runs.add(run);
    }

    void remove(RunTraces run) {
        runs.remove(run);
    }

    boolean hasRuns() {
        return !runs.isEmpty();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        OpenTrace trace = open.get(span.getSpanContext().getTraceId());
        if (trace != null) {
            trace.started(span);
        }
    }

    @Override
    public void onEnd(ReadableSpan span) {
        OpenTrace trace = open.get(span.getSpanContext().getTraceId());
        if (trace == null || !trace.ended(span)) {
            runs.forEach(run -> run.outside(span.getName()));
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    /** Shutting it down does nothing: an application may start again. */
    private final class OfApplications implements SpanProcessor {

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            SpanRouter.this.onStart(parent, span);
        }

        @Override
        public void onEnd(ReadableSpan span) {
            runs.forEach(RunTraces::hasSpansOfTheApplication);
            SpanRouter.this.onEnd(span);
        }

        @Override
        public boolean isStartRequired() {
            return true;
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }
}
