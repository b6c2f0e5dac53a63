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
class GeminiChatTest {

    private final ModelServer server = new ModelServer();
    private final HttpChatModel model = GeminiChat.at(
            server.url("/"), "models/gemini-x", ModelServer.options().withKey(new ApiKey("MY_KEY", "abc-0123456789")));

    GeminiChatTest() throws Exception {}

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sendsAllThatWasAskedAndReadsAllThatCame() throws Exception {
        server.answer("""
            {"responseId": "r1", "modelVersion": "gemini-x-001",
             "candidates": [{"content": {"role": "model", "parts": [{"text": "Hm.", "thought": true},
                 {"text": "{\\"score\\""}, {"text": ": 1}"}]},
               "finishReason": "STOP",
               "logprobsResult": {"chosenCandidates": [{"token": "1", "logProbability": -0.5}],
                 "topCandidates": [{"candidates": [{"token": "1", "logProbability": -0.5},
                                                   {"token": "2", "logProbability": -1.5}]}]}}],
             "usageMetadata": {"promptTokenCount": 50, "candidatesTokenCount": 12, "thoughtsTokenCount": 30,
               "cachedContentTokenCount": 8, "totalTokenCount": 92}}\
            """);

        ChatReply reply = model.chat(ModelServer.question()
                .followedBy(ChatMessage.assistant("{"), ChatMessage.user("Well?"))
                .withOutput(ModelServer.verdict())
                .withSampling(new Sampling(0.0, 512, 1L, 5)));

        var request = server.request();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1beta/models/gemini-x:generateContent HTTP/1.1");
        assertThat(request.getHeaders().get("x-goog-api-key")).isEqualTo("abc-0123456789");
        assertThat(ModelServer.json(request.getBody().utf8()))
                .isEqualTo(ModelServer.json("""
                    {"systemInstruction": {"parts": [{"text": "Judge."}]},
                     "contents": [{"role": "user", "parts": [{"text": "Grüße?"}]}, {"role": "model", "parts": [{"text": "{"}]},
                                  {"role": "user", "parts": [{"text": "Well?"}]}],
                     "generationConfig": {"temperature": 0, "seed": 1, "maxOutputTokens": 512,
                       "responseMimeType": "application/json", "responseJsonSchema": %s,
                       "responseLogprobs": true, "logprobs": 5}}\
                    """.formatted(ModelServer.SCHEMA)));
        assertThat(reply)
                .isEqualTo(ChatReply.of("{\"score\": 1}")
                        .withFinish(FinishReason.STOP, "STOP")
                        .withUsage(new Usage(50L, 42L, 8L, null, 30L))
                        .withLogprobs(List.of(new TokenLogprob(
                                "1",
                                -0.5,
                                List.of(
                                        new TokenLogprob("1", -0.5, List.of()),
                                        new TokenLogprob("2", -1.5, List.of())))))
                        .withOrigin("gemini-x-001", "r1"));
    }

    @Test
    void sendsNothingThatWasNotAsked() throws Exception {
        server.answer("{\"candidates\": [{}]}");

        ChatReply reply = model.chat(ChatRequest.of(ChatMessage.user("Hello")));

        assertThat(server.body())
                .isEqualTo(
                        ModelServer.json("{\"contents\": [{\"role\": \"user\", \"parts\": [{\"text\": \"Hello\"}]}]}"));
        assertThat(reply).isEqualTo(ChatReply.of("").withFinish(FinishReason.OTHER, null));
    }

    @Test
    void takesABlockedPromptForAReply() throws Exception {
        server.answer(
                "{\"promptFeedback\": {\"blockReason\": \"SAFETY\"}, \"usageMetadata\": {\"promptTokenCount\": 5}}");

        ChatReply reply = model.chat(ModelServer.question());

        assertThat(reply)
                .isEqualTo(ChatReply.of("")
                        .withFinish(FinishReason.CONTENT_FILTER, "SAFETY")
                        .withUsage(new Usage(5L, null)));
    }

    @ParameterizedTest
    @CsvSource({
        "STOP, STOP",
        "MAX_TOKENS, LENGTH",
        "SAFETY, CONTENT_FILTER",
        "RECITATION, CONTENT_FILTER",
        "PROHIBITED_CONTENT, CONTENT_FILTER",
        "MALFORMED_FUNCTION_CALL, TOOL",
        "OTHER, OTHER"
    })
    void tellsWhyTheModelStopped(String word, FinishReason reason) throws Exception {
        server.answer("{\"candidates\": [{\"finishReason\": \"%s\"}]}".formatted(word));

        assertThat(model.chat(ModelServer.question()).finish()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"candidates\": []}"})
    void refusesWhatIsNoReply(String reply) {
        server.answer(reply);

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> model.chat(ModelServer.question()))
                .withMessageContaining("answered no 'candidates' but ")
                .returns("BAD_REPLY", ScoringException::kind);
    }

    @Test
    void waitsAsLongAsTheBodyAsksAndGivesUpWhereThatIsTooLong() throws Exception {
        server.answer(429, quota("0.05s"));
        server.answer("{\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"Yes\"}]}}]}");
        assertThat(model.chat(ModelServer.question()).text()).isEqualTo("Yes");

        server.answer(429, quota("36840s"));
        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> model.chat(ModelServer.question()))
                .withMessageEndingWith("it asks to wait for 36840 s, longer than the 2 s that are waited at most")
                .returns("RATE_LIMITED", ScoringException::kind);
        assertThat(server.http.getRequestCount()).isEqualTo(3);
    }

    @Test
    void leavesOutWhatTheModelDoesNotHave() throws Exception {
        server.answer(
                400, "{\"error\": {\"code\": 400, \"message\": \"Logprobs is not enabled for models/gemini-x\"}}");
        server.answer("{\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"Yes\"}]}}]}");

        ChatReply reply = model.chat(ModelServer.question().withSampling(Sampling.DEFAULT.withTopLogprobs(2)));

        assertThat(reply.notes()).containsExactly("logprobs dropped: the server refuses them");
        server.body();
        assertThat(server.body().has("generationConfig")).isFalse();
    }

    private static String quota(String delay) {
        return """
            {"error": {"code": 429, "message": "Quota exceeded", "status": "RESOURCE_EXHAUSTED", "details": [
              {"@type": "type.googleapis.com/google.rpc.QuotaFailure", "violations": [{"quotaId": "q"}]},
              {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "%s"}]}}\
            """.formatted(delay);
    }
}
