package dev.junitllm.jupiter;

import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.run.KeptTrace;
import dev.junitllm.run.TraceNote;
import dev.junitllm.trace.OpenTrace;
import dev.junitllm.trace.RunTraces;
import java.time.Duration;
import java.util.Map;

/** The trace of one invocation, and the file it goes to. */
final class CaseTrace {

    /** Steps on other threads end a little after the body; those that never end must not cost more. */
    private static final Duration LATE_STEPS = Duration.ofMillis(500);

    private final OpenTrace trace;
    private final RunTraces traces;
    private final String file;

    CaseTrace(OpenTrace trace, RunTraces traces, String file) {
        this.trace = trace;
        this.traces = traces;
        this.file = file;
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
        attributes.forEach((name, value) -> trace.attribute(TraceNames.ATTRIBUTE + name, value));
        trace.attribute(TraceNames.OUTCOME, outcome);
        Trace safe = traces.safe(trace.end(failed));
        traces.ended(safe);
        return new KeptTrace(file, safe);
    }
}
