package dev.junitllm.trace;

import dev.junitllm.SpanEvent;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadableSpan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * The trace of one invocation of a test, while it runs. Steps come from the threads of the application, several at once,
 * and some may never end. Thread-safe.
 */
public final class OpenTrace {

    private final Span root;
    private final Context context;
    private final SpanRouter router;
    private final RunTraces run;
    private final int most;
    private final Object lock = new Object();
    private final Map<String, ReadableSpan> open = new HashMap<>();
    private final List<TraceSpan> ended = new ArrayList<>();
    private final Set<String> left = new HashSet<>();
    private final TraceLines lines = new TraceLines();
    private long dropped;
    private boolean closed;

    OpenTrace(Span root, SpanRouter router, RunTraces run, int most) {
        this.root = root;
        this.context = Context.current().with(root);
        this.router = router;
        this.run = run;
        this.most = most;
    }

    /**
     * The trace's id.
     *
     * @return 32 hexadecimal digits
     */
    public String traceId() {
        return root.getSpanContext().getTraceId();
    }

    /**
     * The context in which the test's root span is the current one.
     *
     * @return to be made current where the test runs, on any thread
     */
    public Context context() {
        return context;
    }

    /**
     * Adds a fact about the invocation.
     *
     * @param name one of {@link TraceNames}, or a name that begins with one
     * @param value the fact
     */
    public void attribute(String name, String value) {
        root.setAttribute(name, value);
    }

    /**
     * Says what the case is tagged with.
     *
     * @param tags the tags
     */
    public void tags(List<String> tags) {
        root.setAttribute(AttributeKey.stringArrayKey(TraceNames.TAGS), tags);
    }

    /**
     * Notes what the test body threw.
     *
     * @param thrown what it threw
     * @param safe removes from what it says what a trace by itself can't, since it doesn't know what is quoted
     */
    public void threw(Throwable thrown, UnaryOperator<String> safe) {
        StringWriter stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack, true));
        AttributesBuilder said =
                Attributes.builder().put(TraceNames.EXCEPTION_STACKTRACE, safe.apply(stack.toString()));
        String message = thrown.getMessage();
        if (message != null) {
            said.put(TraceNames.EXCEPTION_MESSAGE, safe.apply(message));
        }
        root.recordException(thrown, said.build());
        root.setAttribute(TraceNames.ERROR_TYPE, thrown.getClass().getName());
        root.setStatus(StatusCode.ERROR);
    }

    /** Whether one more line of the log is kept, of those of a run. */
    boolean takesLine(RunTraces of) {
        return of == run && lines.takes();
    }

    /** A line of the log that was written in a step. */
    void line(String spanId, SpanEvent line) {
        lines.add(spanId, line);
    }

    /**
     * The test body has ended: waits for steps that have not, such as those of other threads.
     *
     * @param atMost how long; it takes no time where all have ended
     */
    public void settle(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (lock) {
            try {
                for (long wait = atMost.toNanos(); !open.isEmpty() && wait > 0; wait = deadline - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.timedWait(lock, wait);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        root.addEvent(TraceNames.SCORING);
    }

    /**
     * Begins a score of what has happened, as a step of this trace with a link to what is scored.
     *
     * @param name the score
     * @param scored the trace whose last call of a model is scored, else the invocation as a whole
     * @return the step, the current one on this thread until it is closed
     */
    public EvaluationSpan beginScore(String name, Trace scored) {
        List<TraceSpan> calls = scored.modelCalls();
        return new EvaluationSpan(
                name,
                context,
                calls.isEmpty()
                        ? root.getSpanContext()
                        : SpanContext.create(
                                scored.traceId(),
                                calls.get(calls.size() - 1).spanId(),
                                TraceFlags.getSampled(),
                                TraceState.getDefault()));
    }

    /**
     * What has happened so far.
     *
     * @return the trace, with its secrets; what has not ended yet ends now
     */
    public Trace soFar() {
        List<TraceSpan> spans = new ArrayList<>();
        synchronized (lock) {
            spans.addAll(ended);
            for (ReadableSpan span : open.values()) {
                spans.add(run.spans().notEnded(span));
            }
        }
        spans.add(run.spans().of((ReadableSpan) root));
        return new Trace(traceId(), lines.in(spans));
    }

    /**
     * Ends the trace; to be called once. What begins later is counted as outside any test.
     *
     * @param failed whether the test did not pass
     * @return the trace, with its secrets
     */
    public Trace end(boolean failed) {
        if (failed) {
            root.setStatus(StatusCode.ERROR);
        }
        synchronized (lock) {
            if (dropped > 0) {
                root.setAttribute(AttributeKey.longKey(TraceNames.DROPPED), dropped);
            }
            if (lines.dropped() > 0) {
                root.setAttribute(AttributeKey.longKey(TraceNames.LOG_DROPPED), lines.dropped());
            }
            Trace trace;
            try {
                root.end();
            } finally {
                trace = soFar();
                close(trace);
            }
            return trace;
        }
    }

    private void close(Trace trace) {
        if (closed) {
            return;
        }
        closed = true;
        run.kept(trace.spans().size(), dropped);
        left.addAll(open.keySet());
        open.clear();
        ended.clear();
        lines.clear();
        if (left.isEmpty()) {
            router.remove(this);
        } else {
            run.late(this);
        }
    }

    /** Forgets what has not ended: the run has. */
    void abandon() {
        router.remove(this);
    }

    void started(ReadableSpan span) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            if (open.size() + ended.size() >= most) {
                dropped++;
            } else {
                open.put(span.getSpanContext().getSpanId(), span);
            }
        }
    }

    /** Returns false where the span comes too late to be kept, and has not been kept as one that did not end. */
    boolean ended(ReadableSpan span) {
        String id = span.getSpanContext().getSpanId();
        synchronized (lock) {
            if (closed) {
                boolean known = left.remove(id);
                if (known && left.isEmpty()) {
                    router.remove(this);
                    run.settled(this);
                }
                return known || id.equals(root.getSpanContext().getSpanId());
            }
            if (open.remove(id) != null) {
                ended.add(run.priced(run.spans().of(span)));
                if (open.isEmpty()) {
                    lock.notifyAll();
                }
            }
            return true;
        }
    }
}
