package dev.junitllm.judge.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.judge.http.ApiKey;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.embedding.EmbeddingSimilarity;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class OpenAiEmbeddingsTest {

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksForFloatsAndPutsThemInOrder() throws Exception {
        answer("""
                {"object": "list", "model": "m", "usage": {"prompt_tokens": 2, "total_tokens": 2}, "data": [
                  {"object": "embedding", "index": 1, "embedding": [0.5, -2]},
                  {"object": "embedding", "index": 0, "embedding": [1, 1e-3]}]}""");

        try (OpenAiEmbeddings model = model().dimensions(2).build()) {
            assertThat(model.id()).isEqualTo("m@2");
            assertThat(model.embed(List.of("one", "two")))
                    .containsExactly(new float[] {1, 0.001f}, new float[] {0.5f, -2});
        }
        var request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/v1/embeddings");
        assertThat(request.getBody().utf8())
                .isEqualTo(
                        "{\"model\":\"m\",\"input\":[\"one\",\"two\"],\"encoding_format\":\"float\",\"dimensions\":2}");
        assertThat(request.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void splitsTextsIntoRequests() throws Exception {
        answer("{\"data\": [{\"index\": 1, \"embedding\": [2]}, {\"index\": 0, \"embedding\": [1]}]}");
        answer("{\"data\": [{\"index\": 0, \"embedding\": [3]}]}");

        assertThat(model().batchSize(2).build().embed(List.of("a", "b", "c")))
                .containsExactly(new float[] {1}, new float[] {2}, new float[] {3});

        assertThat(body().at("/input")).hasToString("[\"a\",\"b\"]");
        JsonNode second = body();
        assertThat(second.at("/input")).hasToString("[\"c\"]");
        assertThat(second.has("dimensions")).isFalse();
    }

    @Test
    void readsBase64WhereTheServerSendsNothingElse() throws Exception {
        answer("{\"data\": [{\"index\": 0, \"embedding\": \"AACAPwAAAMA=\"}]}");

        assertThat(model().build().embed(List.of("a"))).containsExactly(new float[] {1, -2});
    }

    @Test
    void needsNoNumberForASingleText() throws Exception {
        answer("{\"data\": [{\"embedding\": [1]}]}");

        assertThat(model().build().embed(List.of("a"))).containsExactly(new float[] {1});
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"data\": [{\"index\": 0, \"embedding\": [1]}]} | answered 1 embeddings for 2 texts",
                "{\"data\": []} | answered 0 embeddings for 2 texts",
                "{\"data\": {}} | answered no list of embeddings 'data' but {\"data\":{}}",
                "{\"error\": {\"message\": \"overloaded\"}} | answered no list of embeddings 'data' but"
                        + " {\"error\":{\"message\":\"overloaded\"}}",
                "[] | answered no list of embeddings 'data' but []",
                "{\"data\": [{\"index\": 0, \"embedding\": [1]}, {\"index\": 0, \"embedding\": [1]}]} | answered two"
                        + " embeddings of 'index' 0",
                "{\"data\": [{\"index\": 0, \"embedding\": [1]}, {\"index\": 2, \"embedding\": [1]}]} | answered an"
                        + " embedding of 'index' 2, not one from 0 to 1; a server that doesn't number them needs"
                        + " junit.llm.embedding.batch-size = 1",
                "{\"data\": [{\"index\": 0, \"embedding\": [1]}, {\"index\": -1, \"embedding\": [1]}]} | 'index' -1,",
                "{\"data\": [{\"embedding\": [1]}, {\"embedding\": [1]}]} | 'index' ,",
                "{\"data\": [{\"index\": \"0\", \"embedding\": [1]}, 7]} | 'index' \"0\",",
                "{\"data\": [{\"index\": 0, \"embedding\": [1, null]}, {}]} | holds null at place 1",
                "{\"data\": [{\"index\": 0, \"embedding\": [1, \"NaN\"]}, {}]} | holds \"NaN\" at place 1",
                "{\"data\": [{\"index\": 0, \"embedding\": []}, {}]} | that is no list of numbers: []",
                "{\"data\": [{\"index\": 0, \"embedding\": null}, {}]} | that is no list of numbers: null",
                "{\"data\": [{\"index\": 0}, {}]} | that is no list of numbers",
                "{\"data\": [{\"index\": 0, \"embedding\": \"?\"}, {}]} | neither a list of numbers nor Base64: ?",
                "{\"data\": [{\"index\": 0, \"embedding\": \"AAA=\"}, {}]} | of 2 bytes, which are no floats",
                "{\"data\": [{\"index\": 0, \"embedding\": [1, NaN]}, {}]} | answered no JSON",
            })
    void refusesRepliesThatDoNotFit(String reply, String message) {
        answer(reply);

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> model().build().embed(List.of("a", "b")))
                .withMessageStartingWith("POST " + server.url("/v1/embeddings") + " answered ")
                .withMessageContaining(message)
                .returns("BAD_REPLY", ScoringException::kind);
    }

    @Test
    void refusesAnotherNumberOfDimensions() {
        answer("{\"data\": [{\"index\": 0, \"embedding\": [1, 2, 3]}]}");

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> model().dimensions(2).build().embed(List.of("a")))
                .withMessageEndingWith(
                        "answered vectors of 3 dimensions instead of the 2 asked for; the model may have a fixed number")
                .returns("BAD_REPLY", ScoringException::kind);
    }

    @Test
    void sendsNoTextThatIsTooLong() {
        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> model().build().embed(List.of("short", "x".repeat(1 << 20))))
                .withMessage("a text of 1048576 characters is too long to embed: junit.llm.embedding.max-characters"
                        + " allows 32768")
                .returns("TEXT_TOO_LONG", ScoringException::kind);
        assertThat(server.getRequestCount()).isZero();
    }

    /** 1e60 is no float, and zeros have no direction: the metric finds both. */
    @ParameterizedTest
    @CsvSource({"1e60, VECTOR_NOT_FINITE", "0, ZERO_VECTOR"})
    void leavesVectorsThatCanNotBeComparedToTheMetric(String number, String kind) {
        answer("{\"data\": [{\"index\": 0, \"embedding\": [1]}, {\"index\": 1, \"embedding\": [%s]}]}"
                .formatted(number));
        EmbeddingSimilarity metric = EmbeddingSimilarity.by(model().build());
        GoldenCase golden =
                GoldenCase.builder("case-1", "question").expected("answer").build();

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> metric.score(golden, Actual.of("output")))
                .returns(kind, ScoringException::kind);
    }

    @Test
    void sendsTheKeyByTheUsersClientAndLeavesThatOpen() throws Exception {
        answer("{\"data\": [{\"embedding\": [1]}]}");
        answer("{\"data\": [{\"embedding\": [1]}]}");
        OkHttpClient client = new OkHttpClient();
        var builder = model().client(client).apiKey(new ApiKey("MY_KEY", "0123456789"));

        for (int i = 0; i < 2; i++) {
            try (OpenAiEmbeddings model = builder.build()) {
                model.embed(List.of("a"));
            }
        }

        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer 0123456789");
        assertThat(client.dispatcher().executorService().isShutdown()).isFalse();
    }

    @Test
    void refusesSettingsThatAllowNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model().batchSize(0))
                .withMessageStartingWith("batchSize");
        assertThatIllegalArgumentException().isThrownBy(() -> model().dimensions(0));
        assertThatIllegalArgumentException().isThrownBy(() -> model().maxCharacters(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model().retries(-1).build());
    }

    private OpenAiEmbeddings.Builder model() {
        return OpenAiEmbeddings.builder(server.url("/v1/").toString(), "m").retries(0);
    }

    private JsonNode body() throws Exception {
        return new ObjectMapper().readTree(server.takeRequest().getBody().utf8());
    }

    private void answer(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
    }
}
