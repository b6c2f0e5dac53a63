package dev.junitllm.judge.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.judge.http.HttpLimits;
import dev.junitllm.judge.http.HttpOptions;
import java.io.IOException;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A model's server on loopback that answers what it is told. */
final class ModelServer implements AutoCloseable {

    static final ObjectMapper MAPPER = new ObjectMapper();

    /** Quick to give up, and never waiting long. */
    static final HttpLimits LIMITS = HttpLimits.DEFAULTS
            .withAttempt(Duration.ofSeconds(20))
            .withLongestWait(Duration.ofSeconds(2))
            .withLargestReply(64 << 10);

    static final String SCHEMA = """
        {"type": "object", "properties": {"reason": {"type": "string"}, "score": {"type": "number"}},
         "required": ["reason", "score"], "additionalProperties": false}\
        """;

    final MockWebServer http = new MockWebServer();

    ModelServer() throws IOException {
        http.start();
    }

    /** One that shows a certificate. */
    ModelServer(SSLSocketFactory sockets) throws IOException {
        http.useHttps(sockets);
        http.start();
    }

    static HttpOptions options() {
        return HttpOptions.create().withLimits(LIMITS);
    }

    static ChatRequest question() {
        return ChatRequest.of(ChatMessage.system("Judge."), ChatMessage.user("Grüße?"));
    }

    static OutputSchema verdict() throws IOException {
        return new OutputSchema("verdict", MAPPER.readTree(SCHEMA));
    }

    String url(String path) {
        return http.url(path).toString();
    }

    void answer(String body) {
        answer(200, body);
    }

    void answer(int status, String body) {
        http.enqueue(response(status, body).build());
    }

    static MockResponse.Builder response(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body);
    }

    RecordedRequest request() throws InterruptedException {
        return http.takeRequest();
    }

    /** The body of the next request. */
    JsonNode body() throws Exception {
        return MAPPER.readTree(request().getBody().utf8());
    }

    static JsonNode json(String text) throws IOException {
        return MAPPER.readTree(text);
    }

    @Override
    public void close() {
        http.close();
    }
}
