package dev.junitllm.trace.okhttp;

import static dev.junitllm.trace.recording.RecordedSpans.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.TraceNames;
import dev.junitllm.trace.recording.RecordedSpans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OkHttpTracesTest {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final String ASKED =
            "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"How long?\"}]}";
    private static final String ANSWER =
            "{\"id\":\"c1\",\"choices\":[{\"message\":{\"content\":\"30 days\"},\"finish_reason\":\"stop\"}]}";

    private final RecordedSpans spans = new RecordedSpans();
    private final MockWebServer server = new MockWebServer();
    private final OkHttpClient client = OkHttpTraces.trace(new OkHttpClient(), spans::tracer, () -> true);

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
        server.close();
    }

    @Test
    void recordsACallAndLeavesItsBytesAlone() throws Exception {
        server.enqueue(json(ANSWER));

        assertThat(read(client, chat(ASKED))).isEqualTo(ANSWER);

        assertThat(server.takeRequest().getBody()).isEqualTo(ByteString.encodeUtf8(ASKED));
        SpanData span = spans.only();
        assertThat(span.getName()).isEqualTo("chat m");
        assertThat(says(span))
                .containsEntry(TraceNames.SERVER_ADDRESS, server.getHostName())
                .containsEntry(TraceNames.SERVER_PORT, (long) server.getPort())
                .containsEntry(TraceNames.INPUT_VALUE, "How long?")
                .containsEntry(TraceNames.OUTPUT_VALUE, "30 days");
    }

    @Test
    void recordsNoHeaderAndNoQuery() throws Exception {
        server.enqueue(json("{}"));
        Request request = new Request.Builder()
                .url(server.url("/v1beta/models/gemini-x:generateContent?key=planted-key"))
                .header("Authorization", "Bearer planted-bearer")
                .header("x-api-key", "planted-header")
                .post(RequestBody.create("{}", JSON))
                .build();

        read(client, request);

        assertThat(spans.only().getName()).isEqualTo("generate_content gemini-x");
        assertThat(spans.only().toString()).doesNotContain("planted");
    }

    @Test
    void passesEachPieceOnAsItComes() throws Exception {
        CountDownLatch readFirst = new CountDownLatch(1);
        try (PiecewiseServer slow = new PiecewiseServer(readFirst)) {
            Request request = new Request.Builder()
                    .url(slow.address() + "/v1/chat/completions")
                    .post(RequestBody.create("{\"model\":\"m\",\"stream\":true}", JSON))
                    .build();

            try (Response response = client.newCall(request).execute()) {
                assertThat(response.body().source().readUtf8LineStrict())
                        .isEqualTo("data: {\"choices\":[{\"delta\":{\"content\":\"30 \"}}]}");
                assertThat(spans.all()).isEmpty();
                readFirst.countDown();
                assertThat(response.body().source().readUtf8())
                        .isEqualTo("\ndata: {\"choices\":[{\"delta\":{\"content\":\"days\"}}]}\n\n");
            }
        }
        assertThat(says(spans.only()))
                .containsEntry(TraceNames.OUTPUT_VALUE, "30 days")
                .containsKey(TraceNames.RESPONSE_TIME_TO_FIRST_CHUNK);
    }

    @Test
    void endsWithWhatCameWhereAStreamIsClosedEarly() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "text/event-stream")
                .body("data: {\"choices\":[{\"delta\":{\"content\":\"30 \"}}]}\n\n" + ": \n".repeat(100_000))
                .build());

        try (Response response =
                client.newCall(chat("{\"model\":\"m\",\"stream\":true}")).execute()) {
            response.body().source().readUtf8LineStrict();
            response.body().source().readUtf8LineStrict();
        }

        assertThat(says(spans.only())).containsEntry(TraceNames.OUTPUT_VALUE, "30 ");
        assertThat(spans.only().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void saysWhyACallFailedThatGotNoAnswer() {
        server.enqueue(new MockResponse.Builder()
                .onRequestStart(new SocketEffect.CloseSocket())
                .build());

        assertThatThrownBy(() -> read(client, chat(ASKED))).isInstanceOf(IOException.class);

        assertThat(spans.only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat((String) says(spans.only()).get(TraceNames.ERROR_TYPE)).endsWith("Exception");
        assertThat(spans.only().getEvents()).hasSize(1);
    }

    @Test
    void saysThatACallWasCancelled() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        CountDownLatch failed = new CountDownLatch(1);
        Call call = client.newCall(chat(ASKED));
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call cancelled, IOException e) {
                failed.countDown();
            }

            @Override
            public void onResponse(Call answered, Response response) {}
        });
        server.takeRequest();

        call.cancel();
        failed.await();

        assertThat(spans.only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(says(spans.only())).containsEntry(TraceNames.INPUT_VALUE, "How long?");
    }

    @Test
    void saysThatAnAnswerBrokeOff() {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "text/event-stream")
                .body("data: {\"choices\":[{\"delta\":{\"content\":\"30 \"}}]}\n\n" + ": \n".repeat(100_000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertThatThrownBy(() -> read(client, chat("{\"model\":\"m\",\"stream\":true}")))
                .isInstanceOf(IOException.class);

        assertThat(spans.only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(says(spans.only())).containsEntry(TraceNames.OUTPUT_VALUE, "30 ");
    }

    @Test
    void saysWhatAnErrorSaysEvenWhereTheApplicationReadsNothingOfIt() throws Exception {
        server.enqueue(json("{\"error\":{\"message\":\"too fast\"}}")
                .newBuilder()
                .code(429)
                .build());

        client.newCall(chat(ASKED)).execute().close();

        assertThat(spans.only().getStatus().getDescription()).isEqualTo("too fast");
        assertThat(says(spans.only())).containsEntry(TraceNames.ERROR_TYPE, "429");
    }

    @Test
    void leavesAnErrorsBodyToBeRead() throws Exception {
        String error = "{\"error\":{\"message\":\"too fast\"}}";
        server.enqueue(json(error).newBuilder().code(429).build());
        server.enqueue(
                new MockResponse.Builder().code(500).chunkedBody(error, 5).build());

        assertThat(read(client, chat(ASKED))).isEqualTo(error);
        assertThat(read(client, chat(ASKED))).isEqualTo(error);

        assertThat(spans.all())
                .extracting(span -> span.getStatus().getDescription())
                .containsExactly("too fast", "too fast");
    }

    @Test
    void readsWhatTheApplicationPacksAndUnpacksItself() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .setHeader("Content-Encoding", "gzip")
                .body(gzip(ANSWER))
                .build());
        Request request = chat(ASKED)
                .newBuilder()
                .header("Accept-Encoding", "gzip")
                .header("Content-Encoding", "gzip")
                .post(RequestBody.create(gzip(ASKED).snapshot(), JSON))
                .build();

        try (Response response = client.newCall(request).execute()) {
            assertThat(response.body().byteString()).isEqualTo(gzip(ANSWER).snapshot());
        }

        assertThat(says(spans.only()))
                .containsEntry(TraceNames.INPUT_VALUE, "How long?")
                .containsEntry(TraceNames.OUTPUT_VALUE, "30 days");
    }

    @Test
    void doesNotUnpackWhatIsMadeToExplode() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .setHeader("Content-Encoding", "gzip")
                .body(gzip("{\"id\":\"" + "x".repeat(8 << 20) + "\"}"))
                .build());

        client.newCall(chat(ASKED)
                        .newBuilder()
                        .header("Accept-Encoding", "gzip")
                        .build())
                .execute()
                .body()
                .bytes();

        assertThat(says(spans.only())).doesNotContainKey(TraceNames.RESPONSE_ID);
    }

    @Test
    void sendsABodyOnceThatCanBeMadeOnlyOnce() throws Exception {
        AtomicInteger made = new AtomicInteger();
        server.enqueue(json(ANSWER));

        read(client, chat(ASKED).newBuilder().post(body(made, true, ASKED)).build());

        assertThat(made).hasValue(1);
        assertThat(says(spans.only()))
                .containsEntry(TraceNames.OUTPUT_VALUE, "30 days")
                .doesNotContainKey(TraceNames.INPUT_VALUE);
    }

    @Test
    void readsNothingOfARequestThatIsTooLong() throws Exception {
        server.enqueue(json(ANSWER));
        String asked = "{\"model\":\"" + "m".repeat(5 << 20) + "\"}";

        read(
                client,
                chat(ASKED)
                        .newBuilder()
                        .post(body(new AtomicInteger(), false, asked))
                        .build());

        assertThat(spans.only().getName()).isEqualTo("chat");
        assertThat(server.takeRequest().getBody().size()).isEqualTo(asked.length());
    }

    @Test
    void givesWhatIsEnqueuedToWhereTheCallWasMade() throws Exception {
        server.enqueue(json(ANSWER));
        CountDownLatch done = new CountDownLatch(1);
        Span test = spans.tracer().spanBuilder("test").startSpan();
        try (Scope ignored = test.makeCurrent()) {
            client.newCall(chat(ASKED)).enqueue(new Callback() {
                @Override
                public void onFailure(Call call, IOException e) {
                    done.countDown();
                }

                @Override
                public void onResponse(Call call, Response response) throws IOException {
                    response.body().string();
                    done.countDown();
                }
            });
        }
        done.await();

        assertThat(spans.only().getParentSpanId())
                .isEqualTo(test.getSpanContext().getSpanId());
    }

    @Test
    void takesWhatIsCurrentWhereOnlyTheInterceptorIsGiven() throws Exception {
        server.enqueue(json(ANSWER));
        OkHttpClient plain = new OkHttpClient.Builder()
                .addInterceptor(OkHttpTraces.interceptor(spans::tracer, () -> true))
                .build();
        Span test = spans.tracer().spanBuilder("test").startSpan();

        try (Scope ignored = test.makeCurrent()) {
            read(plain, chat(ASKED));
        }

        assertThat(spans.only().getParentSpanId())
                .isEqualTo(test.getSpanContext().getSpanId());
    }

    @Test
    void makesOneStepOfACallThatAnInterceptorOfTheApplicationRetries() throws Exception {
        server.enqueue(new MockResponse.Builder().code(503).build());
        server.enqueue(json(ANSWER));
        OkHttpClient retrying = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    chain.proceed(chain.request()).close();
                    return chain.proceed(chain.request());
                })
                .build();

        read(OkHttpTraces.trace(retrying, spans::tracer, () -> true), chat(ASKED));

        assertThat(says(spans.only())).containsEntry(TraceNames.OUTPUT_VALUE, "30 days");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void isCurrentWhileTheCallGoesOn() throws Exception {
        server.enqueue(json(ANSWER));
        OkHttpClient nested = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    spans.tracer().spanBuilder("inner").startSpan().end();
                    return chain.proceed(chain.request());
                })
                .build();

        read(OkHttpTraces.trace(nested, spans::tracer, () -> true), chat(ASKED));

        assertThat(spans.named("inner").getParentSpanId())
                .isEqualTo(spans.named("chat m").getSpanId());
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }

    @Test
    void recordsNothingButCallsOfModels() throws Exception {
        server.enqueue(json("{}"));
        server.enqueue(json("{}"));

        read(
                client,
                new Request.Builder().url(server.url("/v1/chat/completions")).build());
        read(
                client,
                new Request.Builder()
                        .url(server.url("/orders"))
                        .post(RequestBody.create(ASKED, JSON))
                        .build());

        assertThat(spans.all()).isEmpty();
    }

    @Test
    void letsTheCallGoOnWhereNothingCanBeRecorded() throws Exception {
        server.enqueue(json(ANSWER));
        OkHttpClient broken = OkHttpTraces.trace(
                new OkHttpClient(),
                () -> {
                    throw new IllegalStateException("no tracer");
                },
                () -> true);

        assertThat(read(broken, chat(ASKED))).isEqualTo(ANSWER);
    }

    @Test
    void looksAtNothingWhereNothingIsKept() throws Exception {
        server.enqueue(json(ANSWER));
        OkHttpClient idle = OkHttpTraces.trace(new OkHttpClient(), spans::tracer, () -> false);

        assertThat(read(idle, chat(ASKED))).isEqualTo(ANSWER);
        assertThat(spans.all()).isEmpty();
    }

    @Test
    void keepsTheApplicationsOwnListener() throws Exception {
        server.enqueue(json(ANSWER));
        AtomicInteger calls = new AtomicInteger();
        OkHttpClient listening = new OkHttpClient.Builder()
                .eventListenerFactory(call -> {
                    calls.incrementAndGet();
                    return okhttp3.EventListener.NONE;
                })
                .build();

        read(OkHttpTraces.trace(listening, spans::tracer, () -> true), chat(ASKED));

        assertThat(calls).hasValue(1);
    }

    @Test
    void recordsStreamsOfAllProviders() throws Exception {
        for (String body : List.of(
                "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\n",
                "event: x\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"text\":\"Hi\"}}\n\n",
                "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hi\"}]}}]}\r\n\r\n")) {
            server.enqueue(new MockResponse.Builder()
                    .setHeader("Content-Type", "text/event-stream")
                    .chunkedBody(body, 7)
                    .build());
        }
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/x-ndjson")
                .chunkedBody("{\"message\":{\"content\":\"H\"}}\n{\"message\":{\"content\":\"i\"},\"done\":true}\n", 7)
                .build());

        read(client, post("/v1/chat/completions", "{\"model\":\"m\",\"stream\":true}"));
        read(client, post("/v1/messages", "{\"model\":\"m\",\"max_tokens\":1,\"messages\":[],\"stream\":true}"));
        read(client, post("/v1beta/models/m:streamGenerateContent?alt=sse&key=k", "{}"));
        read(client, post("/api/chat", "{\"model\":\"m\",\"messages\":[]}"));

        assertThat(spans.all())
                .extracting(span -> RecordedSpans.text(span, TraceNames.OUTPUT_VALUE))
                .containsExactly("Hi", "Hi", "Hi", "Hi");
        assertThat(spans.all())
                .extracting(span -> RecordedSpans.text(span, TraceNames.PROVIDER_NAME))
                .containsExactly("openai", "anthropic", "gcp.gemini", "ollama");
    }

    private Request chat(String body) {
        return post("/v1/chat/completions", body);
    }

    private Request post(String path, String body) {
        return new Request.Builder()
                .url(server.url(path))
                .post(RequestBody.create(body, JSON))
                .build();
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private static String read(OkHttpClient client, Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            return response.body().string();
        }
    }

    private static RequestBody body(AtomicInteger made, boolean isOneShot, String text) {
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                return JSON;
            }

            @Override
            public boolean isOneShot() {
                return isOneShot;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                made.incrementAndGet();
                sink.writeUtf8(text);
            }
        };
    }

    private static Buffer gzip(String text) throws IOException {
        Buffer packed = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(packed))) {
            sink.writeUtf8(text);
        }
        return packed;
    }
}
