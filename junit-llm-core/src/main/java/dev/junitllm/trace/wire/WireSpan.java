package dev.junitllm.trace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.trace.recording.RecordedStep;
import io.opentelemetry.context.Context;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call of a model while it is recorded. It is told what comes back as the application reads it; nothing in it can make the
 * call fail. Safe for use by several threads.
 */
public final class WireSpan {

    private static final int FIRST_ERROR = 400;

    private final RecordedStep span;
    private final WireFormat format;
    private final boolean streams;
    private final WireReply reply = new WireReply();
    private final ByteArrayOutputStream whole = new ByteArrayOutputStream();
    private @Nullable WireStream stream;
    private int status;
    private String encoding = "";
    private boolean isTooLong;
    private boolean isEnded;

    WireSpan(RecordedStep span, WireFormat format, boolean streams) {
        this.span = span;
        this.format = format;
        this.streams = streams;
    }

    /**
     * What steps that belong to the call begin with.
     *
     * @return a context
     */
    public Context context() {
        return span.context();
    }

    /**
     * Notes how an answer begins.
     *
     * @param newStatus the status of HTTP
     * @param contentType its {@code Content-Type}; empty where it has none
     * @param contentEncoding its {@code Content-Encoding}; empty where it has none
     */
    public synchronized void answered(int newStatus, String contentType, String contentEncoding) {
        status = newStatus;
        encoding = contentEncoding;
        String type = contentType.toLowerCase(Locale.ROOT);
        if (newStatus >= FIRST_ERROR || !contentEncoding.isEmpty()) {
            return;
        }
        if (type.startsWith("text/event-stream")) {
            stream = WireStream.ofEvents(this::piece);
        } else if (streams && type.contains("json") && !type.startsWith("application/json")) {
            stream = WireStream.ofLines(this::piece);
        }
    }

    /**
     * Notes what comes of the body.
     *
     * @param bytes the next bytes
     */
    public synchronized void bytes(byte[] bytes) {
        if (isEnded || bytes.length == 0) {
            return;
        }
        if (streams && status < FIRST_ERROR) {
            span.firstChunk();
        }
        if (stream != null) {
            stream.bytes(bytes);
        } else if (whole.size() + bytes.length > WireCall.LONGEST_BODY) {
            isTooLong = true;
        } else {
            whole.writeBytes(bytes);
        }
    }

    /**
     * Ends the call, as far as it got.
     *
     * @param thrown why it failed
     */
    public synchronized void failed(Throwable thrown) {
        if (!isEnded) {
            finish();
            span.failed(thrown);
            span.end();
        }
    }

    /** Ends the call. */
    public synchronized void end() {
        if (!isEnded) {
            finish();
            span.end();
        }
    }

    private void finish() {
        isEnded = true;
        if (stream != null) {
            stream.end();
        }
        byte[] body = isTooLong ? new byte[0] : whole.toByteArray();
        whole.reset();
        body = WireJson.unpacked(body, encoding);
        if (status >= FIRST_ERROR) {
            span.failed(Integer.toString(status), message(body));
        } else if (stream == null) {
            whole(body);
        }
        reply.applyTo(span);
    }

    /** Some servers stream under a type of their own, or none; some don't stream when they are asked to. */
    private void whole(byte[] body) {
        Optional<JsonNode> json = WireJson.tree(body);
        if (json.isPresent()) {
            note(json.get());
        } else if (streams && body.length > 0) {
            WireStream pieces = body[0] == '{' ? WireStream.ofLines(this::piece) : WireStream.ofEvents(this::piece);
            pieces.bytes(body);
            pieces.end();
        }
    }

    private void piece(byte[] bytes) {
        WireJson.tree(bytes).ifPresent(this::note);
    }

    /** Not even a mistake of ours may reach the application. */
    private void note(JsonNode json) {
        try {
            JsonNode error = json.path("error");
            if (error.isObject() || error.isTextual()) {
                reply.failed(
                        WireJson.shown(WireJson.first(error, "code", "type", "status")),
                        WireJson.text(error.isTextual() ? error : error.path("message")));
            }
            format.reply(json, reply);
        } catch (RuntimeException e) {
            // a body that only looks like one we know: the span says what it knows
        }
    }

    private static String message(byte[] body) {
        return WireJson.tree(body).map(WireSpan::message).orElseGet(() -> new String(body, StandardCharsets.UTF_8));
    }

    private static String message(JsonNode json) {
        JsonNode error = json.isArray() ? json.path(0).path("error") : json.path("error");
        String message = WireJson.text(error.isTextual() ? error : error.path("message"));
        if (message == null) {
            message = WireJson.shown(WireJson.first(json, "message", "detail"));
        }
        return message == null ? json.toString() : message;
    }
}
