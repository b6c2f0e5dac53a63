package dev.junitllm.judge.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.junitllm.Usage;
import dev.junitllm.judge.http.ApiKey;
import dev.junitllm.score.ScoringException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AnthropicChatTest {

    private static final String REPLY = """
        {"id": "msg_1", "type": "message", "role": "assistant", "model": "claude-x-20260101",
         "content": [{"type": "thinking", "thinking": "hm"}, {"type": "text", "text": "{\\"score\\""},
                     {"type": "text", "text": ": 1}"}],
         "stop_reason": "end_turn", "stop_sequence": null,
         "usage": {"input_tokens": 50, "cache_creation_input_tokens": 7, "cache_read_input_tokens": 20,
                   "output_tokens": 12, "output_tokens_details": {}, "service_tier": "standard"}}\
        """;

    private final ModelServer server = new ModelServer();
    private final HttpChatModel model = AnthropicChat.at(
            server.url("/"), "claude-x", ModelServer.options().withKey(new ApiKey("MY_KEY", "abc-0123456789")));

    AnthropicChatTest() throws Exception {}

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sendsInstructionsApartAndTheFormWithoutAName() throws Exception {
        server.answer(REPLY);

        ChatReply reply = model.chat(ModelServer.question()
                .followedBy(ChatMessage.assistant("{"), ChatMessage.system("Be short."), ChatMessage.user("Well?"))
                .withOutput(ModelServer.verdict())
                .withSampling(new Sampling(0.5, 512, 1L, 5)));

        var request = server.request();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/messages HTTP/1.1");
        assertThat(request.getHeaders().get("x-api-key")).isEqualTo("abc-0123456789");
        assertThat(request.getHeaders().get("Authorization")).isNull();
        assertThat(request.getHeaders().get("anthropic-version")).isEqualTo("2023-06-01");
        assertThat(ModelServer.json(request.getBody().utf8()))
                .isEqualTo(ModelServer.json("""
                    {"model": "claude-x", "max_tokens": 512, "system": "Judge.\\n\\nBe short.",
                     "messages": [{"role": "user", "content": "Grüße?"}, {"role": "assistant", "content": "{"},
                                  {"role": "user", "content": "Well?"}],
                     "temperature": 0.5,
                     "output_config": {"format": {"type": "json_schema", "schema": %s}}}\
                    """.formatted(ModelServer.SCHEMA)));
        assertThat(reply)
                .isEqualTo(ChatReply.of("{\"score\": 1}")
                        .withFinish(FinishReason.STOP, "end_turn")
                        .withUsage(new Usage(77L, 12L, 20L, 7L, null))
                        .withOrigin("claude-x-20260101", "msg_1")
                        .withNotes(List.of(
                                "seed not sent: Anthropic's Messages have none",
                                "logprobs not asked for: Anthropic's Messages have none")));
    }

    @Test
    void sendsALimitWhereNoneIsAsked() throws Exception {
        server.answer(REPLY);

        model.chat(ModelServer.question());

        assertThat(server.body().path("max_tokens").intValue()).isEqualTo(4_096);
    }

    @Test
    void asksByAToolWhereTheFormIsRefused() throws Exception {
        server.answer(400, """
            {"type": "error", "error": {"type": "invalid_request_error",
              "message": "output_config: Extra inputs are not permitted"}}\
            """);
        server.answer("""
            {"content": [{"type": "tool_use", "id": "t", "name": "verdict", "input": {"score": 1}}],
             "stop_reason": "tool_use", "usage": {}}\
            """);

        ChatReply reply = model.chat(ModelServer.question().withOutput(ModelServer.verdict()));

        assertThat(reply.structured()).isEqualTo(ModelServer.json("{\"score\": 1}"));
        assertThat(reply.text()).isEmpty();
        assertThat(reply.finish()).isEqualTo(FinishReason.STOP);
        assertThat(reply.rawFinish()).isEqualTo("tool_use");
        assertThat(reply.usage()).isEqualTo(Usage.UNKNOWN);
        assertThat(reply.notes())
                .containsExactly("strict output form not sent: the server refuses it; asked for it in another way");
        server.body();
        var second = server.body();
        assertThat(second.has("output_config")).isFalse();
        assertThat(second.at("/tools/0/name").asText()).isEqualTo("verdict");
        assertThat(second.at("/tools/0/input_schema")).isEqualTo(ModelServer.json(ModelServer.SCHEMA));
        assertThat(second.path("tool_choice"))
                .isEqualTo(ModelServer.json("{\"type\": \"tool\", \"name\": \"verdict\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn, STOP",
        "stop_sequence, STOP",
        "max_tokens, LENGTH",
        "model_context_window_exceeded, LENGTH",
        "refusal, REFUSAL",
        "tool_use, TOOL",
        "pause_turn, OTHER"
    })
    void tellsWhyTheModelStopped(String word, FinishReason reason) throws Exception {
        server.answer(
                "{\"content\": [{\"type\": \"text\", \"text\": \"No.\"}], \"stop_reason\": \"%s\"}".formatted(word));

        ChatReply reply = model.chat(ModelServer.question());

        assertThat(reply.finish()).isEqualTo(reason);
        assertThat(reply.refusal()).isEqualTo(reason == FinishReason.REFUSAL ? "No." : null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "{\"content\": \"1\"}", "{\"type\": \"error\", \"error\": {\"message\": \"no\"}}"})
    void refusesWhatIsNoReply(String reply) {
        server.answer(reply);

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> model.chat(ModelServer.question()))
                .withMessageContaining("answered no list 'content' but ")
                .returns("BAD_REPLY", ScoringException::kind);
    }

    @Test
    void doesNotTryAgainWhereASpendLimitIsReached() {
        server.answer(429, """
            {"type": "error", "error": {"type": "rate_limit_error", "message": "Your spend limit is reached",
              "details": {"error_code": "enforced_spend_limit_reached"}}}\
            """);

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> model.chat(ModelServer.question()))
                .withMessageEndingWith("answered 429: Your spend limit is reached")
                .returns("QUOTA_EXCEEDED", ScoringException::kind);
        assertThat(server.http.getRequestCount()).isEqualTo(1);
    }

    @Test
    void sendsATokenAsBearer() throws Exception {
        server.answer(REPLY);

        AnthropicChat.at(server.url("/proxy/v1"), "m", ModelServer.options().withToken(() -> "token-0123456789"))
                .chat(ModelServer.question());

        var request = server.request();
        assertThat(request.getTarget()).isEqualTo("/proxy/v1/messages");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer token-0123456789");
        assertThat(request.getHeaders().get("x-api-key")).isNull();
    }
}
