package dev.junitllm.score.trace;

import dev.junitllm.SpanKind;
import dev.junitllm.Trace;
import dev.junitllm.TraceSpan;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The application, or each of its steps of a kind, took so long at most.
 *
 * @param kind of the steps, or {@code null} for the whole
 * @param most how long
 */
record LatencyRule(@Nullable SpanKind kind, Duration most) implements TraceRule {

    @Override
    public ScorerDescription describe() {
        return ScorerDescription.of(
                kind == null ? "max-latency" : "max-latency " + kind,
                Map.of("atMost", most.toString(), "of", kind == null ? "" : kind.name()));
    }

    @Override
    public boolean isAboutTime() {
        return true;
    }

    @Override
    public Score check(Trace trace) throws ScoringException {
        if (kind == null) {
            RecordedSteps.requireTrace(trace);
            return score(ElapsedTime.of(trace), "it took ");
        }
        RecordedSteps.of(trace);
        List<TraceSpan> steps = trace.ofKind(kind);
        TraceSpan slowest = steps.stream()
                .max(Comparator.comparing(TraceSpan::duration))
                .orElseThrow(() -> new ScoringException(
                        RecordedSteps.NO_STEPS,
                        "no step of kind %s is in the trace, so nothing could be slow or fast".formatted(kind)));
        return score(
                slowest.duration(),
                "the slowest %s step, %s, took ".formatted(kind, RecordedSteps.quoted(slowest.name())));
    }

    private Score score(Duration taken, String what) {
        boolean passed = taken.compareTo(most) <= 0;
        return Score.passOrFail(
                        passed,
                        what + ElapsedTime.show(taken) + (passed ? "" : ", longer than " + ElapsedTime.show(most)))
                .withDetails(new TreeMap<>(Map.of("limit ms", millis(most), "ms", millis(taken))));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
