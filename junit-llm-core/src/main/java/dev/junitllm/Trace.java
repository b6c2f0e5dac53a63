package dev.junitllm;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened during one invocation of a test, step by step. Immutable, and cheap to ask also where there are thousands of
 * steps.
 */
public final class Trace {

    private static final Comparator<TraceSpan> ROOT_FIRST_THEN_BY_BEGIN = Comparator.comparing(
                    (TraceSpan span) -> !span.parentId().isEmpty())
            .thenComparingLong(TraceSpan::startNanos)
            .thenComparing(TraceSpan::spanId);

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
        this.spans = spans.stream().sorted(ROOT_FIRST_THEN_BY_BEGIN).toList();
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
        return spans.stream().findFirst().filter(span -> span.parentId().isEmpty());
    }

    /**
     * The steps of a kind that the application made. What was made to score it (its scores, and the calls of judges below
     * them) is no step of the application.
     *
     * @param kind the kind
     * @return by when they began
     */
    public List<TraceSpan> ofKind(SpanKind kind) {
        Stream<TraceSpan> all = kind == SpanKind.EVALUATION ? spans.stream() : application();
        return all.filter(span -> index().kind(span) == kind).toList();
    }

    /**
     * The steps that the application made, without the invocation itself and without what was made to score it.
     *
     * @return by when they began
     */
    public Stream<TraceSpan> application() {
        return spans.stream().filter(span -> !span.parentId().isEmpty() && !isOfEvaluation(span));
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
        return ofKind(SpanKind.TOOL).stream()
                .map(TraceSpan::toolCall)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The documents the application retrieved.
     *
     * @return those of each search, in order, once each; empty where no search says what it found
     */
    public Optional<List<Document>> retrieved() {
        List<List<Document>> found = ofKind(SpanKind.RETRIEVAL).stream()
                .map(TraceSpan::documents)
                .flatMap(Optional::stream)
                .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.stream().flatMap(List::stream).distinct().toList());
    }

    /**
     * The tokens that the application's calls of models took.
     *
     * @return the sums; a sum is unknown where one of its parts is, or where no model was called
     */
    public Usage usage() {
        List<Usage> usages = modelCalls().stream().map(TraceSpan::usage).toList();
        return new Usage(
                sum(usages, Usage::inputTokens),
                sum(usages, Usage::outputTokens),
                sum(usages, Usage::cacheReadTokens),
                sum(usages, Usage::cacheWriteTokens),
                sum(usages, Usage::reasoningTokens));
    }

    /**
     * What the application's calls of models, embeddings included, cost.
     *
     * @return in US dollars, or in the currency of the prices that the settings name; empty where the cost of one isn't known, or where none was made
     */
    public Optional<BigDecimal> cost() {
        List<TraceSpan> calls = Stream.concat(modelCalls().stream(), ofKind(SpanKind.EMBEDDING).stream())
                .toList();
        return calls.isEmpty() || calls.stream().anyMatch(span -> span.cost().isEmpty())
                ? Optional.empty()
                : calls.stream().map(TraceSpan::cost).flatMap(Optional::stream).reduce(BigDecimal::add);
    }

    /**
     * The application's calls of models. Where one library's call contains another's, such as an HTTP client's, the inner
     * one is the same call, told twice.
     *
     * @return by when they began, the outermost of each
     */
    public List<TraceSpan> modelCalls() {
        return ofKind(SpanKind.LLM).stream()
                .filter(span -> !index().isInside(span, SpanKind.LLM))
                .toList();
    }

    /**
     * How long the first piece of the first streamed reply took, from when the invocation began.
     *
     * @return empty where no reply was streamed
     */
    public Optional<Duration> timeToFirstToken() {
        Optional<TraceSpan> streamed = ofKind(SpanKind.LLM).stream()
                .filter(span -> span.timeToFirstChunk().isPresent())
                .findFirst();
        return streamed.flatMap(span -> root().flatMap(root -> span.timeToFirstChunk()
                .map(time -> time.plusNanos(Math.max(0, span.startNanos() - root.startNanos())))));
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

    private boolean isOfEvaluation(TraceSpan span) {
        return index().kind(span) == SpanKind.EVALUATION || index().isInside(span, SpanKind.EVALUATION);
    }

    private TraceIndex index() {
        TraceIndex made = index;
        if (made == null) {
            made = new TraceIndex(spans);
            index = made;
        }
        return made;
    }

    private static @Nullable Long sum(List<Usage> usages, Function<Usage, @Nullable Long> part) {
        long sum = 0;
        for (Usage usage : usages) {
            Long count = part.apply(usage);
            if (count == null || count > Long.MAX_VALUE - sum) {
                return null;
            }
            sum += count;
        }
        return usages.isEmpty() ? null : sum;
    }
}
