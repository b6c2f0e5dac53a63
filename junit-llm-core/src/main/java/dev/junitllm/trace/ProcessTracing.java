package dev.junitllm.trace;

import dev.junitllm.TraceNames;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;

/** What there is one of in a process: the router, our own SDK, and who is registered as OpenTelemetry's global. */
final class ProcessTracing {

    private static final String SCOPE = "dev.junitllm";

    private final SpanRouter router = new SpanRouter();

    /** Samples all there is, so that a sampler of the application's that heeds its parent does so too. */
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .setSampler(Sampler.alwaysOn())
            .setResource(Resource.create(Attributes.of(AttributeKey.stringKey(TraceNames.SERVICE_NAME), "junit-llm")))
            .addSpanProcessor(router)
            .build();

    private final Tracer tracer = provider.get(SCOPE);
    private final GlobalRegistration global = new GlobalRegistration(provider);

    SpanRouter router() {
        return router;
    }

    SdkTracerProvider provider() {
        return provider;
    }

    /** Of what is recorded by hand, and of the tests themselves. */
    Tracer tracer() {
        return tracer;
    }

    GlobalRegistration global() {
        return global;
    }
}
