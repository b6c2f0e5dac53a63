package dev.junitllm.judge.cassette;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.trace.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was read whole.
 *
 * @param response the answer, its body used up
 * @param type what the body is, or {@code null} where that was not said
 * @param body the body
 */
record HttpAnswer(Response response, @Nullable MediaType type, ByteString body) {

    private static final Set<String> FIELDS =
            Set.of("status", "contentType", "json", "text", "base64", PersonalData.REMOVED);

    private static final int OK = 200;
    private static final int REDIRECT = 300;

    static HttpAnswer read(Response response) throws IOException {
        try (ResponseBody body = response.body()) {
            return new HttpAnswer(response, body.contentType(), body.byteString());
        }
    }

    /** The answer as it was, to be read by the application. */
    Response again() {
        return response.newBuilder().body(ResponseBody.create(body, type)).build();
    }

    /** The answer as it is kept; empty where it may hold a secret that can't be seen. */
    Optional<ObjectNode> kept(Redactor redactor) {
        HttpBody safe = HttpBody.of(body.toByteArray(), redactor);
        if (safe.hidesSecrets() || response.header("Content-Encoding") != null) {
            return Optional.empty();
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("status", response.code());
        if (type != null) {
            json.put("contentType", redactor.redact(type.toString()));
        }
        safe.writeTo(json);
        Map<String, Integer> removed = PersonalData.in(body.string(StandardCharsets.UTF_8), redactor);
        if (!removed.isEmpty()) {
            removed.forEach(json.putObject(PersonalData.REMOVED)::put);
        }
        return Optional.of(json);
    }

    /** An answer from a recording. */
    static Response response(ObjectNode recorded, Request request) {
        String type = recorded.path("contentType").asText();
        Response.Builder response = new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(recorded.path("status").asInt())
                .message("replayed")
                .body(ResponseBody.create(HttpBody.bytes(recorded), type.isEmpty() ? null : MediaType.parse(type)));
        if (!type.isEmpty()) {
            response.header("Content-Type", type);
        }
        return response.build();
    }

    /**
     * Checks a recorded answer.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static void check(ObjectNode recorded) {
        recorded.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("a reply has no field '" + name + "'");
            }
        });
        int status = recorded.path("status").asInt();
        if (status < OK || status >= REDIRECT) {
            throw new IllegalArgumentException("'status' must be a number from 200 to 299");
        }
        HttpBody.bytes(recorded);
    }
}
