package dev.junitllm.assertj;

import dev.junitllm.Trace;
import dev.junitllm.score.ScoringException;

/** The messages of failed assertions about traces: what is wrong, and the steps there are. */
final class TraceFailure {

    private TraceFailure() {}

    /** Something that is not as asked. */
    static String of(String reason, Trace trace) {
        return reason + steps(trace);
    }

    /** Something that the trace doesn't say. */
    static String unknown(ScoringException unknown, Trace trace) {
        return "an ERROR, not a failure of the application: %s: %s".formatted(unknown.kind(), unknown.getMessage())
                + steps(trace);
    }

    private static String steps(Trace trace) {
        String tree = StepTree.of(trace);
        return tree.isEmpty() ? "" : "\n  the steps:\n" + tree.indent(4).stripTrailing();
    }
}
