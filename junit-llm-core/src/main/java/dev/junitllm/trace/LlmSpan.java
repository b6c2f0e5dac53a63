package dev.junitllm.trace;

import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.recording.RecordedStep;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A step of the application, recorded by hand. It belongs to whatever span is current, whichever library made that, and is
 * itself the current one until it is closed, on the thread that made it:
 *
 * <pre>{@code
 * try (var span = LlmSpan.retrieval("handbook")) {
 *     span.query(question);
 *     span.documents(index.search(question));
 * }
 * }</pre>
 *
 * <p>The forms that take the work itself record what it returns and throws, too. Outside any test steps are counted, and kept
 * nowhere. Each is for one thread at a time, but for {@link #context()}.
 */
public abstract class LlmSpan implements AutoCloseable {

    private final RecordedStep step;
    private final Span span;
    private final Scope scope;
    private boolean hasOutput;

    /**
     * Begins a step and makes it the current one.
     *
     * @param kind what it is for
     * @param operation one of the {@code OPERATION} names of {@link TraceNames}; empty where there is none for it
     * @param subject the model, tool, … it is done with
     */
    LlmSpan(SpanKind kind, String operation, String subject) {
        this(kind, operation, subject, Context.current(), null);
    }

    /**
     * Begins a step and makes it the current one.
     *
     * @param kind what it is for
     * @param operation one of the {@code OPERATION} names of {@link TraceNames}; empty where there is none for it
     * @param subject the model, tool, … it is done with
     * @param parent what it belongs to
     * @param linked what it is about, or {@code null}
     */
    @SuppressWarnings("MustBeClosedChecker") // closed by close(), as the caller is told
    LlmSpan(SpanKind kind, String operation, String subject, Context parent, @Nullable SpanContext linked) {
        this.step = RecordedStep.begin(Traces.tracer(), parent, kind, operation, subject);
        this.span = Span.fromContext(step.context());
        if (linked != null) {
            span.addLink(linked);
        }
        this.scope = step.context().makeCurrent();
    }

    /**
     * Begins a call of a language model.
     *
     * @param model the model that is asked for
     * @return the step, to be closed
     */
    public static ModelSpan llm(String model) {
        return new ModelSpan(model);
    }

    /**
     * Records a call of a language model.
     *
     * @param <T> what the work returns
     * @param <E> what the work throws
     * @param model the model that is asked for
     * @param work what is done; a text that it returns is the completion, unless it records one
     * @return what the work returns
     * @throws E what the work throws
     */
    public static <T extends @Nullable Object, E extends Exception> T llm(String model, SpanWork<ModelSpan, T, E> work)
            throws E {
        return run(llm(model), work);
    }

    /**
     * Begins several steps in an order that the code decides.
     *
     * @param name what the chain is called
     * @return the step, to be closed
     */
    public static StepSpan chain(String name) {
        return new StepSpan(SpanKind.CHAIN, TraceNames.OPERATION_INVOKE_WORKFLOW, TraceNames.WORKFLOW_NAME, name);
    }

    /**
     * Records several steps in an order that the code decides.
     *
     * @param <T> what the work returns
     * @param <E> what the work throws
     * @param name what the chain is called
     * @param work what is done; what it returns is the output, unless it records one
     * @return what the work returns
     * @throws E what the work throws
     */
    public static <T extends @Nullable Object, E extends Exception> T chain(String name, SpanWork<StepSpan, T, E> work)
            throws E {
        return run(chain(name), work);
    }

    /**
     * Begins several steps in an order that a model decides.
     *
     * @param name what the agent is called
     * @return the step, to be closed
     */
    public static StepSpan agent(String name) {
        return new StepSpan(SpanKind.AGENT, TraceNames.OPERATION_INVOKE_AGENT, TraceNames.AGENT_NAME, name);
    }

    /**
     * Records several steps in an order that a model decides.
     *
     * @param <T> what the work returns
     * @param <E> what the work throws
     * @param name what the agent is called
     * @param work what is done; what it returns is the output, unless it records one
     * @return what the work returns
     * @throws E what the work throws
     */
    public static <T extends @Nullable Object, E extends Exception> T agent(String name, SpanWork<StepSpan, T, E> work)
            throws E {
        return run(agent(name), work);
    }

    /**
     * Begins a call of a tool.
     *
     * @param name the tool
     * @return the step, to be closed
     */
    public static ToolSpan tool(String name) {
        return new ToolSpan(name);
    }

    /**
     * Records a call of a tool.
     *
     * @param <T> what the work returns
     * @param <E> what the work throws
     * @param name the tool
     * @param work what is done; what it returns is the tool's result, unless it records one
     * @return what the work returns
     * @throws E what the work throws
     */
    public static <T extends @Nullable Object, E extends Exception> T tool(String name, SpanWork<ToolSpan, T, E> work)
            throws E {
        return run(tool(name), work);
    }

    /**
     * Begins a search for documents.
     *
     * @param source what is searched
     * @return the step, to be closed
     */
    public static RetrievalSpan retrieval(String source) {
        return new RetrievalSpan(source);
    }

    /**
     * Records a search for documents.
     *
     * @param <T> what the work returns
     * @param <E> what the work throws
     * @param source what is searched
     * @param work what is done; a list of {@link dev.junitllm.Document} that it returns is what was found, unless it records that
     * @return what the work returns
     * @throws E what the work throws
     */
    public static <T extends @Nullable Object, E extends Exception> T retrieval(
            String source, SpanWork<RetrievalSpan, T, E> work) throws E {
        return run(retrieval(source), work);
    }

    /**
     * Begins an embedding of texts.
     *
     * @param model the model that is asked for
     * @return the step, to be closed
     */
    public static EmbeddingSpan embedding(String model) {
        return new EmbeddingSpan(model);
    }

    /**
     * Records an embedding of texts.
     *
     * @param <T> what the work returns
     * @param <E> what the work throws
     * @param model the model that is asked for
     * @param work what is done; the length of a vector that it returns is the number of dimensions, unless it records that
     * @return what the work returns
     * @throws E what the work throws
     */
    public static <T extends @Nullable Object, E extends Exception> T embedding(
            String model, SpanWork<EmbeddingSpan, T, E> work) throws E {
        return run(embedding(model), work);
    }

    /**
     * Begins a score that the test makes by itself.
     *
     * @param name the score
     * @return the step, to be closed
     */
    public static EvaluationSpan evaluation(String name) {
        return new EvaluationSpan(name);
    }

    /**
     * Records a score that the test makes by itself.
     *
     * @param <T> what the work returns
     * @param <E> what the work throws
     * @param name the score
     * @param work what is done; a number that it returns is the score, unless it records one
     * @return what the work returns
     * @throws E what the work throws
     */
    public static <T extends @Nullable Object, E extends Exception> T evaluation(
            String name, SpanWork<EvaluationSpan, T, E> work) throws E {
        return run(evaluation(name), work);
    }

    /**
     * Begins a check of what goes in or comes out.
     *
     * @param name what the guardrail is called
     * @return the step, to be closed
     */
    public static StepSpan guardrail(String name) {
        return new StepSpan(SpanKind.GUARDRAIL, "", "", name);
    }

    /**
     * Records a check of what goes in or comes out.
     *
     * @param <T> what the work returns
     * @param <E> what the work throws
     * @param name what the guardrail is called
     * @param work what is done; what it returns is the output, unless it records one
     * @return what the work returns
     * @throws E what the work throws
     */
    public static <T extends @Nullable Object, E extends Exception> T guardrail(
            String name, SpanWork<StepSpan, T, E> work) throws E {
        return run(guardrail(name), work);
    }

    private static <S extends LlmSpan, T extends @Nullable Object, E extends Exception> T run(
            S span, SpanWork<S, T, E> work) throws E {
        try (span) {
            try {
                T result = work.apply(span);
                if (result != null) {
                    span.returned(result);
                }
                return result;
            } catch (Throwable e) {
                span.error(e);
                throw e;
            }
        }
    }

    /**
     * Says what went in.
     *
     * @param value a text, or anything that JSON can say
     */
    public void input(Object value) {
        put(TraceNames.INPUT_VALUE, ValueText.of(value));
    }

    /**
     * Says what came out.
     *
     * @param value a text, or anything that JSON can say
     */
    public void output(Object value) {
        hasOutput = true;
        put(TraceNames.OUTPUT_VALUE, ValueText.of(value));
    }

    /**
     * Says something else of the step.
     *
     * @param name its name, best one of {@link TraceNames} or of the application's own with dots in it
     * @param value a text, a whole or other number, or a boolean; anything else as JSON says it
     */
    public void attribute(String name, Object value) {
        if (value instanceof Boolean truth) {
            span.setAttribute(name, truth);
        } else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            span.setAttribute(name, ((Number) value).longValue());
        } else if (value instanceof Number number) {
            span.setAttribute(name, number.doubleValue());
        } else {
            put(name, ValueText.of(value));
        }
    }

    /**
     * Says that the step failed.
     *
     * @param thrown why
     */
    public void error(Throwable thrown) {
        span.setAttribute(TraceNames.ERROR_TYPE, thrown.getClass().getName());
        span.setStatus(StatusCode.ERROR, ValueText.of(thrown));
        try {
            span.recordException(thrown);
        } catch (RuntimeException | StackOverflowError e) {
            // one that can't say what it is: the step says so, and what the application threw goes on
        }
    }

    /**
     * The context in which this step is the current one, for what it has done on other threads.
     *
     * @return to be wrapped around tasks, as OpenTelemetry's {@code Context} says
     */
    public final Context context() {
        return step.context();
    }

    /** Ends the step; what was current before is so again. */
    @Override
    public void close() {
        leave();
        end();
    }

    /** What was current before is so again, on the thread that made this; the step goes on. */
    final void leave() {
        scope.close();
    }

    /** Ends the step, on any thread. */
    final void end() {
        step.end();
    }

    /** Notes what the work returned, where the step has nothing better. */
    void returned(Object result) {
        if (!hasOutput) {
            output(result);
        }
    }

    final boolean hasOutput() {
        return hasOutput;
    }

    final RecordedStep step() {
        return step;
    }

    final Span span() {
        return span;
    }

    final void put(String name, String value) {
        span.setAttribute(name, value);
    }

    /** In US dollars. */
    final void putCost(BigDecimal dollars) {
        if (dollars.signum() < 0) {
            throw new IllegalArgumentException("a cost can't be below zero, unlike " + dollars);
        }
        span.setAttribute(TraceNames.COST_TOTAL, dollars.doubleValue());
    }
}
