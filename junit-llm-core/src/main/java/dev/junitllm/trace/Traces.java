package dev.junitllm.trace;

import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.math.BigDecimal;

/**
 * The way from an application's spans to the trace of the test that caused them. Every test that is traced runs inside a
 * root span; a span belongs to the test whose trace id it carries, whichever SDK made it. Safe for use by several threads.
 */
public final class Traces {

    /**
     * Deliberately one for the whole process, like OpenTelemetry's own global and its context: an application's SDK is built
     * once, and its spans must find the test they belong to whichever engine, class or thread runs it. It holds nothing but
     * what is open: runs and traces remove themselves when they end.
     */
    private static final ProcessTracing PROCESS = new ProcessTracing();

    private Traces() {}

    /**
     * For an application with an SDK of its own: gives its spans to the tests they belong to, and leaves those of others
     * alone. Spans reach it before any exporter decides about them.
     *
     * <pre>{@code SdkTracerProvider.builder().addSpanProcessor(Traces.spanProcessor()).build()}</pre>
     *
     * @return the same one at every call; shutting it down does nothing
     */
    public static SpanProcessor spanProcessor() {
        return PROCESS.router().ofApplications();
    }

    /**
     * For instrumentation: a tracer whose spans belong to the test that runs, through OpenTelemetry's current context.
     * Outside any test its spans are counted, and kept nowhere.
     *
     * @return a tracer of our own SDK
     */
    public static Tracer tracer() {
        return PROCESS.tracer();
    }

    /**
     * For instrumentation, under a name of its own.
     *
     * @param scope who makes the spans, such as {@code dev.junitllm.langchain4j}
     * @return a tracer of our own SDK
     */
    public static Tracer tracer(String scope) {
        return PROCESS.provider().get(scope);
    }

    /**
     * The trace of the test that runs here, as far as it has come: what a plain test of {@code @KeepTrace} makes its assertions
     * about.
     *
     * @return the trace, with its secrets; {@link Trace#NONE} outside of any test that is traced
     */
    public static Trace soFar() {
        String traceId = Span.current().getSpanContext().getTraceId();
        return PROCESS.router().find(traceId).map(OpenTrace::soFar).orElse(Trace.NONE);
    }

    /**
     * Makes steps of the calls of an object whose interface, or methods of it, are {@link Traced}.
     *
     * @param <T> the interface
     * @param bean the object
     * @param type the interface
     * @return an object that passes all calls on; equal to any other that wraps the same
     * @throws IllegalArgumentException where the type is no interface, or nothing of it is to be traced
     */
    public static <T> T wrap(T bean, Class<T> type) {
        return TracedBean.wrap(bean, type);
    }

    /**
     * Whether there is a step that others would belong to.
     *
     * @return false outside any trace
     */
    public static boolean isInside() {
        return Span.current().getSpanContext().isValid();
    }

    /**
     * Says what the current step cost, for who knows prices. Outside any trace it does nothing.
     *
     * @param amount the cost, at least 0
     * @param currency its currency, such as {@code USD}
     * @param estimated whether a price was missing for a part of it
     */
    public static void cost(BigDecimal amount, String currency, boolean estimated) {
        Span current = Span.current();
        current.setAttribute(TraceNames.COST_TOTAL, amount.doubleValue());
        if (!currency.equals("USD")) {
            current.setAttribute(TraceNames.COST_CURRENCY, currency);
        }
        if (estimated) {
            current.setAttribute(TraceNames.COST_ESTIMATED, true);
        }
    }

    /**
     * For instrumentation whose work is more than a span: whether anybody keeps what is recorded.
     *
     * @return false outside of test runs, and where {@code junit.llm.trace} is {@code off}
     */
    public static boolean areKept() {
        return PROCESS.router().hasRuns();
    }

    static ProcessTracing process() {
        return PROCESS;
    }
}
