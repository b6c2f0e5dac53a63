package dev.junitllm.score.trace;

import dev.junitllm.Decimals;
import dev.junitllm.SpanEvent;
import dev.junitllm.SpanKind;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How long the application took, and how that is written. */
final class ElapsedTime {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private ElapsedTime() {}

    /** From when the invocation began until scoring did; in the test body, until now. */
    static Duration of(Trace trace) {
        long began =
                trace.spans().stream().mapToLong(TraceSpan::startNanos).min().orElse(0);
        LongStream scoring = trace.root().stream()
                .flatMap(root -> root.events().stream())
                .filter(event -> event.name().equals(TraceNames.SCORING))
                .mapToLong(SpanEvent::epochNanos);
        LongStream scores = trace.ofKind(SpanKind.EVALUATION).stream().mapToLong(TraceSpan::startNanos);
        long ended = LongStream.concat(scoring, scores)
                .min()
                .orElseGet(() -> Stream.concat(trace.root().stream(), trace.application())
                        .mapToLong(TraceSpan::endNanos)
                        .max()
                        .orElse(began));
        return Duration.ofNanos(Math.max(0, ended - began));
    }

    static String show(Duration duration) {
        double nanos = duration.toNanos();
        return nanos < NANOS_PER_SECOND
                ? Decimals.show(nanos / 1e6) + " ms"
                : Decimals.show(nanos / NANOS_PER_SECOND) + " s";
    }
}
