package dev.junitllm.judge.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.junitllm.Usage;
import dev.junitllm.judge.http.ApiKey;
import dev.junitllm.score.ScoringException;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OpenAiChatTest {

    private static final String REPLY = """
        {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "gpt-4o-mini-2024-07-18",
         "choices": [{"index": 0, "finish_reason": "stop",
           "message": {"role": "assistant", "content": "{\\"score\\": 1}", "refusal": null},
           "logprobs": {"content": [{"token": "1", "logprob": -0.01, "bytes": [49],
             "top_logprobs": [{"token": "1", "logprob": -0.01, "bytes": [49]},
                              {"token": "2", "logprob": -4.5, "bytes": [50]}]}], "refusal": null}}],
         "usage": {"prompt_tokens": 50, "completion_tokens": 12, "total_tokens": 62,
           "prompt_tokens_details": {"cached_tokens": 20, "cache_write_tokens": 5},
           "completion_tokens_details": {"reasoning_tokens": 3}}}\
        """;

    private final ModelServer server = new ModelServer();

    OpenAiChatTest() throws Exception {}

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sendsAStrictFormAndAllThatWasAsked() throws Exception {
        server.answer(REPLY);
        Sampling sampling = Sampling.DEFAULT
                .withTemperature(0)
                .withMaxOutputTokens(512)
                .withSeed(7)
                .withTopLogprobs(5);

        ChatReply reply = OpenAiChat.compatible(
                        server.url("/v1/"), "m", ModelServer.options().withKey(new ApiKey("MY_KEY", "abc-0123456789")))
                .chat(ModelServer.question()
                        .withOutput(ModelServer.verdict())
                        .withSampling(sampling)
                        .withLabel(CallLabel.NONE.withCaseId("secret-case")));

        var request = server.request();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/chat/completions HTTP/1.1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer abc-0123456789");
        assertThat(ModelServer.json(request.getBody().utf8()))
                .isEqualTo(ModelServer.json("""
                    {"model": "m", "messages": [{"role": "system", "content": "Judge."}, {"role": "user", "content": "Grüße?"}],
                     "temperature": 0, "max_tokens": 512, "seed": 7, "logprobs": true, "top_logprobs": 5,
                     "response_format": {"type": "json_schema", "json_schema": {"name": "verdict", "strict": true,
                       "schema": %s}}}\
                    """.formatted(ModelServer.SCHEMA)));
        assertThat(reply)
                .isEqualTo(new ChatReply(
                        "{\"score\": 1}",
                        null,
                        FinishReason.STOP,
                        "stop",
                        null,
                        new Usage(50L, 12L, 20L, 5L, 3L),
                        List.of(new TokenLogprob(
                                "1",
                                -0.01,
                                List.of(
                                        new TokenLogprob("1", -0.01, List.of()),
                                        new TokenLogprob("2", -4.5, List.of())))),
                        "gpt-4o-mini-2024-07-18",
                        "chatcmpl-1",
                        List.of(),
                        false));
    }

    @Test
    void sendsNothingThatWasNotAsked() throws Exception {
        server.answer(REPLY);

        OpenAiChat.compatible(server.url("/v1"), "m", ModelServer.options()).chat(ModelServer.question());

        Iterator<String> names = server.body().fieldNames();
        assertThat(names).toIterable().containsExactly("model", "messages");
    }

    @Test
    void asksForTheChosenTokensAloneWhereNoOthersAreWanted() throws Exception {
        server.answer(REPLY);

        OpenAiChat.compatible(server.url("/v1"), "m", ModelServer.options())
                .chat(ModelServer.question().withSampling(Sampling.DEFAULT.withTopLogprobs(0)));

        var body = server.body();
        assertThat(body.path("logprobs").booleanValue()).isTrue();
        assertThat(body.has("top_logprobs")).isFalse();
    }

    @Test
    void readsWhatCompatibleServersLeaveOutAsUnknown() throws Exception {
        server.answer("{\"choices\": [{\"message\": {\"content\": \"Yes\"}}]}");

        ChatReply reply = OpenAiChat.compatible(server.url("/v1"), "m", ModelServer.options())
                .chat(ModelServer.question());

        assertThat(reply).isEqualTo(ChatReply.of("Yes").withFinish(FinishReason.OTHER, null));
        assertThat(reply.usage()).isEqualTo(Usage.UNKNOWN);
    }

    @Test
    void keepsARefusalApartFromText() throws Exception {
        server.answer("""
            {"choices": [{"finish_reason": "stop", "message": {"content": null, "refusal": "I can't, by policy 1.2"}}]}\
            """);

        ChatReply reply = OpenAiChat.compatible(server.url("/v1"), "m", ModelServer.options())
                .chat(ModelServer.question());

        assertThat(reply)
                .isEqualTo(ChatReply.of("")
                        .withFinish(FinishReason.REFUSAL, "stop")
                        .withRefusal("I can't, by policy 1.2"));
    }

    @ParameterizedTest
    @CsvSource({
        "stop, STOP",
        "length, LENGTH",
        "content_filter, CONTENT_FILTER",
        "tool_calls, TOOL",
        "function_call, TOOL",
        "eos, OTHER"
    })
    void tellsWhyTheModelStopped(String word, FinishReason reason) throws Exception {
        server.answer("{\"choices\": [{\"finish_reason\": \"%s\", \"message\": {\"content\": \"\"}}]}".formatted(word));

        ChatReply reply = OpenAiChat.compatible(server.url("/v1"), "m", ModelServer.options())
                .chat(ModelServer.question());

        assertThat(reply.finish()).isEqualTo(reason);
        assertThat(reply.rawFinish()).isEqualTo(word);
    }

    @Test
    void takesAFilteredPromptForAReply() throws Exception {
        server.answer(400, "{\"error\": {\"code\": \"content_filter\", \"message\": \"The response was filtered\"}}");

        ChatReply reply = OpenAiChat.azure(server.url("/"), "d", "v", ModelServer.options())
                .chat(ModelServer.question());

        assertThat(reply.finish()).isEqualTo(FinishReason.CONTENT_FILTER);
    }

    @Test
    void readsTextInParts() throws Exception {
        server.answer("""
            {"choices": [{"message": {"content": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]}}]}\
            """);

        ChatReply reply = OpenAiChat.compatible(server.url("/v1"), "m", ModelServer.options())
                .chat(ModelServer.question());

        assertThat(reply.text()).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"choices\": []}",
                "{\"choices\": [{\"text\": \"old\"}]}",
                "{\"error\": {\"message\": \"no\"}}",
                "{\"choices\": [{\"message\": {\"content\": {\"score\": 1}}}]}",
                "{\"choices\": [{\"message\": {\"content\": 1}}]}",
                "{\"choices\": [{\"message\": {\"content\": \"1\"}, \"logprobs\": {\"content\": [{\"token\":"
                        + " \"1\"}]}}]}",
                "{\"choices\": [{\"message\": {\"content\": \"1\", \"content\": \"0\"}}]}",
            })
    void refusesWhatIsNoReply(String reply) {
        server.answer(reply);

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> OpenAiChat.compatible(server.url("/v1"), "m", ModelServer.options())
                        .chat(ModelServer.question()))
                .withMessageStartingWith("POST " + server.url("/v1/chat/completions") + " answered ")
                .returns("BAD_REPLY", ScoringException::kind);
    }

    @Test
    void callsADeploymentOfAzureWithItsKey() throws Exception {
        server.answer(REPLY);

        HttpChatModel model = OpenAiChat.azure(
                server.url("/"),
                "judge mini",
                "2024-10-21",
                ModelServer.options().withKey(new ApiKey("AZURE_OPENAI_API_KEY", "abc-0123456789")));
        model.chat(ModelServer.question().withSampling(Sampling.DEFAULT.withMaxOutputTokens(9)));

        var request = server.request();
        assertThat(request.getTarget())
                .isEqualTo("/openai/deployments/judge%20mini/chat/completions?api-version=2024-10-21");
        assertThat(request.getHeaders().get("api-key")).isEqualTo("abc-0123456789");
        assertThat(request.getHeaders().get("Authorization")).isNull();
        var body = ModelServer.json(request.getBody().utf8());
        assertThat(body.has("model")).isFalse();
        assertThat(body.path("max_completion_tokens").intValue()).isEqualTo(9);
        assertThat(model.describe()).hasToString("azure/judge mini {api-version=2024-10-21}");
    }

    @Test
    void asksForATokenAtEveryAttempt() throws Exception {
        server.http.enqueue(
                ModelServer.response(503, "{}").addHeader("retry-after-ms", "0").build());
        server.answer(REPLY);
        Iterator<String> tokens = List.of("token-one-0123", "token-two-0123").iterator();

        OpenAiChat.azure(server.url("/"), "d", "v", ModelServer.options().withToken(tokens::next))
                .chat(ModelServer.question());

        for (String token : List.of("token-one-0123", "token-two-0123")) {
            var headers = server.request().getHeaders();
            assertThat(headers.get("Authorization")).isEqualTo("Bearer " + token);
            assertThat(headers.get("api-key")).isNull();
        }
    }

    @Test
    void neverShowsATokenThatWasSentAndSaysWhereItCameFrom() {
        server.answer(401, "{\"error\": {\"message\": \"bad token-one-0123\"}}");

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> OpenAiChat.compatible(
                                server.url("/v1"), "m", ModelServer.options().withToken(() -> "token-one-0123"))
                        .chat(ModelServer.question()))
                .withMessageNotContaining("token-one-0123")
                .withMessageEndingWith("; the key came from the token supplier")
                .returns("UNAUTHORIZED", ScoringException::kind);
    }

    @Test
    void saysThatThereIsNoToken() {
        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> OpenAiChat.compatible(
                                server.url("/v1"), "m", ModelServer.options().withToken(() -> {
                                    throw new IllegalStateException("signed out");
                                }))
                        .chat(ModelServer.question()))
                .withMessageContaining(
                        "there is no key: the token supplier: java.lang.IllegalStateException: signed out")
                .returns("UNAUTHORIZED", ScoringException::kind);
    }
}
