package dev.junitllm.trace;

import dev.junitllm.SpanKind;
import dev.junitllm.Trace;
import dev.junitllm.TraceSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps of a trace as they are shown: each below the one it belongs to. Whatever libraries recorded becomes a tree: a
 * step whose parent is missing, is itself, or belongs to the step in turn, stands below the invocation. Immutable.
 *
 * @param steps each before those that belong to it, which follow by when they began
 */
public record SpanTree(List<Step> steps) {

    /**
     * A step in its place.
     *
     * @param span the step
     * @param depth 0 for the invocation, 1 for what stands directly below it, and so on
     * @param parent the place of the step it belongs to, or -1
     * @param ownNanos how long it took without the steps directly below it, in nanoseconds
     * @param ofEvaluation whether it was made to score the answer, not by the application
     */
    public record Step(TraceSpan span, int depth, int parent, long ownNanos, boolean ofEvaluation) {}

    /**
     * A tree.
     *
     * @param steps each before those that belong to it
     */
    public SpanTree {
        steps = List.copyOf(steps);
    }

    /**
     * Puts the steps of a trace in their places.
     *
     * @param trace the trace
     * @return its tree, with each of its steps once
     */
    public static SpanTree of(Trace trace) {
        return new Building(trace.spans()).tree();
    }

    /** Without recursion: nothing says how deep what a library recorded is nested. */
    private static final class Building {

        private final List<TraceSpan> spans;
        private final boolean[] placed;
        private final List<List<Integer>> children = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();

        Building(List<TraceSpan> spans) {
            this.spans = spans;
            this.placed = new boolean[spans.size()];
            spans.forEach(span -> children.add(new ArrayList<>()));
        }

        SpanTree tree() {
            boolean rooted = !spans.isEmpty() && spans.get(0).parentId().isEmpty();
            Map<String, Integer> places = new HashMap<>();
            for (int i = 0; i < spans.size(); i++) {
                places.putIfAbsent(spans.get(i).spanId(), i);
            }
            List<Integer> tops = new ArrayList<>();
            for (int i = 0; i < spans.size(); i++) {
                Integer parent = places.get(spans.get(i).parentId());
                if (parent != null && parent != i) {
                    children.get(parent).add(i);
                } else if (rooted && i > 0) {
                    children.get(0).add(i);
                } else {
                    tops.add(i);
                }
            }
            if (rooted) {
                circular().forEach(children.get(0)::add);
                children.get(0)
                        .sort(Comparator.comparingLong(place -> spans.get(place).startNanos()));
            }
            tops.forEach(this::place);
            for (int i = 0; i < spans.size(); i++) {
                place(i);
            }
            return new SpanTree(steps);
        }

        /** One step of each circle, so that what belongs to it is reached. */
        private List<Integer> circular() {
            boolean[] reached = new boolean[spans.size()];
            List<Integer> first = new ArrayList<>();
            for (int i = 0; i < spans.size(); i++) {
                if (!reached[i] && i > 0) {
                    first.add(i);
                }
                Deque<Integer> open = new ArrayDeque<>(List.of(i));
                while (!open.isEmpty()) {
                    int place = open.pop();
                    if (!reached[place]) {
                        reached[place] = true;
                        open.addAll(children.get(place));
                    }
                }
            }
            return first;
        }

        private void place(int top) {
            Deque<Open> open = new ArrayDeque<>(List.of(new Open(top, 0, -1, false)));
            while (!open.isEmpty()) {
                Open next = open.pop();
                if (placed[next.place]) {
                    continue;
                }
                placed[next.place] = true;
                TraceSpan span = spans.get(next.place);
                boolean evaluation = next.ofEvaluation || span.kind() == SpanKind.EVALUATION;
                steps.add(new Step(span, next.depth, next.parent, ownNanos(next.place), evaluation));
                List<Integer> below = children.get(next.place);
                for (int i = below.size() - 1; i >= 0; i--) {
                    open.push(new Open(below.get(i), next.depth + 1, steps.size() - 1, evaluation));
                }
            }
        }

        /** What runs side by side counts once. */
        private long ownNanos(int place) {
            TraceSpan span = spans.get(place);
            long covered = 0;
            long until = span.startNanos();
            for (int child : children.get(place)) {
                long from = Math.max(until, spans.get(child).startNanos());
                long to = Math.min(span.endNanos(), spans.get(child).endNanos());
                if (to > from) {
                    covered += to - from;
                    until = to;
                }
            }
            return Math.max(0, span.duration().toNanos() - covered);
        }

        /** A step that is to be placed. */
        private record Open(int place, int depth, int parent, boolean ofEvaluation) {}
    }
}
