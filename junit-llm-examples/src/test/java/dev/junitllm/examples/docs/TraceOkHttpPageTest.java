package dev.junitllm.examples.docs;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.text.MatchesScore;
import dev.junitllm.score.trace.MaxModelCalls;
import dev.junitllm.score.trace.MaxTokens;
import dev.junitllm.trace.okhttp.OkHttpTraces;
import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The code of docs/trace-okhttp.md, run. */
class TraceOkHttpPageTest {

    /** Asks a server. */
    private record RemoteBot(OkHttpClient http, String address) {

        String answer(String question) {
            Request request = new Request.Builder()
                    .url(address + "/v1/chat/completions")
                    .post(RequestBody.create(
                            "{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
                                    .formatted(question),
                            MediaType.get("application/json")))
                    .build();
            try (Response response = http.newCall(request).execute()) {
                return response.body().string();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static class TracedTestCases {

        private static LoopbackModel server;

        @BeforeAll
        static void start() {
            server = LoopbackModel.started();
        }

        @AfterAll
        static void stop() {
            server.close();
        }

        // tag::traced[]
        private final OkHttpClient http = OkHttpTraces.trace(new OkHttpClient());
        private final RemoteBot bot = new RemoteBot(http, server.address());

        @GoldenSet("docs/numbers.jsonl")
        @MatchesScore(pattern = ".*\\d.*")
        @MaxModelCalls(1)
        @MaxTokens(500)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(bot.answer(golden.input()));
        }
        // end::traced[]
    }

    @Test
    void everyCaseMakesOneCallOfFewTokens() {
        PageRun.green(TracedTestCases.class, "answers");
    }
}
