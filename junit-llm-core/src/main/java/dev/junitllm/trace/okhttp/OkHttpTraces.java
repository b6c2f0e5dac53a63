package dev.junitllm.trace.okhttp;

import dev.junitllm.trace.Traces;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * Records what an application asks models through OkHttp, 4.12 or later: each call of OpenAI's chat completions, responses and
 * embeddings, of Anthropic's messages, of Gemini or of Ollama, or of any server that speaks like one of them, becomes a step of
 * the test's trace, with its messages, tools, parameters, tokens and what came back, streamed or not.
 *
 * <pre>{@code
 * OkHttpClient client = OkHttpTraces.trace(http);   // the application's own, with one interceptor more
 * }</pre>
 *
 * <p>The application reads the same bytes at the same time as without it. Of bodies over 4 MiB that aren't streamed only
 * their address is recorded. No header and no query is.
 */
public final class OkHttpTraces {

    private static final String SCOPE = "dev.junitllm.okhttp";

    private OkHttpTraces() {}

    /**
     * A client that does what another does, and records it. Its interceptor comes before all others, so that one call of the
     * application is one step, whatever retries, replays or redirects it; what is enqueued belongs to what was current where
     * the call was made.
     *
     * @param client the application's
     * @return one that shares its connections and threads
     */
    public static OkHttpClient trace(OkHttpClient client) {
        Tracer tracer = Traces.tracer(SCOPE);
        return trace(client, () -> tracer, Traces::areKept);
    }

    static OkHttpClient trace(OkHttpClient client, Supplier<Tracer> tracer, BooleanSupplier areKept) {
        CallContexts contexts = new CallContexts(client.eventListenerFactory());
        OkHttpClient.Builder builder = client.newBuilder().eventListenerFactory(contexts);
        builder.interceptors().add(0, new ModelCallInterceptor(tracer, areKept, contexts::of));
        return builder.build();
    }

    /**
     * An interceptor, for clients that take nothing else. To be added by {@code addInterceptor}, before all others, and not by
     * {@code addNetworkInterceptor}. What is enqueued belongs to no test's trace, unless the dispatcher's threads pass on
     * OpenTelemetry's context: {@link #trace} has no such limit.
     *
     * @return the interceptor
     */
    public static Interceptor interceptor() {
        Tracer tracer = Traces.tracer(SCOPE);
        return interceptor(() -> tracer, Traces::areKept);
    }

    static Interceptor interceptor(Supplier<Tracer> tracer, BooleanSupplier areKept) {
        return new ModelCallInterceptor(tracer, areKept, call -> Context.current());
    }
}
