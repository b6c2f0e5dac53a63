package dev.junitllm.judge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.score.ScoringException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class JsonEndpointTest {

    private static final String SECRET = "local-0123456789-key";
    private static final HttpLimits LIMITS = HttpLimits.DEFAULTS
            .withAttempt(Duration.ofSeconds(20))
            .withLongestWait(Duration.ofSeconds(2))
            .withLargestReply(4_096);

    private final MockWebServer server = new MockWebServer();
    private final OkHttpClient client = HttpClients.create(Duration.ofSeconds(10));
    private final ObjectNode body = JsonNodeFactory.instance.objectNode().put("question", "Grüße?");

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        HttpClients.close(client);
        server.close();
    }

    @Test
    void postsJsonWithTheKey() throws Exception {
        answer(200, "{\"answer\": 42}");

        JsonNode reply = endpoint(LIMITS).post(body);

        assertThat(reply.at("/answer").intValue()).isEqualTo(42);
        var request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/things?version=1 HTTP/1.1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + SECRET);
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getBody().utf8()).isEqualTo("{\"question\":\"Grüße?\"}");
    }

    @Test
    void sendsHalfASurrogatePairAsAQuestionMark() throws Exception {
        answer(200, "{}");

        endpoint(LIMITS).post(JsonNodeFactory.instance.objectNode().put("text", "a\ud800b"));

        assertThat(server.takeRequest().getBody().utf8()).isEqualTo("{\"text\":\"a?b\"}");
    }

    @Test
    void sendsWholePairsAsTheyAre() throws Exception {
        answer(200, "{}");

        endpoint(LIMITS).post(JsonNodeFactory.instance.objectNode().put("text", "\ud83d\ude00 \\uD800"));

        assertThat(server.takeRequest().getBody().utf8()).isEqualTo("{\"text\":\"\ud83d\ude00 \\\\uD800\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 425, 429, 500, 502, 503, 504, 529})
    void triesAgainAfterWhatMayBeOverSoon(int status) throws Exception {
        server.enqueue(response(status, "{\"error\": {\"message\": \"busy\"}}")
                .addHeader("retry-after-ms", "1")
                .build());
        answer(200, "{}");

        assertThat(endpoint(LIMITS).post(body)).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "429, RATE_LIMITED",
        "500, SERVER_ERROR",
        "529, SERVER_ERROR",
        "409, SERVER_ERROR",
    })
    void givesUpAfterTheLastRetry(int status, String kind) {
        for (int i = 0; i < 3; i++) {
            server.enqueue(response(status, "{\"error\": \"busy\"}")
                    .addHeader("Retry-After", "0")
                    .build());
        }

        assertThat(failure())
                .hasMessage(
                        "POST %s answered %s: busy; tried 3 times",
                        url().newBuilder().query(null).build(), status)
                .returns(kind, ScoringException::kind);
    }

    @ParameterizedTest
    @CsvSource({
        "400, REQUEST_REFUSED, ''",
        "401, UNAUTHORIZED, '; the key came from TEST_KEY'",
        "402, REQUEST_REFUSED, ''",
        "403, UNAUTHORIZED, '; the key came from TEST_KEY'",
        "404, NOT_FOUND, '; are address and model right?'",
        "413, REQUEST_REFUSED, ''",
        "422, REQUEST_REFUSED, ''",
    })
    void doesNotTryAgainWhatStaysWrong(int status, String kind, String advice) {
        answer(status, "{\"error\": {\"message\": \"no\"}}");

        assertThat(failure())
                .hasMessageEndingWith("/v1/things answered " + status + ": no" + advice)
                .returns(kind, ScoringException::kind);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void doesNotTryAgainWhenTheQuotaIsUsedUp() {
        answer(429, "{\"error\": {\"message\": \"You exceeded your quota\", \"code\": \"insufficient_quota\"}}");

        assertThat(failure())
                .hasMessageEndingWith("answered 429: You exceeded your quota")
                .returns("QUOTA_EXCEEDED", ScoringException::kind);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void waitsAsLongAsTheServerAsks() throws Exception {
        server.enqueue(response(503, "").addHeader("Retry-After", "1").build());
        answer(200, "{}");

        long began = System.nanoTime();
        endpoint(LIMITS).post(body);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void doesNotWaitLongerThanAllowed() {
        server.enqueue(response(429, "{}").addHeader("Retry-After", "36000").build());

        assertThat(failure())
                .hasMessageEndingWith(
                        "answered 429: {}; it asks to wait for 36000 s, longer than the 2 s that are waited at most")
                .returns("RATE_LIMITED", ScoringException::kind);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void triesAgainWhenTheConnectionBreaks() throws Exception {
        server.enqueue(response(200, "{\"answer\": 42}")
                .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        answer(200, "{\"answer\": 43}");

        assertThat(endpoint(LIMITS).post(body).at("/answer").intValue()).isEqualTo(43);
    }

    @Test
    void triesAgainWhereItTookTooLongToConnect() throws Exception {
        answer(200, "{\"answer\": 42}");
        SlowToConnect sockets = new SlowToConnect(1);

        assertThat(endpoint(sockets).post(body).at("/answer").intValue()).isEqualTo(42);
        assertThat(sockets.made).hasValue(2);
        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> endpoint(new SlowToConnect(100)).post(body))
                .withMessageContaining("failed: java.net.SocketTimeoutException: Connect timed out")
                .withMessageEndingWith("tried 3 times")
                .returns("CONNECTION_FAILED", ScoringException::kind);
    }

    /** On one address, for OkHttp goes on to the next by itself. */
    private JsonEndpoint endpoint(SlowToConnect sockets) {
        OkHttpClient slow = client.newBuilder()
                .socketFactory(sockets)
                .connectionPool(new ConnectionPool())
                .build();
        HttpUrl url = url().newBuilder().host("127.0.0.1").build();
        return new JsonEndpoint(url, options(LIMITS).withClient(slow));
    }

    /** Its first sockets connect to nobody in time, in the JDK's words. */
    private static final class SlowToConnect extends SocketFactory {

        private final AtomicInteger made = new AtomicInteger();
        private final int slow;

        SlowToConnect(int slow) {
            this.slow = slow;
        }

        @Override
        public Socket createSocket() {
            boolean isSlow = made.incrementAndGet() <= slow;
            return new Socket() {
                @Override
                public void connect(SocketAddress address, int timeout) throws IOException {
                    if (isSlow) {
                        throw new SocketTimeoutException("Connect timed out");
                    }
                    super.connect(address, timeout);
                }
            };
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void saysThatNobodyListens() {
        HttpUrl nobody = url().newBuilder().build();
        server.close();

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> new JsonEndpoint(nobody, options(LIMITS)).post(body))
                .withMessageContaining("failed: java.net.ConnectException")
                .withMessageEndingWith("tried 3 times")
                .returns("CONNECTION_FAILED", ScoringException::kind);
    }

    @Test
    void endsAnAttemptThatHangs() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThat(failure(LIMITS.withAttempt(Duration.ofMillis(300))))
                .hasMessageContaining("took too long: ")
                .hasMessageEndingWith("an attempt may take 0.3 s")
                .returns("TIMEOUT", ScoringException::kind);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void endsAReplyThatDrips() {
        server.enqueue(response(200, "{\"answer\": [" + "1, ".repeat(500) + "1]}")
                .throttleBody(10, 50, TimeUnit.MILLISECONDS)
                .build());

        assertThat(failure(LIMITS.withAttempt(Duration.ofMillis(300)).withLargestReply(100_000)))
                .returns("TIMEOUT", ScoringException::kind);
    }

    @Test
    void endsACallThatTakesTooLongWithAllItsAttempts() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThat(failure(LIMITS.withCall(Duration.ofMillis(300))))
                .hasMessageEndingWith("; a call may take 0.3 s with its retries and waits")
                .returns("TIMEOUT", ScoringException::kind);
    }

    @Test
    void callsThatBelongTogetherShareTheTimeOfOne() throws Exception {
        answer(200, "{\"answer\": 42}");
        JsonEndpoint endpoint = endpoint(LIMITS.withCall(Duration.ofMinutes(2)));
        long justNow = System.nanoTime() - TimeUnit.SECONDS.toNanos(1);
        long tooLongAgo = System.nanoTime() - TimeUnit.MINUTES.toNanos(2);

        assertThat(endpoint.post(body, justNow).at("/answer").intValue()).isEqualTo(42);
        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> endpoint.post(body, tooLongAgo))
                .withMessageEndingWith("all calls of a judgement may take 120 s with their retries and waits")
                .returns("TIMEOUT", ScoringException::kind);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void doesNotBeginAWaitThatTheCallHasNoTimeFor() {
        server.enqueue(response(503, "{\"error\": \"busy\"}")
                .addHeader("Retry-After", "2")
                .build());

        assertThat(failure(LIMITS.withCall(Duration.ofMillis(1_900))))
                .hasMessageEndingWith("answered 503: busy")
                .returns("SERVER_ERROR", ScoringException::kind);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void doesNotWaitForItsTurnLongerThanTheCallMayTake() throws Exception {
        HostGate gate = HostGates.of(HostGates.host(url()));
        HostGate.Pass pass = gate.enter(1, Duration.ofMinutes(1));

        ScoringException failure = catchThrowableOfType(
                ScoringException.class,
                () -> new JsonEndpoint(
                                url(),
                                options(LIMITS.withCall(Duration.ofMillis(100))).withConcurrency(1))
                        .post(body));

        assertThat(failure)
                .hasMessageEndingWith("a call may take 0.1 s with its retries and waits")
                .returns("TIMEOUT", ScoringException::kind);
        assertThat(server.getRequestCount()).isZero();
        gate.leave(pass, HostGate.Outcome.ANSWERED, new Pace());
    }

    @Test
    void leavesAHostAloneForAsLongAsItAsks() throws Exception {
        server.enqueue(response(200, "{}")
                .addHeader("x-ratelimit-remaining-requests", "0")
                .addHeader("x-ratelimit-reset-requests", "400ms")
                .build());
        answer(200, "{}");
        JsonEndpoint endpoint = endpoint(LIMITS);
        endpoint.post(body);

        long began = System.nanoTime();
        endpoint.post(body);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(200));
    }

    @Test
    void showsACallOnceToWhoRecordsOrTracesAndWithoutTheKey() throws Exception {
        server.enqueue(response(503, "").addHeader("retry-after-ms", "0").build());
        answer(200, "{\"answer\": 42}");
        List<String> seen = new ArrayList<>();

        new JsonEndpoint(
                        url(),
                        options(LIMITS).withKey(new ApiKey("TEST_KEY", SECRET)).withInterceptor(chain -> {
                            seen.add(chain.request().headers().toString());
                            var response = chain.proceed(chain.request());
                            seen.add(response.peekBody(100).string());
                            return response;
                        }))
                .post(body);

        assertThat(seen).hasSize(2).last().isEqualTo("{\"answer\": 42}");
        assertThat(seen.get(0)).doesNotContain(SECRET).doesNotContain("Authorization");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void readsNoMoreThanAllowed() {
        answer(200, "\"" + "x".repeat(5_000) + "\"");

        assertThat(failure())
                .hasMessageEndingWith("answered more than the 4096 bytes that are read at most")
                .returns("REPLY_TOO_LARGE", ScoringException::kind);
    }

    @Test
    void readsLittleOfAHugeError() {
        server.enqueue(new MockResponse.Builder()
                .code(400)
                .body(new Buffer().write(new byte[3 << 20]))
                .build());

        assertThat(failure().getMessage().length()).isLessThan(5_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html>Sign in</html> | answered no JSON: <html>Sign in</html>",
                "'{\"answer\": 4' | answered no JSON: {\"answer\": 4",
                "'{} {}' | answered no JSON: {} {}",
                "NaN | answered no JSON: NaN",
                "'' | answered nothing",
            })
    void refusesWhatIsNoJson(String reply, String message) {
        answer(200, reply);

        assertThat(failure()).hasMessageEndingWith(message).returns("BAD_REPLY", ScoringException::kind);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void refusesBytesThatAreNoText() {
        server.enqueue(new MockResponse.Builder()
                .body(new Buffer().write(new byte[] {'"', (byte) 0xff, (byte) 0xfe, '"'}))
                .build());

        assertThat(failure()).returns("BAD_REPLY", ScoringException::kind);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void followsNoRedirect(int status) throws Exception {
        try (MockWebServer elsewhere = new MockWebServer()) {
            elsewhere.start();
            server.enqueue(response(status, "")
                    .addHeader("Location", elsewhere.url("/v2?token=abc"))
                    .build());

            assertThat(failure())
                    .hasMessageContaining("answered %s, a redirect to %s;", status, elsewhere.url("/v2"))
                    .returns("REDIRECTED", ScoringException::kind);
            assertThat(elsewhere.getRequestCount()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 500})
    void neverShowsTheKey(int status) {
        for (int i = 0; i < 3; i++) {
            String filling = "x".repeat(i == 0 ? 0 : 490); // the key would be cut in two
            server.enqueue(response(status, filling + " Bearer " + SECRET + " is no key of ours, and " + SECRET)
                    .addHeader("retry-after-ms", "0")
                    .build());
        }
        StringWriter trace = new StringWriter();
        failure().printStackTrace(new PrintWriter(trace));

        assertThat(trace.toString()).doesNotContain(SECRET.substring(0, 8));
        assertThat(new ApiKey("TEST_KEY", SECRET)).hasToString("API key in TEST_KEY");
    }

    @Test
    void neverShowsAKeyThatBreaksTheProtocol() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder().status(SECRET + " 200 OK").build());
        }

        assertThat(failure()).hasMessageNotContaining(SECRET).returns("CONNECTION_FAILED", ScoringException::kind);
    }

    @Test
    void usesTheUsersClient() throws Exception {
        answer(200, "{}");
        OkHttpClient users = client.newBuilder()
                .addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header("X-Tenant", "7").build()))
                .build();

        new JsonEndpoint(url(), options(LIMITS).withClient(users)).post(body);

        var request = server.takeRequest();
        assertThat(request.getHeaders().get("X-Tenant")).isEqualTo("7");
        assertThat(request.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void endsWhenItsThreadIsInterruptedAndKeepsTheInterrupt() {
        server.enqueue(response(503, "").addHeader("Retry-After", "2").build());

        Thread.currentThread().interrupt();

        assertThat(failure()).returns("INTERRUPTED", ScoringException::kind);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void endsItsWaitWhenInterrupted() {
        server.enqueue(response(503, "").addHeader("Retry-After", "2").build());
        Thread waiting = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            while (waiting.getState() != Thread.State.TIMED_WAITING || server.getRequestCount() == 0) {
                Thread.onSpinWait();
            }
            waiting.interrupt();
        });
        interrupter.setDaemon(true);
        interrupter.start();

        assertThat(failure()).returns("INTERRUPTED", ScoringException::kind);
        assertThat(Thread.interrupted()).isTrue();
    }

    private void answer(int status, String body) {
        server.enqueue(response(status, body).build());
    }

    private static MockResponse.Builder response(int status, String body) {
        return new MockResponse.Builder().code(status).body(body);
    }

    private HttpUrl url() {
        return server.url("/v1/things?version=1");
    }

    private JsonEndpoint endpoint(HttpLimits limits) {
        return new JsonEndpoint(url(), options(limits).withKey(new ApiKey("TEST_KEY", SECRET)));
    }

    private HttpOptions options(HttpLimits limits) {
        return HttpOptions.create().withClient(client).withLimits(limits);
    }

    private ScoringException failure() {
        return failure(LIMITS);
    }

    private ScoringException failure(HttpLimits limits) {
        return catchThrowableOfType(
                ScoringException.class, () -> endpoint(limits).post(body));
    }
}
