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
 * What happened during one invocation of a test, step by step. Immutable.
 *
 * @param traceId 32 hexadecimal digits
 * @param spans the steps, by when they began; the first is the invocation itself
 */
public record Trace(String traceId, List<TraceSpan> spans) {

    private static final Comparator<TraceSpan> BY_BEGIN =
            Comparator.comparingLong(TraceSpan::startNanos).thenComparing(TraceSpan::spanId);

    /** Nothing was recorded. */
    public static final Trace NONE = new Trace("", List.of());

    /**
     * A trace.
     *
     * @param traceId 32 hexadecimal digits
     * @param spans the steps, in any order
     */
    public Trace {
        spans = spans.stream()
                .sorted(Comparator.comparing(
                                (TraceSpan span) -> !span.parentId().isEmpty())
                        .thenComparing(BY_BEGIN))
                .toList();
    }

    /**
     * The invocation itself.
     *
     * @return the step that belongs to no other; empty where nothing was recorded
     */
    public Optional<TraceSpan> root() {
        return spans.stream().filter(span -> span.parentId().isEmpty()).findFirst();
    }

    /**
     * The steps of a kind that the application made. What was made to score it (its scores, and the calls of judges below
     * them) is no step of the application.
     *
     * @param kind the kind
     * @return by when they began
     */
    public List<TraceSpan> ofKind(SpanKind kind) {
        return kind == SpanKind.EVALUATION
                ? spans.stream().filter(span -> span.kind() == kind).toList()
                : application().filter(span -> span.kind() == kind).toList();
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
        return spans.stream()
                .filter(span -> span.parentId().equals(parent.spanId()))
                .toList();
    }

    /**
     * The step that a step belongs to.
     *
     * @param child the step
     * @return its parent; empty for the invocation itself and where the parent was not recorded
     */
    public Optional<TraceSpan> parentOf(TraceSpan child) {
        return child.parentId().isEmpty()
                ? Optional.empty()
                : spans.stream()
                        .filter(span -> span.spanId().equals(child.parentId()))
                        .findFirst();
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
     * @return in US dollars; empty where the cost of one isn't known, or where none was made
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
                .filter(span -> !isInside(span, SpanKind.LLM))
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

    private boolean isOfEvaluation(TraceSpan span) {
        return span.kind() == SpanKind.EVALUATION || isInside(span, SpanKind.EVALUATION);
    }

    private boolean isInside(TraceSpan span, SpanKind kind) {
        Optional<TraceSpan> parent = parentOf(span);
        for (int depth = 0; parent.isPresent() && depth < spans.size(); depth++) {
            if (parent.get().kind() == kind) {
                return true;
            }
            parent = parentOf(parent.get());
        }
        return false;
    }

    private static @Nullable Long sum(List<Usage> usages, Function<Usage, @Nullable Long> part) {
        long sum = 0;
        for (Usage usage : usages) {
            Long count = part.apply(usage);
            if (count == null) {
                return null;
            }
            sum = Math.addExact(sum, count);
        }
        return usages.isEmpty() ? null : sum;
    }
}
