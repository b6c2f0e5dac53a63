package dev.junitllm;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who belongs to whom in a trace, found once. Spans may come from anywhere, so parents may be missing or go round in circles. */
final class TraceIndex {

    private final Map<String, TraceSpan> byId = new HashMap<>();
    private final Map<String, List<TraceSpan>> children = new HashMap<>();
    private final Map<String, SpanKind> kinds = new HashMap<>();

    private final Set<SpanKind> present = EnumSet.noneOf(SpanKind.class);

    /** The kinds of all that a step belongs to. */
    private final Map<String, EnumSet<SpanKind>> around = new HashMap<>();

    TraceIndex(List<TraceSpan> spans) {
        for (TraceSpan span : spans) {
            byId.putIfAbsent(span.spanId(), span);
            SpanKind kind = span.kind();
            kinds.putIfAbsent(span.spanId(), kind);
            present.add(kind);
            children.computeIfAbsent(span.parentId(), id -> new ArrayList<>()).add(span);
        }
        for (TraceSpan span : spans) {
            lookAround(span);
        }
    }

    /** Whether any step is of a kind. */
    boolean has(SpanKind kind) {
        return present.contains(kind);
    }

    Optional<TraceSpan> parentOf(TraceSpan child) {
        return child.parentId().isEmpty() ? Optional.empty() : Optional.ofNullable(byId.get(child.parentId()));
    }

    List<TraceSpan> childrenOf(TraceSpan parent) {
        return List.copyOf(children.getOrDefault(parent.spanId(), List.of()));
    }

    SpanKind kind(TraceSpan span) {
        SpanKind kind = kinds.get(span.spanId());
        return kind == null ? span.kind() : kind;
    }

    boolean isInside(TraceSpan span, SpanKind kind) {
        Set<SpanKind> known = around.get(span.spanId());
        return known != null && known.contains(kind);
    }

    /** Up to the first step whose surroundings are known, and down again: a chain may be thousands deep. */
    private void lookAround(TraceSpan span) {
        if (around.containsKey(span.spanId())) {
            return;
        }
        if (span.parentId().isEmpty() || around.containsKey(span.parentId())) { // as it mostly is: parents begin first
            around.put(span.spanId(), surroundings(span));
            return;
        }
        List<TraceSpan> path = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        TraceSpan at = span;
        while (at != null && !around.containsKey(at.spanId()) && seen.add(at.spanId())) {
            path.add(at);
            at = at.parentId().isEmpty() ? null : byId.get(at.parentId());
        }
        for (int i = path.size() - 1; i >= 0; i--) {
            around.put(path.get(i).spanId(), surroundings(path.get(i)));
        }
    }

    private EnumSet<SpanKind> surroundings(TraceSpan span) {
        TraceSpan parent = span.parentId().isEmpty() ? null : byId.get(span.parentId());
        EnumSet<SpanKind> kinds = EnumSet.noneOf(SpanKind.class);
        if (parent != null) {
            kinds.add(kind(parent));
            @Nullable EnumSet<SpanKind> above = around.get(parent.spanId());
            if (above != null) {
                kinds.addAll(above);
            }
        }
        return kinds;
    }
}
