package dev.junitllm.judge.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.junitllm.Usage;
import dev.junitllm.score.ScoringException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.api.OpenAiApi;
import org.springframework.retry.support.RetryTemplate;

/** Spring AI's own client of OpenAI, on loopback. */
@Timeout(60)
class SpringAiChatTest {

    private static final String REPLY = """
        {"id": "r1", "object": "chat.completion", "created": 1, "model": "gpt-x-2026",
         "choices": [{"index": 0, "finish_reason": "length", "message": {"role": "assistant", "content": "{}"}}]%s}\
        """;

    private final ModelServer server = new ModelServer();

    SpringAiChatTest() throws Exception {}

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sendsWhatSpringAiHasWordsForAndNotesTheRest() throws Exception {
        server.answer(
                REPLY.formatted(", \"usage\": {\"prompt_tokens\": 5, \"completion_tokens\": 2, \"total_tokens\": 7}"));

        ChatModel model = SpringAiChat.of(model());
        ChatReply reply = model.chat(ModelServer.question()
                .followedBy(ChatMessage.assistant("a"), ChatMessage.user("b"))
                .withOutput(ModelServer.verdict())
                .withSampling(new Sampling(0.5, 100, 1L, 2)));

        assertThat(model.describe()).hasToString("spring-ai/gpt-x");
        assertThat(reply)
                .isEqualTo(ChatReply.of("{}")
                        .withFinish(FinishReason.LENGTH, "LENGTH")
                        .withUsage(Usage.of(5, 2))
                        .withOrigin("gpt-x-2026", "r1")
                        .withNotes(List.of(
                                "seed not sent: Spring AI has no common word for it",
                                "logprobs not asked for: Spring AI has no common word for them",
                                "output form only described in the prompt: Spring AI has no common word for it")));
        var body = server.body();
        assertThat(body.path("model").asText()).isEqualTo("gpt-x");
        assertThat(body.at("/messages").findValuesAsText("role"))
                .containsExactly("system", "user", "assistant", "user");
        assertThat(body.at("/messages/0/content").asText()).contains("JSON Schema:\n{");
        assertThat(body.path("temperature").doubleValue()).isEqualTo(0.5);
        assertThat(body.path("max_tokens").intValue()).isEqualTo(100);
    }

    @Test
    void takesUsageThatWasNotReportedForUnknown() throws Exception {
        server.answer(REPLY.formatted(""));

        assertThat(SpringAiChat.of(model()).chat(ModelServer.question()).usage())
                .isEqualTo(Usage.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"401, REQUEST_REFUSED", "500, SERVER_ERROR"})
    void tellsErrorsApart(int status, String kind) {
        server.answer(status, "{\"error\": {\"message\": \"no, sk-proj-0123456789abcdefghijkl\"}}");

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> SpringAiChat.of(model()).chat(ModelServer.question()))
                .withMessageStartingWith("spring-ai/gpt-x failed: ")
                .withMessageNotContaining("0123456789abcdefghijkl")
                .returns(kind, ScoringException::kind);
    }

    private OpenAiChatModel model() {
        return OpenAiChatModel.builder()
                .openAiApi(OpenAiApi.builder()
                        .baseUrl(server.url("/"))
                        .apiKey("abc-0123456789")
                        .build())
                .defaultOptions(OpenAiChatOptions.builder().model("gpt-x").build())
                .retryTemplate(RetryTemplate.builder().maxAttempts(1).build())
                .build();
    }
}
