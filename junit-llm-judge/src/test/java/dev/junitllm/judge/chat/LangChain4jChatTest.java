package dev.junitllm.judge.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.junitllm.Usage;
import dev.junitllm.score.ScoringException;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LangChain4j's own client of OpenAI, on loopback. */
@Timeout(60)
class LangChain4jChatTest {

    private static final String REPLY = """
        {"id": "r1", "object": "chat.completion", "created": 1, "model": "gpt-x-2026",
         "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "{}"}}],
         "usage": {"prompt_tokens": 5, "completion_tokens": 2, "total_tokens": 7}}\
        """;

    private final ModelServer server = new ModelServer();

    LangChain4jChatTest() throws Exception {}

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sendsTheFormWhereTheModelTakesOne() throws Exception {
        server.answer(REPLY);

        ChatModel model =
                LangChain4jChat.of(model().supportedCapabilities(Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA))
                        .strictJsonSchema(true)
                        .build());
        ChatReply reply = model.chat(ModelServer.question()
                .followedBy(ChatMessage.assistant("a"), ChatMessage.user("b"))
                .withOutput(ModelServer.verdict())
                .withSampling(new Sampling(0.5, 100, 1L, 2)));

        assertThat(model.describe()).hasToString("langchain4j-open_ai/gpt-x");
        assertThat(reply)
                .isEqualTo(ChatReply.of("{}")
                        .withFinish(FinishReason.STOP, "STOP")
                        .withUsage(Usage.of(5, 2))
                        .withOrigin("gpt-x-2026", "r1")
                        .withNotes(List.of(
                                "seed not sent: LangChain4j has no word for it",
                                "logprobs not asked for: LangChain4j has no word for them")));
        var body = server.body();
        assertThat(body.at("/messages").findValuesAsText("role"))
                .containsExactly("system", "user", "assistant", "user");
        assertThat(body.at("/response_format/json_schema/name").asText()).isEqualTo("verdict");
        assertThat(body.at("/response_format/json_schema/schema/required")).hasSize(2);
        assertThat(body.path("temperature").doubleValue()).isEqualTo(0.5);
    }

    @Test
    void describesTheFormWhereTheModelTakesNone() throws Exception {
        server.answer(REPLY);

        ChatReply reply =
                LangChain4jChat.of(model().build()).chat(ModelServer.question().withOutput(ModelServer.verdict()));

        assertThat(reply.notes()).containsExactly("output form only described in the prompt: the model takes no other");
        var body = server.body();
        assertThat(body.has("response_format")).isFalse();
        assertThat(body.at("/messages/0/content").asText()).contains("JSON Schema:\n{");
    }

    @ParameterizedTest
    @CsvSource({"401, UNAUTHORIZED", "404, NOT_FOUND", "400, REQUEST_REFUSED", "429, RATE_LIMITED", "500, SERVER_ERROR"
    })
    void tellsErrorsApart(int status, String kind) {
        server.answer(status, "{\"error\": {\"message\": \"no, sk-proj-0123456789abcdefghijkl\"}}");

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> LangChain4jChat.of(model().build()).chat(ModelServer.question()))
                .withMessageStartingWith("langchain4j-open_ai/gpt-x failed: ")
                .withMessageNotContaining("0123456789abcdefghijkl")
                .returns(kind, ScoringException::kind);
    }

    @Test
    void tellsThatItTookTooLong() {
        server.http.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> LangChain4jChat.of(
                                model().timeout(Duration.ofMillis(300)).build())
                        .chat(ModelServer.question()))
                .returns("TIMEOUT", ScoringException::kind);
    }

    private OpenAiChatModel.OpenAiChatModelBuilder model() {
        return OpenAiChatModel.builder()
                .baseUrl(server.url("/v1"))
                .apiKey("abc-0123456789")
                .modelName("gpt-x")
                .maxRetries(0);
    }
}
