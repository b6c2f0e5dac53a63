package dev.junitllm.jupiter;

import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.run.KeptTrace;
import dev.junitllm.run.RunStore;
import dev.junitllm.run.TestId;
import dev.junitllm.run.TraceNote;
import dev.junitllm.trace.OpenTrace;
import dev.junitllm.trace.RunTraces;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The trace of one invocation, and the file it goes to. */
final class CaseTrace {

    /** Steps on other threads end a little after the body; those that never end must not cost more. */
    private static final Duration LATE_STEPS = Duration.ofMillis(500);

    private final OpenTrace trace;
    private final RunTraces traces;
    private final String file;

    private CaseTrace(OpenTrace trace, RunTraces traces, String file) {
        this.trace = trace;
        this.traces = traces;
        this.file = file;
    }

    /**
     * Begins the trace of an invocation.
     *
     * @param name tells the invocations of a test apart; empty where it has one
     * @param facts what else there is to say of it
     * @return the trace, or {@code null} where nothing is traced
     */
    static @Nullable CaseTrace begin(
            RunTraces traces, RunStore store, TestId test, String name, Map<String, Object> facts) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(TraceNames.TEST_CLASS, test.className());
        attributes.put(TraceNames.TEST_METHOD, test.method());
        attributes.putAll(facts);
        Optional<OpenTrace> open = traces.begin((test.displayName() + " " + name).strip(), attributes);
        return open.isEmpty() ? null : new CaseTrace(open.get(), traces, store.nextTraceFile(test, key(name, facts)));
    }

    /** The same in every run, however many samples it takes of a case. */
    private static String key(String name, Map<String, Object> facts) {
        return facts.getOrDefault(TraceNames.CASE_ID, name) + " " + facts.getOrDefault(TraceNames.SAMPLE, 1L);
    }

    OpenTrace open() {
        return trace;
    }

    /** Where it will be, from the run's folder. */
    String file() {
        return file;
    }

    /** What there is to say of it so far, without secrets, and where it will be. */
    TraceNote note(Trace soFar) {
        return TraceNote.of(traces.safe(soFar), file);
    }

    /** The body has ended. */
    Trace bodyEnded() {
        trace.settle(LATE_STEPS);
        return trace.soFar();
    }

    /** Ends it, without secrets. */
    KeptTrace end(String outcome, boolean failed, Map<String, String> attributes) {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            trace.attribute(TraceNames.ATTRIBUTE + attribute.getKey(), attribute.getValue());
        }
        trace.attribute(TraceNames.OUTCOME, outcome);
        Trace safe = traces.safe(trace.end(failed));
        traces.ended(safe);
        return new KeptTrace(file, safe);
    }
}
