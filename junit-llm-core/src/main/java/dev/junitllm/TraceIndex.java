package dev.junitllm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
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

        /** Whether it is known what it belongs to. */
        private boolean isPlaced;

        private boolean isInCall;
        private boolean isInScore;

        Step(TraceSpan span) {
            this.span = span;
            this.kind = span.kind();
        }

        void place(@Nullable Step parent) {
            isPlaced = true;
            isInCall = parent != null && (parent.isInCall || parent.kind == SpanKind.LLM);
            isInScore = parent != null && (parent.isInScore || parent.kind == SpanKind.EVALUATION);
        }
    }

    TraceIndex(List<TraceSpan> spans) {
        this.spans = spans;
        for (TraceSpan span : spans) {
            steps.putIfAbsent(span.spanId(), new Step(span));
        }
        for (TraceSpan span : spans) {
            Step step = step(span);
            place(step);
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
        if (step.kind == SpanKind.LLM && !step.isInCall) {
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
        return !span.parentId().isEmpty() && step.kind != SpanKind.EVALUATION && !step.isInScore;
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
    private void place(Step step) {
        if (step.isPlaced) {
            return;
        }
        Step parent = parent(step.span);
        if (parent == null || parent.isPlaced) { // as it mostly is: parents begin first
            step.place(parent);
            return;
        }
        List<Step> path = new ArrayList<>();
        Set<Step> seen = new HashSet<>();
        Step at = step;
        while (at != null && !at.isPlaced && seen.add(at)) {
            path.add(at);
            at = parent(at.span);
        }
        for (int i = path.size() - 1; i >= 0; i--) {
            path.get(i).place(parent(path.get(i).span));
        }
    }
}
