package dev.junitllm.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's global, which can be set once: ours is there while tests run and nobody else's is, and taken away after
 * the last of them, so that an application that registers its own before the tests of the next class starts as ever.
 * Thread-safe.
 */
final class GlobalRegistration {

    private static final String PROBE = "00000000000000000000000000000001";

    private final OpenTelemetry ours;
    private int holders;
    private @Nullable OpenTelemetry registered;
    private boolean everRegistered;
    private @Nullable String remark;

    GlobalRegistration(TracerProvider provider) {
        this.ours = new OpenTelemetry() {
            @Override
            public TracerProvider getTracerProvider() {
                return provider;
            }

            @Override
            public ContextPropagators getPropagators() {
                return ContextPropagators.create(W3CTraceContextPropagator.getInstance());
            }
        };
    }

    synchronized void acquire() {
        holders++;
        if (registered != null || register()) {
            return;
        }
        OpenTelemetry theirs = GlobalOpenTelemetry.get(); // somebody has set it, or it would have been set now
        if (!isNoop(theirs)) {
            remark = "the application has registered an OpenTelemetry of its own: its spans are in the traces where"
                    + " dev.junitllm.trace.Traces.spanProcessor() is among its span processors";
            return;
        }
        GlobalOpenTelemetry.resetForTest();
        if (!everRegistered) {
            remark =
                    "OpenTelemetry's global was asked for before there was one, which made it one that does nothing: code"
                            + " that keeps a tracer from then records no spans (junit.llm.trace.global = early helps)";
        }
        register();
    }

    synchronized void release() {
        holders--;
        if (holders > 0 || registered == null) {
            return;
        }
        OpenTelemetry now = GlobalOpenTelemetry.get();
        if (now == registered || isNoop(now)) { // asking sets one that does nothing, where somebody has removed ours
            GlobalOpenTelemetry.resetForTest();
        }
        registered = null;
    }

    /** What there is to say about spans that may be missing. */
    synchronized Optional<String> remark() {
        return Optional.ofNullable(remark);
    }

    private boolean register() {
        try {
            GlobalOpenTelemetry.set(ours);
        } catch (IllegalStateException e) {
            return false; // OpenTelemetry says in no other way that there is one, in all of its versions
        }
        registered = GlobalOpenTelemetry.get();
        everRegistered = true;
        return true;
    }

    /** Below a parent that is not sampled an SDK makes a span of its own, which is kept nowhere; the one that does nothing hands the parent back. */
    private static boolean isNoop(OpenTelemetry telemetry) {
        SpanContext parent =
                SpanContext.create(PROBE, "0000000000000001", TraceFlags.getDefault(), TraceState.getDefault());
        Span span = telemetry
                .getTracer("dev.junitllm")
                .spanBuilder("probe")
                .setParent(Context.root().with(Span.wrap(parent)))
                .startSpan();
        return span.getSpanContext().getSpanId().equals(parent.getSpanId());
    }
}
