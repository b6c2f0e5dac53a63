package dev.junitllm.judge.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.score.ScoringException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RefusedParametersTest {

    private static final String REPLY =
            "{\"choices\": [{\"finish_reason\": \"stop\", \"message\": {\"content\": \"{}\"}}]}";

    private final ModelServer server = new ModelServer();
    private final ChatModel model = OpenAiChat.compatible(server.url("/v1"), "m", ModelServer.options());
    private final ChatRequest request =
            ModelServer.question().withOutput(ModelServer.verdict()).withSampling(new Sampling(0.0, 100, 1L, 5));

    RefusedParametersTest() throws Exception {}

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "temperature | unsupported_value | temperature | temperature dropped: the server refuses it",
                "temperature | unsupported_parameter | temperature | temperature dropped: the server refuses it",
                "seed | unknown_parameter | seed | seed dropped: the server refuses it",
                "logprobs | unsupported_parameter | logprobs | logprobs dropped: the server refuses them",
                "top_logprobs | unsupported_parameter | logprobs | logprobs dropped: the server refuses them",
                "max_tokens | unsupported_parameter | max_tokens | limit of output tokens sent under its other name:"
                        + " the server refuses the first",
            })
    void leavesOutWhatTheServerRefusesAndRemembersIt(String parameter, String code, String dropped, String note)
            throws Exception {
        refuse(parameter, code, "Unsupported parameter: '%s'".formatted(parameter));
        server.answer(REPLY);
        server.answer(REPLY);

        assertThat(model.chat(request).notes()).containsExactly(note);
        assertThat(model.chat(request).notes()).containsExactly(note);

        assertThat(server.body().has(dropped)).isTrue();
        for (int i = 0; i < 2; i++) {
            JsonNode body = server.body();
            assertThat(body.has(dropped)).isFalse();
            assertThat(body.path("max_completion_tokens").asInt(100)).isEqualTo(100);
        }
        assertThat(server.http.getRequestCount()).isEqualTo(3);
        server.answer(REPLY);
        assertThat(model.chat(ModelServer.question()).notes())
                .as("it concerns no other request")
                .isEmpty();
    }

    @Test
    void goesOnFromOneRefusalToTheNext() throws Exception {
        refuse("temperature", "unsupported_value", "Only the default (1) value is supported");
        refuse("max_tokens", "unsupported_parameter", "Use 'max_completion_tokens' instead of 'max_tokens'.");
        refuse("max_completion_tokens", "unsupported_parameter", "That neither.");
        server.answer(REPLY);

        assertThat(model.chat(request).notes())
                .containsExactly(
                        "temperature dropped: the server refuses it",
                        "limit of output tokens dropped: the server refuses it");
    }

    @Test
    void fallsBackToJsonModeAndThenToWords() throws Exception {
        server.answer(400, "{\"error\": {\"message\": \"This response_format type is unavailable now\"}}");
        server.answer(REPLY);
        refuse("response_format", "unsupported_parameter", "no JSON mode");
        server.answer(REPLY);

        assertThat(model.chat(request).notes())
                .containsExactly("strict output form not sent: the server refuses it; asked for it in another way");
        assertThat(model.chat(request).notes())
                .containsExactly("output form only described in the prompt: the server refuses all others");

        assertThat(server.body().at("/response_format/type").asText()).isEqualTo("json_schema");
        JsonNode second = server.body();
        assertThat(second.path("response_format")).isEqualTo(ModelServer.json("{\"type\": \"json_object\"}"));
        assertThat(second.at("/messages/0/content").asText())
                .startsWith("Judge.\n\nAnswer with one JSON value and nothing else")
                .endsWith(ModelServer.verdict().schema().toString());
        assertThat(second.at("/messages/1/content").asText()).isEqualTo("Grüße?");
        server.body();
        JsonNode fourth = server.body();
        assertThat(fourth.has("response_format")).isFalse();
        assertThat(fourth.at("/messages/0/content").asText()).contains("JSON Schema:\n{");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\": \"json: unknown field \\\"seed\\\"\"}",
                "{\"detail\": [{\"type\": \"extra_forbidden\", \"loc\": [\"body\", \"seed\"], \"msg\": \"Extra inputs"
                        + " are not permitted\"}]}",
                "{\"object\": \"error\", \"message\": \"This model does not support seed\", \"param\": null}",
            })
    void readsTheRefusalsOfOtherServers(String error) throws Exception {
        server.answer(error.contains("detail") ? 422 : 400, error);
        server.answer(REPLY);

        assertThat(model.chat(request).notes()).containsExactly("seed dropped: the server refuses it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\": {\"param\": \"max_tokens\", \"code\": \"invalid_value\", \"message\": \"max_tokens is too"
                        + " large\"}}",
                "{\"error\": {\"param\": \"response_format\", \"code\": null, \"message\": \"Invalid schema for"
                        + " response_format: 'x' is not permitted\"}}",
                "{\"error\": {\"param\": \"messages\", \"code\": null, \"message\": \"Unsupported image\"}}",
                "{\"error\": {\"message\": \"This model's maximum context length is 8192 tokens\"}}",
                "{\"error\": {\"code\": \"unsupported_parameter\", \"param\": \"top_p\", \"message\": \"Unsupported:"
                        + " top_p\"}}",
                "no JSON",
            })
    void dropsNothingForAnErrorOfOurOwnMaking(String error) {
        server.answer(400, error);

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> model.chat(request))
                .returns("REQUEST_REFUSED", ScoringException::kind);
        assertThat(server.http.getRequestCount()).isEqualTo(1);
    }

    @Test
    void endsWhereTheServerRefusesWhatWasNotSentAgain() {
        for (int i = 0; i < 2; i++) {
            refuse("seed", "unsupported_parameter", "Unsupported parameter: 'seed'");
        }

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> model.chat(request))
                .withMessageEndingWith("answered 400: Unsupported parameter: 'seed'");
        assertThat(server.http.getRequestCount()).isEqualTo(2);
    }

    @Test
    void endsWhereTheServerRefusesWhatWasNeverSent() {
        refuse("temperature", "unsupported_parameter", "Unsupported parameter: 'temperature'");

        assertThatExceptionOfType(ScoringException.class).isThrownBy(() -> model.chat(ModelServer.question()));
        assertThat(server.http.getRequestCount()).isEqualTo(1);
    }

    private void refuse(String parameter, String code, String message) {
        server.answer(
                400,
                "{\"error\": {\"message\": \"%s\", \"type\": \"invalid_request_error\", \"param\": \"%s\", \"code\": \"%s\"}}"
                        .formatted(message, parameter, code));
    }
}
