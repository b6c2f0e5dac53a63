package dev.junitllm.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's global, which can be set once: ours is there while tests run and nobody else's is, and taken away after
 * the last of them, so that an application that registers its own before the tests of the next class starts as ever.
 * Thread-safe.
 */
final class GlobalRegistration {

    /** What was there already. */
    enum Found {
        /** Nothing, or ours. */
        NOTHING,
        /** One of the application's. */
        OF_THE_APPLICATION,
        /** Somebody asked for it before there was one, which made it one that does nothing; it is replaced. */
        ONE_THAT_DOES_NOTHING
    }

    private static final String PROBE = "00000000000000000000000000000001";

    private final OpenTelemetry ours;
    private int holders;
    private @Nullable OpenTelemetry registered;

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

    synchronized Found acquire() {
        holders++;
        if (registered != null || register()) {
            return Found.NOTHING;
        }
        if (!isNoop(GlobalOpenTelemetry.get())) { // somebody has set it, or it would have been set now
            return Found.OF_THE_APPLICATION;
        }
        GlobalOpenTelemetry.resetForTest();
        register();
        return Found.ONE_THAT_DOES_NOTHING;
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

    private boolean register() {
        try {
            GlobalOpenTelemetry.set(ours);
        } catch (IllegalStateException e) {
            return false; // OpenTelemetry says in no other way that there is one, in all of its versions
        }
        registered = GlobalOpenTelemetry.get();
        return true;
    }

    /** One that has meters is somebody's, though it has no tracers. Below a parent that is not sampled an SDK makes a span of its own, which is kept nowhere; the one that does nothing hands the parent back. */
    private static boolean isNoop(OpenTelemetry telemetry) {
        if (telemetry.getMeterProvider() != MeterProvider.noop()) {
            return false;
        }
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
