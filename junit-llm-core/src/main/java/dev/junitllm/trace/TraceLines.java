package dev.junitllm.trace;

import dev.junitllm.SpanEvent;
import dev.junitllm.TraceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lines of the log that belong to one trace, beside its spans: those may be an application's own, which sends them where it
 * likes, and nobody asked it to send its log. Thread-safe.
 */
final class TraceLines {

    private static final int MOST = 100;
    private static final int MOST_CHARACTERS = 1_000_000;

    private final List<Line> lines = new ArrayList<>();
    private long taken;
    private long characters;
    private long dropped;

    /** Whether one more is kept. */
    synchronized boolean takes() {
        if (taken == MOST) {
            dropped++;
            return false;
        }
        taken++;
        return true;
    }

    /** One that {@link #takes} has been asked about: its text is cut when it has been made safe, or half a secret could be left. */
    synchronized void add(String spanId, SpanEvent line) {
        long more = line.attributes().values().stream()
                .mapToLong(value -> String.valueOf(value).length())
                .sum();
        if (characters + more > MOST_CHARACTERS) {
            dropped++;
        } else {
            characters += more;
            lines.add(new Line(spanId, line));
        }
    }

    /** They have been read, and what comes later is too late. */
    synchronized void clear() {
        lines.clear();
        taken = MOST;
    }

    synchronized long dropped() {
        return dropped;
    }

    /** Each with its lines; the last of them is the root, which has those of steps that were not kept, too. */
    synchronized List<TraceSpan> in(List<TraceSpan> spans) {
        if (lines.isEmpty()) {
            return spans;
        }
        Set<String> kept = spans.stream().map(TraceSpan::spanId).collect(Collectors.toSet());
        String root = spans.get(spans.size() - 1).spanId();
        Map<String, List<SpanEvent>> byStep = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> kept.contains(line.spanId()) ? line.spanId() : root,
                        Collectors.mapping(Line::event, Collectors.toList())));
        List<TraceSpan> with = new ArrayList<>();
        for (TraceSpan span : spans) {
            List<SpanEvent> own = byStep.get(span.spanId());
            with.add(own == null ? span : SaidLater.events(span, own));
        }
        return with;
    }

    private record Line(String spanId, SpanEvent event) {}
}
