package dev.junitllm.trace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.recording.RecordedStep;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Optional;

/** A request of HTTP that calls a model, recognised by its path and its body. Immutable. */
public final class WireCall {

    /** Of a longer body nothing is read. */
    public static final int LONGEST_BODY = 4 << 20;

    private final WireFormat format;
    private final WireAddress address;
    private final JsonNode body;

    private WireCall(WireFormat format, WireAddress address, JsonNode body) {
        this.format = format;
        this.address = address;
        this.body = body;
    }

    /**
     * Recognises a call.
     *
     * @param address where the request goes, by {@code POST}
     * @param body what is sent; empty where that isn't known
     * @param encoding the body's {@code Content-Encoding}; empty where it has none
     * @return the call; empty where the request is anything else
     */
    public static Optional<WireCall> of(WireAddress address, byte[] body, String encoding) {
        Optional<WireFormat> format = WireFormats.of(address.path());
        if (format.isEmpty()) {
            return Optional.empty();
        }
        JsonNode json = WireJson.tree(WireJson.unpacked(body, encoding)).orElse(MissingNode.getInstance());
        return format.get().isCall(json) ? Optional.of(new WireCall(format.get(), address, json)) : Optional.empty();
    }

    /**
     * Whether a request may be a call, before its body is looked at.
     *
     * @param address where the request goes, by {@code POST}
     * @return false where it can't be one
     */
    public static boolean mayBe(WireAddress address) {
        return WireFormats.of(address.path()).isPresent();
    }

    /**
     * Begins to record the call.
     *
     * @param tracer records it
     * @param parent what it belongs to
     * @return its span
     */
    public WireSpan begin(Tracer tracer, Context parent) {
        String model = format.model(address.path(), body);
        RecordedStep span = RecordedStep.begin(tracer, parent, format.kind(), format.operation(), model)
                .set(TraceNames.PROVIDER_NAME, Providers.of(address.host(), address.port(), format.provider()))
                .set(TraceNames.REQUEST_MODEL, model)
                .set(TraceNames.SERVER_ADDRESS, address.host())
                .set(TraceNames.SERVER_PORT, address.port());
        format.ask(body, span);
        boolean streams = format.streams(address.path(), body);
        span.setIf(TraceNames.REQUEST_STREAM, streams);
        return new WireSpan(span, format, streams);
    }
}
