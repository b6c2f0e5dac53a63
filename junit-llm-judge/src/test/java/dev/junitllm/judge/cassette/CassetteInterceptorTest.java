package dev.junitllm.judge.cassette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.CaseScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application's calls on a cassette. */
@Timeout(60)
class CassetteInterceptorTest {

    private static final MediaType JSON = MediaType.get("application/json");

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private final OkHttpClient plain = new OkHttpClient();
    private final AtomicInteger number = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        server.start();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer("{\"n\":" + number.incrementAndGet() + "}").build();
            }
        });
    }

    @AfterEach
    void stop() {
        server.close();
        plain.connectionPool().evictAll();
        plain.dispatcher().executorService().shutdown();
    }

    private static MockResponse.Builder answer(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json; charset=utf-8")
                .body(body);
    }

    private Request.Builder post(String body) {
        return new Request.Builder().url(server.url("/v1/chat?key=k")).post(RequestBody.create(body, JSON));
    }

    private String call(CaseScope scope, Request request) throws IOException {
        OkHttpClient client =
                plain.newBuilder().addInterceptor(CassetteInterceptor.of(scope)).build();
        return text(client, request);
    }

    private static String text(OkHttpClient client, Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            return response.code() + " " + response.header("Content-Type") + " "
                    + response.body().string();
        }
    }

    @Test
    void replaysWhateverTheHeadersAndThePort() throws Exception {
        String first;
        try (TestScope run = TestScope.in(folder, "auto")) {
            TestScope scope = run.ofCase("a", 1);
            first = call(
                    scope,
                    post("{\"b\": 1, \"a\": [2.50]}")
                            .header("Authorization", "Bearer abcdefgh12345678")
                            .build());
            assertThat(scope.noted).isEmpty();
        }
        assertThat(first).isEqualTo("200 application/json; charset=utf-8 {\"n\":1}");
        Request elsewhere = post("{\"b\": 1, \"a\": [2.50]}")
                .url("http://127.0.0.1:1/v1/chat?key=other")
                .header("X-Request-Id", "5")
                .build();
        try (TestScope run = TestScope.in(folder, "replay")) {
            TestScope scope = run.ofCase("a", 1);
            assertThat(call(scope, elsewhere)).isEqualTo(first);
            assertThat(scope.noted).containsExactly("replayed");
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve(TestScope.FILE)))
                .contains("\"url\": \"http://localhost/v1/chat?key=REDACTED\"")
                .contains("\"n\": 1")
                .doesNotContain("abcdefgh", "Authorization");
    }

    @Test
    void tellsSamplesAndRepeatedCallsApart() throws Exception {
        for (String mode : new String[] {"auto", "replay"}) {
            try (TestScope run = TestScope.in(folder, mode)) {
                for (int sample = 1; sample <= 2; sample++) {
                    OkHttpClient client = plain.newBuilder()
                            .addInterceptor(CassetteInterceptor.of(run.ofCase("a", sample)))
                            .build();
                    for (int again = 1; again <= 2; again++) {
                        int expected = 2 * (sample - 1) + again;
                        assertThat(text(client, post("{}").build())).endsWith("{\"n\":" + expected + "}");
                    }
                }
            }
        }
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void recordsNoErrors() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer("{}").code(503).build();
            }
        });
        try (TestScope run = TestScope.in(folder, "record")) {
            assertThat(call(run.ofCase("a", 1), post("{}").build())).startsWith("503");
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anAnswerThatIsMissingIsNotedWhateverTheApplicationMakesOfIt() throws Exception {
        try (TestScope run = TestScope.in(folder, "replay")) {
            TestScope scope = run.ofCase("a", 1);

            assertThatThrownBy(() -> call(scope, post("{}").build()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("holds no recording of this request (case a, sample 1, vote 1)");
            assertThat(scope.noted).singleElement().asString().startsWith("NO_RECORDING: src/test/llm-cassettes");
        }
        Map<String, String> notRun = Map.of("junit.llm.cassette.mode", "replay", "junit.llm.without-model", "not-run");
        try (TestScope run = new TestScope(folder, notRun, Map.of())) {
            TestScope scope = run.ofCase("a", 1);

            assertThatThrownBy(() -> call(scope, post("{}").build())).isInstanceOf(IOException.class);
            assertThat(scope.noted).singleElement().asString().startsWith("NOT_RUN: ");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void keepsTextBinaryAndPrettyJsonByteForByte() throws Exception {
        String[] bodies = {"data: {\"a\": 1}\n\ndata: [DONE]\n\n", "{\n  \"n\" : 1.0\n}\n", "", "\ud83d\ude00 ß"};
        for (String body : bodies) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return answer(body).build();
                }
            });
            try (TestScope run = TestScope.in(folder, "record")) {
                call(run.ofCase("a", 1), post(body).build());
            }
            try (TestScope run = TestScope.in(folder, "replay")) {
                assertThat(call(run.ofCase("a", 1), post(body).build())).endsWith("utf-8 " + body);
            }
        }
    }

    @Test
    void aSharedClientIsToldWhichCaseItWorksFor() throws Exception {
        CassetteInterceptor interceptor = CassetteInterceptor.shared();
        OkHttpClient client = plain.newBuilder().addInterceptor(interceptor).build();
        try (TestScope run = TestScope.in(folder, "auto")) {
            assertThatThrownBy(() -> text(client, post("{}").build())).hasMessageContaining("use during(scope)");
            try (CassetteInterceptor.Binding bound = interceptor.during(run.ofCase("a", 1))) {
                assertThat(bound).isNotNull();
                text(client, post("{}").build());
            }
            assertThatThrownBy(() -> text(client, post("{}").build())).hasMessageContaining("use during(scope)");
            text(
                    client,
                    post("{\"b\":1}").tag(CaseScope.class, run.ofCase("b", 1)).build());
        }

        assertThat(Files.readString(folder.resolve(TestScope.FILE))).contains("\"case\": \"a\"", "\"case\": \"b\"");
    }

    @Test
    void aBodyThatCanBeSentOnlyOnceIsNotRecorded() throws Exception {
        RequestBody once = new RequestBody() {
            @Override
            public MediaType contentType() {
                return JSON;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.writeUtf8("{}");
            }

            @Override
            public boolean isOneShot() {
                return true;
            }
        };
        Request request = new Request.Builder().url(server.url("/")).post(once).build();
        try (TestScope run = TestScope.in(folder, "auto")) {
            assertThat(call(run.ofCase("a", 1), request)).startsWith("200");
            assertThat(run.ended(true)).containsExactly("could not record 1 answer: not text, or not to be read twice");
        }
    }

    @Test
    void keepsNoSecretOfARequestOrAnAnswer() throws Exception {
        String key = "AIza" + "Zz9_-".repeat(7);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer("{\"echo\":\"" + key + "\"}")
                        .addHeader("Set-Cookie", key)
                        .build();
            }
        });
        Request request = post("{\"k\": \"" + key + "\"}")
                .url(server.url("/a/" + key + "?api_key=hunter22hunter22&q=" + key)
                        .newBuilder()
                        .username("me")
                        .password("swordfish77")
                        .build())
                .header("x-api-key", key)
                .build();
        try (TestScope run = TestScope.in(folder, "auto")) {
            call(run.ofCase("a", 1), request);
        }

        assertThat(Files.readString(folder.resolve(TestScope.FILE)))
                .contains("[REDACTED:google-key]")
                .doesNotContain("Zz9_-", "hunter22", "swordfish77", "Set-Cookie");
        try (TestScope run = TestScope.in(folder, "replay")) {
            assertThat(call(run.ofCase("a", 1), request)).endsWith("{\"echo\":\"[REDACTED:google-key]\"}");
        }
    }

    @Test
    void asksAgainWhereTheRecordedAnswerLacksDataAboutPeople() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer("{\"mail\":\"jane@example.org\"}").build();
            }
        });
        Request request = post("{\"q\": 1}").build();
        for (int i = 0; i < 2; i++) {
            try (TestScope run = TestScope.in(folder, "auto")) {
                TestScope scope = run.ofCase("a", 1);
                assertThat(call(scope, request)).endsWith("{\"mail\":\"jane@example.org\"}");
                assertThat(scope.noted).isEmpty();
            }
        }
        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve(TestScope.FILE)))
                .contains("\"mail\": \"[REDACTED:email]\"", "\"removed\": {")
                .doesNotContain("jane");
        try (TestScope run = TestScope.in(folder, "replay")) {
            TestScope scope = run.ofCase("a", 1);
            assertThatThrownBy(() -> call(scope, request))
                    .hasMessageContaining("lacks data about people (email)")
                    .hasMessageContaining("junit.llm.redaction.off = email");
            assertThat(scope.noted).hasSize(1);
        }
    }

    @Test
    void tellsRequestsApartThatDifferInDataAboutPeopleAlone() throws Exception {
        String jane;
        String john;
        try (TestScope run = TestScope.in(folder, "auto")) {
            jane = call(
                    run.ofCase("a", 1), post("{\"to\": \"jane@example.org\"}").build());
            john = call(
                    run.ofCase("b", 1), post("{\"to\": \"john@example.org\"}").build());
        }
        assertThat(jane).isNotEqualTo(john);
        try (TestScope run = TestScope.in(folder, "replay")) {
            assertThat(call(
                            run.ofCase("b", 1),
                            post("{\"to\": \"john@example.org\"}").build()))
                    .isEqualTo(john);
            assertThat(call(
                            run.ofCase("a", 1),
                            post("{\"to\": \"jane@example.org\"}").build()))
                    .isEqualTo(jane);
        }
        assertThat(Files.readString(folder.resolve(TestScope.FILE))).doesNotContain("jane", "john");
    }
}
