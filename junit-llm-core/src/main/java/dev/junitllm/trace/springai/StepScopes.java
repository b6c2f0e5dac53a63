package dev.junitllm.trace.springai;

import dev.junitllm.trace.recording.RecordedStep;
import io.opentelemetry.context.Scope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** A span, and where it is current: on several threads at once, and on each more than once. Thread-safe. */
final class StepScopes {

    private final RecordedStep span;
    private final Map<Thread, Deque<Scope>> open = new HashMap<>();

    StepScopes(RecordedStep span) {
        this.span = span;
    }

    RecordedStep span() {
        return span;
    }

    @SuppressWarnings("MustBeClosedChecker") // closed with the observation's own scope
    synchronized void open() {
        open.computeIfAbsent(Thread.currentThread(), any -> new ArrayDeque<>())
                .push(span.context().makeCurrent());
    }

    synchronized void close() {
        Deque<Scope> scopes = open.get(Thread.currentThread());
        if (scopes != null && !scopes.isEmpty()) {
            scopes.pop().close();
            if (scopes.isEmpty()) {
                open.remove(Thread.currentThread());
            }
        }
    }

    synchronized void reset() {
        Deque<Scope> scopes = open.remove(Thread.currentThread());
        while (scopes != null && !scopes.isEmpty()) {
            scopes.pop().close();
        }
    }
}
