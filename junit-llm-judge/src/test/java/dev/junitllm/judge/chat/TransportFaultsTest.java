package dev.junitllm.judge.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.junitllm.judge.DocsTable;
import dev.junitllm.judge.http.ApiKey;
import dev.junitllm.judge.http.HttpLimits;
import dev.junitllm.score.ScoringException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens on the way ends as an error of the right kind that says what happened, and never shows the key. */
@Timeout(60)
class TransportFaultsTest {

    private static final String SECRET = "planted-0123456789-key";
    private static final String GOOD =
            "{\"choices\": [{\"finish_reason\": \"stop\", \"message\": {\"content\": \"" + "x".repeat(4_000) + "\"}}]}";
    private static final HttpLimits LIMITS = HttpLimits.DEFAULTS
            .withAttempt(Duration.ofSeconds(20))
            .withRetries(1)
            .withLongestWait(Duration.ofMillis(10))
            .withLargestReply(64 << 10);

    private final ModelServer server = new ModelServer();

    TransportFaultsTest() throws Exception {}

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Fault> faults() {
        return Stream.of(
                status(400, "REQUEST_REFUSED", 1),
                status(401, "UNAUTHORIZED", 1),
                status(402, "REQUEST_REFUSED", 1),
                status(403, "UNAUTHORIZED", 1),
                status(404, "NOT_FOUND", 1),
                status(408, "SERVER_ERROR", 2),
                status(409, "SERVER_ERROR", 2),
                status(413, "REQUEST_REFUSED", 1),
                status(422, "REQUEST_REFUSED", 1),
                status(425, "SERVER_ERROR", 2),
                status(429, "RATE_LIMITED", 2),
                status(500, "SERVER_ERROR", 2),
                status(503, "SERVER_ERROR", 2),
                status(529, "SERVER_ERROR", 2),
                new Fault(
                        "quota",
                        answer -> answer.code(429)
                                .body("{\"error\": {\"code\": \"insufficient_quota\", \"message\": \"" + SECRET
                                        + "\"}}"),
                        "QUOTA_EXCEEDED",
                        "answered 429",
                        1),
                new Fault(
                        "asks to wait for a year",
                        answer -> answer.code(429).addHeader("Retry-After", "31536000"),
                        "RATE_LIMITED",
                        "answered 429",
                        1),
                new Fault(
                        "asks not to be tried again",
                        answer -> answer.code(500).addHeader("x-should-retry", "false"),
                        "SERVER_ERROR",
                        "answered 500",
                        1),
                new Fault(
                        "redirect to another host",
                        answer -> answer.code(307).addHeader("Location", "http://elsewhere.invalid/?key=" + SECRET),
                        "REDIRECTED",
                        "answered 307, a redirect to http://elsewhere.invalid/",
                        1),
                new Fault(
                        "redirect to itself",
                        answer -> answer.code(308).addHeader("Location", "/v1/chat/completions"),
                        "REDIRECTED",
                        "answered 308, a redirect to http://localhost:",
                        1),
                new Fault(
                        "reset",
                        answer -> answer.onResponseStart(new SocketEffect.CloseSocket()),
                        "CONNECTION_FAILED",
                        "failed: ",
                        2),
                new Fault(
                        "truncated body",
                        answer -> answer.onResponseBody(SocketEffect.ShutdownConnection.INSTANCE),
                        "CONNECTION_FAILED",
                        "failed: ",
                        2),
                new Fault(
                        "slow body",
                        answer -> answer.throttleBody(10, 100, TimeUnit.MILLISECONDS),
                        "TIMEOUT",
                        "took too long",
                        1),
                new Fault(
                        "hang",
                        answer -> answer.onResponseStart(SocketEffect.Stall.INSTANCE),
                        "TIMEOUT",
                        "took too long",
                        1),
                new Fault(
                        "wrong content type",
                        answer -> answer.setHeader("Content-Type", "text/html").body("<html>" + SECRET + "</html>"),
                        "BAD_REPLY",
                        "answered no JSON",
                        1),
                new Fault(
                        "a stream of events",
                        answer -> answer.setHeader("Content-Type", "text/event-stream")
                                .body("data: {}\n\n"),
                        "BAD_REPLY",
                        "answered no JSON",
                        1),
                new Fault(
                        "a key twice",
                        answer -> answer.body(GOOD.replace("{\"choices\"", "{\"choices\": [], \"choices\"")),
                        "BAD_REPLY",
                        "answered no JSON",
                        1),
                new Fault("20,000 nested arrays", answer -> answer.body("[".repeat(20_000)), "BAD_REPLY", "no JSON", 1),
                new Fault("empty body", answer -> answer.body(""), "BAD_REPLY", "answered nothing", 1),
                new Fault(
                        "enormous body",
                        answer -> answer.body("\"" + "x".repeat(80 << 10) + "\""),
                        "REPLY_TOO_LARGE",
                        "answered more than the 65536 bytes",
                        1),
                new Fault(
                        "a compressed body that swells",
                        answer -> answer.addHeader("Content-Encoding", "gzip").body(gzip("x".repeat(80 << 10))),
                        "REPLY_TOO_LARGE",
                        "answered more than the 65536 bytes",
                        1),
                new Fault("no HTTP", answer -> answer.status(SECRET + " 200 OK"), "CONNECTION_FAILED", "failed: ", 2));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void endAsAnErrorThatSaysWhatHappened(Fault fault) {
        for (int i = 0; i < 6; i++) {
            MockResponse.Builder answer = ModelServer.response(200, GOOD);
            fault.happen().accept(answer);
            server.http.enqueue(answer.build());
        }
        HttpLimits limits = fault.kind().equals("TIMEOUT") ? LIMITS.withAttempt(Duration.ofMillis(300)) : LIMITS;
        ChatModel model = OpenAiChat.compatible(
                server.url("/v1"), "m", ModelServer.options().withLimits(limits).withKey(new ApiKey("MY_KEY", SECRET)));
        ScoringException failure =
                catchThrowableOfType(ScoringException.class, () -> model.chat(ModelServer.question()));

        assertThat(failure)
                .hasMessageStartingWith("POST " + server.url("/v1/chat/completions") + " ")
                .hasMessageContaining(fault.message())
                .returns(fault.kind(), ScoringException::kind);
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(SECRET);
        if (fault.attempts() == 1) {
            assertThat(failure).hasMessageNotContaining("; tried ");
            assertThat(server.http.getRequestCount()).isLessThanOrEqualTo(1);
        } else {
            assertThat(failure).hasMessageEndingWith("; tried %s times", fault.attempts());
        }
    }

    @Test
    void thePageListsThem() throws IOException {
        StringBuilder table =
                new StringBuilder("| what comes instead of a reply | tried again | the case is an ERROR of kind |\n");
        table.append("|---|---|---|\n");
        faults().forEach(fault -> row(table, fault.name(), fault.attempts() > 1, fault.kind()));
        row(table, "a certificate that isn't trusted", false, "CONNECTION_FAILED"); // JvmNetworkSettingsTest

        DocsTable.check("judge.md", "transport", table.toString());
    }

    private static Buffer gzip(String text) {
        Buffer compressed = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(compressed))) {
            sink.writeUtf8(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed;
    }

    private static void row(StringBuilder table, String name, boolean again, String kind) {
        String what = Character.isDigit(name.charAt(0)) ? "status " + name : name;
        table.append("| %s | %s | `%s` |\n".formatted(what, again ? "yes" : "no", kind));
    }

    private static Fault status(int status, String kind, int attempts) {
        return new Fault(
                Integer.toString(status),
                answer -> answer.code(status).body("{\"error\": {\"message\": \"no " + SECRET + "\"}}"),
                kind,
                "answered " + status + ": no ",
                attempts);
    }

    private record Fault(
            String name, Consumer<MockResponse.Builder> happen, String kind, String message, int attempts) {

        @Override
        public String toString() {
            return name;
        }
    }
}
