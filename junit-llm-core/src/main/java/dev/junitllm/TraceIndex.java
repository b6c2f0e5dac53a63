package dev.junitllm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
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

    private final List<TraceSpan> spans;
    private final Map<String, Step> steps = new HashMap<>();
    private final Map<SpanKind, List<TraceSpan>> ofKind = new EnumMap<>(SpanKind.class);
    private final List<TraceSpan> modelCalls = new ArrayList<>();

    /** Made when it is first asked for, as it seldom is; two threads may both make it, and both are right. */
    private volatile @Nullable Map<String, List<TraceSpan>> children;

    private static final class Step {

        private final TraceSpan span;
        private final SpanKind kind;

        /** The kinds of all that it belongs to, once that is known. */
        private @Nullable Set<SpanKind> around;

        Step(TraceSpan span) {
            this.span = span;
            this.kind = span.kind();
        }

        boolean isInside(SpanKind other) {
            return around != null && around.contains(other);
        }
    }

    TraceIndex(List<TraceSpan> spans) {
        this.spans = spans;
        for (TraceSpan span : spans) {
            steps.putIfAbsent(span.spanId(), new Step(span));
        }
        for (TraceSpan span : spans) {
            Step step = step(span);
            lookAround(step);
            if (step.kind == SpanKind.EVALUATION || isOfApplication(span)) {
                add(span, step);
            }
        }
    }

    private void add(TraceSpan span, Step step) {
        List<TraceSpan> others = ofKind.get(step.kind);
        if (others == null) {
            others = new ArrayList<>();
            ofKind.put(step.kind, others);
        }
        others.add(span);
        if (step.kind == SpanKind.LLM && !step.isInside(SpanKind.LLM)) {
            modelCalls.add(span);
        }
    }

    /** The steps of a kind that the application made, or the scores. */
    List<TraceSpan> ofKind(SpanKind kind) {
        return Collections.unmodifiableList(ofKind.getOrDefault(kind, List.of()));
    }

    /** The application's calls of models, the outermost of each. */
    List<TraceSpan> modelCalls() {
        return Collections.unmodifiableList(modelCalls);
    }

    /** What is neither the root nor a score or anything in one. */
    boolean isOfApplication(TraceSpan span) {
        Step step = step(span);
        return !span.parentId().isEmpty() && step.kind != SpanKind.EVALUATION && !step.isInside(SpanKind.EVALUATION);
    }

    Optional<TraceSpan> parentOf(TraceSpan child) {
        Step parent = parent(child);
        return parent == null ? Optional.empty() : Optional.of(parent.span);
    }

    List<TraceSpan> childrenOf(TraceSpan parent) {
        Map<String, List<TraceSpan>> made = children;
        if (made == null) {
            made = new HashMap<>();
            for (TraceSpan span : spans) {
                made.computeIfAbsent(span.parentId(), id -> new ArrayList<>()).add(span);
            }
            children = made;
        }
        return List.copyOf(made.getOrDefault(parent.spanId(), List.of()));
    }

    private Step step(TraceSpan span) {
        Step step = steps.get(span.spanId());
        return step == null ? new Step(span) : step;
    }

    private @Nullable Step parent(TraceSpan span) {
        return span.parentId().isEmpty() ? null : steps.get(span.parentId());
    }

    /** Up to the first step whose surroundings are known, and down again: a chain may be thousands deep. */
    private void lookAround(Step step) {
        if (step.around != null) {
            return;
        }
        Step parent = parent(step.span);
        if (parent == null || parent.around != null) { // as it mostly is: parents begin first
            step.around = surroundings(parent);
            return;
        }
        List<Step> path = new ArrayList<>();
        Set<Step> seen = new HashSet<>();
        Step at = step;
        while (at != null && at.around == null && seen.add(at)) {
            path.add(at);
            at = parent(at.span);
        }
        for (int i = path.size() - 1; i >= 0; i--) {
            path.get(i).around = surroundings(parent(path.get(i).span));
        }
    }

    private static Set<SpanKind> surroundings(@Nullable Step parent) {
        if (parent == null) {
            return Set.of();
        }
        EnumSet<SpanKind> kinds = EnumSet.of(parent.kind);
        if (parent.around != null) {
            kinds.addAll(parent.around);
        }
        return kinds;
    }
}
