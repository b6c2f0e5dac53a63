package dev.junitllm;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a trace: a span, as OpenTelemetry calls it, that has ended. What it says is read by OpenTelemetry's names, and
 * by older ones and OpenInference's where those are missing. Immutable.
 *
 * @param spanId 16 hexadecimal digits, unique in its trace
 * @param parentId the step it belongs to; empty for the first one
 * @param name such as {@code chat gpt-4o-mini}
 * @param role OpenTelemetry's kind: {@code INTERNAL}, {@code CLIENT}, {@code SERVER}, {@code PRODUCER} or {@code CONSUMER}
 * @param startNanos when it began, in nanoseconds since 1970
 * @param endNanos when it ended, in nanoseconds since 1970
 * @param status whether it succeeded
 * @param attributes what there is to say of it, by {@link TraceNames}: texts, longs, doubles, booleans, or lists of one of these
 * @param events what happened during it, in order
 * @param links to other steps
 * @param scope the library that recorded it
 * @param resource what there is to say of the process that recorded it
 */
public record TraceSpan(
        String spanId,
        String parentId,
        String name,
        String role,
        long startNanos,
        long endNanos,
        SpanStatus status,
        Map<String, Object> attributes,
        List<SpanEvent> events,
        List<SpanLink> links,
        String scope,
        Map<String, Object> resource) {

    /**
     * A step.
     *
     * @param spanId its id
     * @param parentId the step it belongs to, or empty
     * @param name its name
     * @param role OpenTelemetry's kind
     * @param startNanos when it began
     * @param endNanos when it ended
     * @param status whether it succeeded
     * @param attributes what there is to say of it
     * @param events what happened during it
     * @param links to other steps
     * @param scope the library that recorded it
     * @param resource what there is to say of the process
     */
    public TraceSpan {
        attributes = SpanAttributes.copyOf(attributes);
        resource = SpanAttributes.copyOf(resource);
        events = List.copyOf(events);
        links = List.copyOf(links);
    }

    /**
     * What the step was for.
     *
     * @return by what it says of itself, else by its operation, else {@link SpanKind#OTHER}
     */
    public SpanKind kind() {
        return SpanReading.kind(this);
    }

    /**
     * How long it took.
     *
     * @return at least zero
     */
    public Duration duration() {
        return Duration.ofNanos(Math.max(0, endNanos - startNanos));
    }

    /**
     * Whether it failed.
     *
     * @return true where its status is an error
     */
    public boolean failed() {
        return status.code() == SpanStatus.Code.ERROR;
    }

    /**
     * Why it failed.
     *
     * @return what its status, its exception or its {@code error.type} says; empty where it did not fail
     */
    public Optional<String> error() {
        return SpanReading.error(this);
    }

    /**
     * An attribute that is a text.
     *
     * @param attribute its name
     * @return its value, or empty where there is none that is a text
     */
    public Optional<String> text(String attribute) {
        return attributes.get(attribute) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /**
     * An attribute that is a number.
     *
     * @param attribute its name
     * @return its value, or empty where there is none that is a number
     */
    public Optional<Number> number(String attribute) {
        return attributes.get(attribute) instanceof Number number ? Optional.of(number) : Optional.empty();
    }

    /**
     * The model.
     *
     * @return the one that answered, else the one that was asked for; empty where neither is said
     */
    public Optional<String> model() {
        Optional<String> answered = text(TraceNames.RESPONSE_MODEL);
        return answered.isPresent() ? answered : text(TraceNames.REQUEST_MODEL);
    }

    /**
     * The tokens this step took by itself.
     *
     * @return as said; {@link Usage#UNKNOWN} where nothing is
     */
    public Usage usage() {
        return SpanReading.usage(this);
    }

    /**
     * What this step cost by itself.
     *
     * @return in US dollars, unless the step names another currency; empty where it isn't known
     */
    public Optional<BigDecimal> cost() {
        Number cost = amount(TraceNames.COST_TOTAL);
        return cost == null ? Optional.empty() : Optional.of(new BigDecimal(cost.toString()));
    }

    /**
     * Why the model stopped.
     *
     * @return one for each choice, such as {@code stop}; empty where it isn't said
     */
    public List<String> finishReasons() {
        Object said = attributes.get(TraceNames.RESPONSE_FINISH_REASONS);
        if (said instanceof List<?> each) {
            List<String> reasons = new ArrayList<>();
            for (Object reason : each) {
                reasons.add(String.valueOf(reason));
            }
            return List.copyOf(reasons);
        }
        return said instanceof String reason ? List.of(reason) : List.of();
    }

    /**
     * The tool that was called.
     *
     * @return its name; empty where this is not a tool's step
     */
    public Optional<String> tool() {
        return kind() == SpanKind.TOOL
                ? Stream.concat(
                                Stream.of(TraceNames.TOOL_NAME, "tool.name")
                                        .map(this::text)
                                        .flatMap(Optional::stream),
                                Stream.of(name, "(no name)"))
                        .filter(said -> !said.isBlank())
                        .findFirst()
                : Optional.empty();
    }

    /**
     * The call of a tool, with its arguments.
     *
     * @return the call; arguments that aren't JSON become its {@code input}; empty where this is not a tool's step
     */
    public Optional<ToolCall> toolCall() {
        return tool().map(tool -> ToolCall.of(tool, SpanReading.arguments(this)));
    }

    /**
     * What was searched for.
     *
     * @return the query; empty where this is not a search or it isn't said
     */
    public Optional<String> query() {
        return text(TraceNames.RETRIEVAL_QUERY)
                .or(() -> kind() == SpanKind.RETRIEVAL ? text(TraceNames.INPUT_VALUE) : Optional.empty());
    }

    /**
     * What was found.
     *
     * @return the documents in order, or empty where this says of none: not even that there are none
     */
    public Optional<List<Document>> documents() {
        return SpanReading.documents(this);
    }

    /**
     * How long the first piece of a streamed reply took.
     *
     * @return since the step began; empty where it isn't said
     */
    public Optional<Duration> timeToFirstChunk() {
        Number seconds = amount(TraceNames.RESPONSE_TIME_TO_FIRST_CHUNK);
        return seconds == null
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Math.round(seconds.doubleValue() * 1e9)));
    }

    /** A number that can be one of seconds or money, or {@code null}. */
    private @Nullable Number amount(String attribute) {
        return attributes.get(attribute) instanceof Number number
                        && number.doubleValue() >= 0
                        && Double.isFinite(number.doubleValue())
                ? number
                : null;
    }
}
