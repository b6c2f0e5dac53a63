package dev.junitllm.trace.okhttp;

import dev.junitllm.trace.wire.WireAddress;
import dev.junitllm.trace.wire.WireCall;
import dev.junitllm.trace.wire.WireSpan;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Makes a span of each call of a model. Nothing it does can make a call fail. */
final class ModelCallInterceptor implements Interceptor {

    private static final int FIRST_ERROR = 400;
    private static final int LONGEST_ERROR = 1 << 16;

    private final Supplier<Tracer> tracer;
    private final BooleanSupplier areKept;
    private final Function<Call, Context> contexts;

    ModelCallInterceptor(Supplier<Tracer> tracer, BooleanSupplier areKept, Function<Call, Context> contexts) {
        this.tracer = tracer;
        this.areKept = areKept;
        this.contexts = contexts;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Optional<WireSpan> begun = begin(chain);
        if (begun.isEmpty()) {
            return chain.proceed(chain.request());
        }
        WireSpan span = begun.get();
        try {
            return recorded(proceed(chain, span), span);
        } catch (IOException | RuntimeException | Error e) {
            span.failed(e);
            throw e;
        }
    }

    @SuppressWarnings("try") // the scope is there to be closed
    private static Response proceed(Chain chain, WireSpan span) throws IOException {
        try (Scope scope = span.context().makeCurrent()) {
            return chain.proceed(chain.request());
        }
    }

    private Optional<WireSpan> begin(Chain chain) {
        if (!areKept.getAsBoolean()) {
            return Optional.empty();
        }
        try {
            Context parent = contexts.apply(chain.call());
            Request request = chain.request();
            HttpUrl url = request.url();
            WireAddress address = new WireAddress(url.host(), url.port(), url.encodedPath());
            if (!request.method().equals("POST") || !WireCall.mayBe(address)) {
                return Optional.empty();
            }
            Optional<WireCall> call =
                    WireCall.of(address, RequestCopy.of(request.body()), text(request.header("Content-Encoding")));
            return call.isEmpty() ? Optional.empty() : Optional.of(call.get().begin(tracer.get(), parent));
        } catch (RuntimeException e) {
            return Optional.empty(); // the call matters more than its trace
        }
    }

    private static Response recorded(Response response, WireSpan span) {
        ResponseBody body = response.body();
        if (body == null) {
            span.end();
            return response;
        }
        span.answered(
                response.code(), text(response.header("Content-Type")), text(response.header("Content-Encoding")));
        readError(response, body, span);
        return response.newBuilder().body(new RecordedBody(body, span)).build();
    }

    /** Many an application reads no error's body: it is read for the trace then, where it is short and says so. */
    private static void readError(Response response, ResponseBody body, WireSpan span) {
        if (response.code() < FIRST_ERROR || body.contentLength() < 0 || body.contentLength() > LONGEST_ERROR) {
            return;
        }
        try {
            body.source().request(body.contentLength());
            span.bytes(body.source().getBuffer().snapshot().toByteArray());
            span.end();
        } catch (IOException e) {
            span.failed(e); // and so will the application's reading
        }
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header;
    }
}
