package dev.junitllm.judge.cassette;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.trace.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;

/** What of an HTTP request decides its answer: method, address and body. */
final class HttpQuestion {

    static final String KIND = "http";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "0:0:0:0:0:0:0:1");

    private HttpQuestion() {}

    /** The request as it is kept; empty where its body can't be read without sending it. */
    static Optional<ObjectNode> of(Request request, Redactor redactor) throws IOException {
        RequestBody body = request.body();
        if (body != null && (body.isOneShot() || body.isDuplex())) {
            return Optional.empty();
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String content = address(request.url());
        json.put("kind", KIND).put("method", request.method()).put("url", redactor.redact(content));
        if (body != null && body.contentLength() != 0) {
            Buffer buffer = new Buffer();
            body.writeTo(buffer);
            byte[] bytes = buffer.readByteArray();
            content += "\n" + new String(bytes, StandardCharsets.UTF_8);
            HttpBody.of(bytes, redactor).writeTo(json);
        }
        PersonalData.mark(json, content, redactor);
        return Optional.of(json);
    }

    /** Without user and password, without the values of parameters that are secrets, and without a loopback server's port. */
    private static String address(HttpUrl url) {
        HttpUrl.Builder plain = url.newBuilder().username("").password("").fragment(null);
        if (LOOPBACK.contains(url.host())) {
            plain.host("localhost").port(HttpUrl.defaultPort(url.scheme()));
        }
        for (String name : url.queryParameterNames()) {
            if (Redactor.isSecretName(name)) {
                plain.setQueryParameter(name, "REDACTED");
            }
        }
        return plain.build().toString();
    }
}
