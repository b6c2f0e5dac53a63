package dev.junitllm.trace.recording;

import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.Usage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A step that a library takes, while it is recorded: a span that says what is known, and nothing of what isn't. It ends once,
 * however often and on whatever thread it is ended. Safe for use by several threads.
 */
public final class RecordedStep {

    private final Span span;
    private final Context context;
    private final long began = System.nanoTime();
    private final AtomicBoolean streamed = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    private RecordedStep(Span span, Context context) {
        this.span = span;
        this.context = context;
    }

    /**
     * Begins a step.
     *
     * @param tracer records it
     * @param parent what it belongs to
     * @param kind what it is for
     * @param operation one of the {@code OPERATION} names of {@link TraceNames}; empty where there is none for it
     * @param subject the model, tool, … it is done with; empty where it isn't known
     * @return the step, which is not current on any thread
     */
    public static RecordedStep begin(Tracer tracer, Context parent, SpanKind kind, String operation, String subject) {
        return begin(tracer, parent, kind, operation, subject, null);
    }

    /**
     * Begins a step that has begun before.
     *
     * @param tracer records it
     * @param parent what it belongs to
     * @param kind what it is for
     * @param operation one of the {@code OPERATION} names of {@link TraceNames}; empty where there is none for it
     * @param subject the model, tool, … it is done with; empty where it isn't known
     * @param start when it began; now where it is {@code null}
     * @return the step, which is not current on any thread
     */
    public static RecordedStep begin(
            Tracer tracer, Context parent, SpanKind kind, String operation, String subject, @Nullable Instant start) {
        String label = kind.name().toLowerCase(Locale.ROOT);
        String name = operation.isEmpty() ? label : operation;
        SpanBuilder builder = tracer.spanBuilder(subject.isEmpty() ? name : name + " " + subject)
                .setParent(parent)
                .setSpanKind(role(kind))
                .setAttribute(TraceNames.KIND, label);
        if (!operation.isEmpty()) {
            builder.setAttribute(TraceNames.OPERATION_NAME, operation);
        }
        if (!kind.openInference().isEmpty()) {
            builder.setAttribute(TraceNames.OPEN_INFERENCE_KIND, kind.openInference());
        }
        if (start != null) {
            builder.setStartTimestamp(start);
        }
        Span span = builder.startSpan();
        return new RecordedStep(span, parent.with(span));
    }

    /** What the application leaves its own process for is a client's call. */
    private static io.opentelemetry.api.trace.SpanKind role(SpanKind kind) {
        return switch (kind) {
            case LLM, EMBEDDING, RETRIEVAL -> io.opentelemetry.api.trace.SpanKind.CLIENT;
            default -> io.opentelemetry.api.trace.SpanKind.INTERNAL;
        };
    }

    /**
     * What steps that belong to this one begin with.
     *
     * @return a context
     */
    public Context context() {
        return context;
    }

    /**
     * Says a text.
     *
     * @param name one of {@link TraceNames}
     * @param value the text; nothing is said where it is {@code null} or empty
     * @return this
     */
    public RecordedStep set(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            span.setAttribute(name, value);
        }
        return this;
    }

    /**
     * Says a number.
     *
     * @param name one of {@link TraceNames}
     * @param value a number; nothing is said where it is {@code null}
     * @return this
     */
    public RecordedStep set(String name, @Nullable Number value) {
        if (value instanceof Float) {
            span.setAttribute(name, Double.parseDouble(value.toString())); // 0.7, and not 0.699999988079071
        } else if (value instanceof Double real) {
            span.setAttribute(name, real);
        } else if (value != null) {
            span.setAttribute(name, value.longValue());
        }
        return this;
    }

    /**
     * Says several texts.
     *
     * @param name one of {@link TraceNames}
     * @param values the texts; nothing is said where there is none
     * @return this
     */
    public RecordedStep set(String name, @Nullable List<String> values) {
        if (values != null && !values.isEmpty()) {
            span.setAttribute(AttributeKey.stringArrayKey(name), List.copyOf(values));
        }
        return this;
    }

    /**
     * Says that something is so.
     *
     * @param name one of {@link TraceNames}
     * @param value whether it is; nothing is said where it isn't
     * @return this
     */
    public RecordedStep setIf(String name, boolean value) {
        if (value) {
            span.setAttribute(name, true);
        }
        return this;
    }

    /**
     * Says messages that go to a model, and the last of the user's as the step's input.
     *
     * @param messages the messages
     * @return this
     */
    public RecordedStep asked(TraceMessages messages) {
        return set(TraceNames.INPUT_MESSAGES, messages.json())
                .set(TraceNames.INPUT_VALUE, messages.lastText("user").orElse(null));
    }

    /**
     * Says what a model answered.
     *
     * @param messages the answer, or several where several were asked for
     * @return this
     */
    public RecordedStep answered(TraceMessages messages) {
        return set(TraceNames.OUTPUT_MESSAGES, messages.json())
                .set(TraceNames.OUTPUT_VALUE, messages.text().orElse(null));
    }

    /**
     * Says the tokens that a model took.
     *
     * @param usage the tokens; {@code null} or parts that are {@code null} aren't said
     * @return this
     */
    public RecordedStep usage(@Nullable Usage usage) {
        return usage == null
                ? this
                : set(TraceNames.USAGE_INPUT_TOKENS, usage.inputTokens())
                        .set(TraceNames.USAGE_OUTPUT_TOKENS, usage.outputTokens())
                        .set(TraceNames.USAGE_CACHE_READ_TOKENS, usage.cacheReadTokens())
                        .set(TraceNames.USAGE_CACHE_WRITE_TOKENS, usage.cacheWriteTokens())
                        .set(TraceNames.USAGE_REASONING_TOKENS, usage.reasoningTokens());
    }

    /** Says that the first piece of a streamed reply has come; what comes later changes nothing. */
    public void firstChunk() {
        if (!streamed.getAndSet(true)) {
            span.setAttribute(TraceNames.RESPONSE_TIME_TO_FIRST_CHUNK, (System.nanoTime() - began) / 1e9);
        }
    }

    /**
     * Says that the step failed.
     *
     * @param thrown why
     * @return this
     */
    public RecordedStep failed(Throwable thrown) {
        String message = thrown.getMessage();
        span.recordException(thrown);
        return failed(thrown.getClass().getName(), message == null ? "" : message);
    }

    /**
     * Says that the step failed.
     *
     * @param type a class, a status or a code
     * @param message why
     * @return this
     */
    public RecordedStep failed(String type, String message) {
        span.setStatus(StatusCode.ERROR, message);
        return set(TraceNames.ERROR_TYPE, type);
    }

    /** Ends the step. */
    public void end() {
        if (!ended.getAndSet(true)) {
            span.end();
        }
    }
}
