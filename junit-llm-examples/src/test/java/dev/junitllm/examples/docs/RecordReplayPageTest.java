package dev.junitllm.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.sun.net.httpserver.HttpServer;
import dev.junitllm.Actual;
import dev.junitllm.CaseScope;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.judge.cassette.CassetteInterceptor;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.text.MatchesScore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The code of docs/record-replay.md, run. */
class RecordReplayPageTest {

    private static final AtomicReference<String> SERVER = new AtomicReference<>("");

    /** Asks a server. */
    private record RemoteBot(OkHttpClient http) {

        String answer(String question) {
            Request request = new Request.Builder()
                    .url(SERVER.get())
                    .post(RequestBody.create(question, MediaType.get("text/plain")))
                    .build();
            try (Response response = http.newCall(request).execute()) {
                return response.body().string();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static class PerCaseTestCases {

        private final OkHttpClient http = new OkHttpClient();

        // tag::per-case[]
        @GoldenSet("docs/numbers.jsonl")
        @MatchesScore(pattern = ".*\\d.*")
        @PassRate(atLeast = 0.9)
        void answers(GoldenCase golden, Actual actual, CaseScope scope) {
            OkHttpClient recorded = http.newBuilder()
                    .addInterceptor(CassetteInterceptor.of(scope))
                    .build();
            actual.output(new RemoteBot(recorded).answer(golden.input()));
        }
        // end::per-case[]
    }

    static class SharedTestCases {

        // tag::shared[]
        private final CassetteInterceptor cassette = CassetteInterceptor.shared();
        private final RemoteBot bot = new RemoteBot(
                new OkHttpClient.Builder().addInterceptor(cassette).build());

        @GoldenSet("docs/numbers.jsonl")
        @MatchesScore(pattern = ".*\\d.*")
        @PassRate(atLeast = 0.9)
        void answers(GoldenCase golden, Actual actual, CaseScope scope) {
            try (var during = cassette.during(scope)) {
                actual.output(bot.answer(golden.input()));
            }
        }
        // end::shared[]
    }

    @Test
    void runsAndPasses() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = "It is 42.".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        SERVER.set("http://localhost:" + server.getAddress().getPort());
        try {
            assertThat(EngineTestKit.engine("junit-jupiter")
                            .selectors(selectClass(PerCaseTestCases.class), selectClass(SharedTestCases.class))
                            .configurationParameter("junit.llm.console", "off")
                            .configurationParameter("junit.llm.cassette.mode", "live")
                            .execute()
                            .allEvents()
                            .failed()
                            .list())
                    .isEmpty();
        } finally {
            server.stop(0);
        }
    }
}
