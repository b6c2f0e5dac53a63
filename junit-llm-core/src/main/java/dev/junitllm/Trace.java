package dev.junitllm;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened during one invocation of a test, step by step. Immutable, and cheap to ask also where there are thousands of
 * steps.
 */
public final class Trace {

    /** Nothing was recorded. */
    public static final Trace NONE = new Trace("", List.of());

    private final String traceId;
    private final List<TraceSpan> spans;

    /** Made when it is first asked for; two threads may both make it, and both are right. */
    private volatile @Nullable TraceIndex index;

    /**
     * A trace.
     *
     * @param traceId 32 hexadecimal digits
     * @param spans the steps, in any order
     */
    public Trace(String traceId, List<TraceSpan> spans) {
        this.traceId = traceId;
        List<TraceSpan> sorted = new ArrayList<>(spans);
        sorted.sort(Trace::compare);
        this.spans = List.copyOf(sorted);
    }

    /**
     * The trace's id.
     *
     * @return 32 hexadecimal digits; empty where nothing was recorded
     */
    public String traceId() {
        return traceId;
    }

    /**
     * All steps.
     *
     * @return the invocation itself, then the others by when they began
     */
    public List<TraceSpan> spans() {
        return spans;
    }

    /**
     * Whether nothing was recorded.
     *
     * @return true where there is no step
     */
    public boolean isEmpty() {
        return spans.isEmpty();
    }

    /**
     * The invocation itself.
     *
     * @return the step that belongs to no other; empty where nothing was recorded
     */
    public Optional<TraceSpan> root() {
        return spans.isEmpty() || !spans.get(0).parentId().isEmpty() ? Optional.empty() : Optional.of(spans.get(0));
    }

    /**
     * The steps of a kind that the application made. What was made to score it (its scores, and the calls of judges below
     * them) is no step of the application.
     *
     * @param kind the kind
     * @return by when they began
     */
    public List<TraceSpan> ofKind(SpanKind kind) {
        return index().ofKind(kind);
    }

    /**
     * The steps that the application made, without the invocation itself and without what was made to score it.
     *
     * @return by when they began
     */
    public Stream<TraceSpan> application() {
        return spans.stream().filter(this::isOfApplication);
    }

    /**
     * The steps that belong to a step.
     *
     * @param parent the step
     * @return by when they began
     */
    public List<TraceSpan> childrenOf(TraceSpan parent) {
        return index().childrenOf(parent);
    }

    /**
     * The step that a step belongs to.
     *
     * @param child the step
     * @return its parent; empty for the invocation itself and where the parent was not recorded
     */
    public Optional<TraceSpan> parentOf(TraceSpan child) {
        return index().parentOf(child);
    }

    /**
     * The tools the application called.
     *
     * @return the calls in the order they began
     */
    public List<ToolCall> toolCalls() {
        List<ToolCall> calls = new ArrayList<>();
        for (TraceSpan span : ofKind(SpanKind.TOOL)) {
            span.toolCall().ifPresent(calls::add);
        }
        return List.copyOf(calls);
    }

    /**
     * The documents the application retrieved.
     *
     * @return those of each search, in order, once each; empty where no search says what it found
     */
    public Optional<List<Document>> retrieved() {
        Optional<Set<Document>> all = Optional.empty();
        for (TraceSpan span : ofKind(SpanKind.RETRIEVAL)) {
            Optional<List<Document>> found = span.documents();
            if (found.isPresent()) {
                all = all.isPresent() ? all : Optional.of(new LinkedHashSet<>());
                all.get().addAll(found.get());
            }
        }
        return all.map(List::copyOf);
    }

    /**
     * The tokens that the application's calls of models took.
     *
     * @return the sums; a sum is unknown where one of its parts is, or where no model was called
     */
    public Usage usage() {
        Usage sum = null;
        for (TraceSpan call : modelCalls()) {
            sum = sum == null ? call.usage() : sum.plus(call.usage());
        }
        return sum == null ? Usage.UNKNOWN : sum;
    }

    /**
     * What the application's calls of models, embeddings included, cost.
     *
     * @return in US dollars, or in the currency of the prices that the settings name; empty where the cost of one isn't known, or where none was made
     */
    public Optional<BigDecimal> cost() {
        List<TraceSpan> calls = new ArrayList<>(modelCalls());
        calls.addAll(ofKind(SpanKind.EMBEDDING));
        BigDecimal sum = BigDecimal.ZERO;
        for (TraceSpan call : calls) {
            Optional<BigDecimal> cost = call.cost();
            if (cost.isEmpty()) {
                return cost;
            }
            sum = sum.add(cost.get());
        }
        return calls.isEmpty() ? Optional.empty() : Optional.of(sum);
    }

    /**
     * The application's calls of models. Where one library's call contains another's, such as an HTTP client's, the inner
     * one is the same call, told twice.
     *
     * @return by when they began, the outermost of each
     */
    public List<TraceSpan> modelCalls() {
        return index().modelCalls();
    }

    /**
     * How long the first piece of the first streamed reply took, from when the invocation began.
     *
     * @return empty where no reply was streamed
     */
    public Optional<Duration> timeToFirstToken() {
        Optional<TraceSpan> root = root();
        for (TraceSpan span : root.isEmpty() ? List.<TraceSpan>of() : ofKind(SpanKind.LLM)) {
            Optional<Duration> time = span.timeToFirstChunk();
            if (time.isPresent()) {
                return Optional.of(time.get()
                        .plusNanos(Math.max(0, span.startNanos() - root.get().startNanos())));
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Trace trace && traceId.equals(trace.traceId) && spans.equals(trace.spans);
    }

    @Override
    public int hashCode() {
        return 31 * traceId.hashCode() + spans.hashCode();
    }

    @Override
    public String toString() {
        return "trace " + traceId + " of " + spans.size() + " spans";
    }

    /** The root first, then by their beginning. */
    private static int compare(TraceSpan one, TraceSpan other) {
        int byPlace =
                Boolean.compare(!one.parentId().isEmpty(), !other.parentId().isEmpty());
        int byBegin = byPlace == 0 ? Long.compare(one.startNanos(), other.startNanos()) : byPlace;
        return byBegin == 0 ? one.spanId().compareTo(other.spanId()) : byBegin;
    }

    /** What is neither the root nor a score or anything in one. */
    boolean isOfApplication(TraceSpan span) {
        return index().isOfApplication(span);
    }

    private TraceIndex index() {
        TraceIndex made = index;
        if (made == null) {
            made = new TraceIndex(spans);
            index = made;
        }
        return made;
    }
}
