package dev.junitllm.trace.wire;

import static dev.junitllm.trace.wire.RecordedCall.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.TraceNames;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireCallTest {

    private static final String CHAT = "/v1/chat/completions";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            /v1/models               | {"model":"m"}
            /surveys/7/responses     | {"answers":[]}
            /chats/7/messages        | {"text":"hi"}
            /rooms/7/messages        | {"model":"m","messages":[]}
            /vectors/embeddings      | {"name":"x"}
            /api/chat                | {"text":"hi"}
            /v1/chat/completions/7   | {"model":"m"}
            """)
    void leavesOtherRequestsAlone(String path, String body) {
        assertThat(WireCall.of(new WireAddress("x.test", 80, path), body.getBytes(StandardCharsets.UTF_8), ""))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "api.openai.com, 443, openai",
        "OpenAI.com, 443, openai",
        "x.openai.azure.com, 443, azure.ai.openai",
        "x.services.ai.azure.com, 443, azure.ai.inference",
        "api.anthropic.com, 443, anthropic",
        "generativelanguage.googleapis.com, 443, gcp.gemini",
        "us-central1-aiplatform.googleapis.com, 443, gcp.vertex_ai",
        "api.groq.com, 443, groq",
        "api.mistral.ai, 443, mistral_ai",
        "api.x.ai, 443, x_ai",
        "relax.ai, 443, form",
        "openai.com.evil.test, 443, form",
        "localhost, 11434, ollama",
        "localhost, 8000, form"
    })
    void knowsProvidersByTheirHosts(String host, int port, String provider) {
        assertThat(Providers.of(host, port, "form")).isEqualTo(provider);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"messages\":7,\"tools\":\"x\",\"stop\":{},\"model\":{}}",
                "{\"messages\":[null,7,[[]],{\"role\":{},\"content\":{\"a\":null},\"tool_calls\":[1]}],\"n\":\"many\"}"
            })
    void saysWhatItKnowsOfABrokenRequest(String body) {
        SpanData span = RecordedCall.of(CHAT, body).answered("{\"id\":\"c1\"}");

        assertThat(says(span))
                .containsEntry(TraceNames.OPERATION_NAME, "chat")
                .containsEntry(TraceNames.RESPONSE_ID, "c1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "<html>",
                "{\"choices\":7}",
                "{\"choices\":[null,[],{\"index\":-1,\"message\":[]}]}",
                "{\"choices\":[{\"index\":2000000000,\"message\":{\"tool_calls\":[{\"index\":-5},{\"index\":99999999}]}}]}",
                "{\"usage\":{\"prompt_tokens\":-1,\"completion_tokens\":\"x\"}}"
            })
    void saysWhatItKnowsOfABrokenAnswer(String body) {
        SpanData span = RecordedCall.of(CHAT, "{\"model\":\"m\"}").answered(body);

        assertThat(says(span))
                .containsEntry(TraceNames.REQUEST_MODEL, "m")
                .doesNotContainKeys(TraceNames.USAGE_INPUT_TOKENS, TraceNames.OUTPUT_VALUE);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void survivesJsonThatIsNestedWithoutEnd() {
        SpanData span =
                RecordedCall.of(CHAT, "{\"messages\":" + "[".repeat(100_000)).answered("[".repeat(100_000));

        assertThat(span.getName()).isEqualTo("chat");
    }

    @Test
    void keepsNothingOfAnAnswerThatIsTooLong() {
        String body = "{\"choices\":[{\"message\":{\"content\":\"" + "x".repeat(WireCall.LONGEST_BODY) + "\"}}]}";

        SpanData span = RecordedCall.of(CHAT, "{\"model\":\"m\"}").answered(body);

        assertThat(says(span)).containsEntry(TraceNames.REQUEST_MODEL, "m").doesNotContainKey(TraceNames.OUTPUT_VALUE);
    }

    @Test
    void readsAnAnswerThatWasNotStreamedThoughItWasAskedToBe() {
        SpanData span =
                RecordedCall.of(CHAT, "{\"model\":\"m\",\"stream\":true}").answered("""
                {
                  "choices": [{"message": {"content": "Hi"}}]
                }""");

        assertThat(says(span)).containsEntry(TraceNames.OUTPUT_VALUE, "Hi");
    }

    @Test
    void readsEventsUnderATypeThatIsNone() {
        SpanData span = RecordedCall.of(CHAT, "{\"model\":\"m\",\"stream\":true}")
                .streamed("", "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}", "");

        assertThat(says(span)).containsEntry(TraceNames.OUTPUT_VALUE, "Hi");
    }

    @Test
    void passesOverEventsThatAreNoJson() {
        SpanData span = RecordedCall.of(CHAT, "{\"model\":\"m\",\"stream\":true}")
                .streamed(
                        "text/event-stream",
                        "data: {broken",
                        "",
                        "id: 7",
                        "data: {\"choices\":",
                        "data: [{\"delta\":{\"content\":\"Hi\"}}]}",
                        "",
                        "data:");

        assertThat(says(span)).containsEntry(TraceNames.OUTPUT_VALUE, "Hi");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"error":{"message":"too fast","type":"requests","code":null}} | too fast
            {"type":"error","error":{"type":"rate_limit_error","message":"too fast"}} | too fast
            [{"error":{"code":429,"message":"too fast"}}] | too fast
            {"error":"too fast"} | too fast
            {"detail":"too fast"} | too fast
            {"detail":[{"loc":"x"}]} | [{"loc":"x"}]
            too fast | too fast
            """)
    void failsByTheStatusAndSaysWhatTheBodySays(String body, String message) {
        SpanData span = RecordedCall.of(CHAT, "{\"model\":\"m\"}").answered(429, "application/json", body);

        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getStatus().getDescription()).isEqualTo(message);
        assertThat(says(span)).containsEntry(TraceNames.ERROR_TYPE, "429");
    }

    /** It is cut once it has been made safe: half a secret is not recognised. */
    @Test
    void leavesALongErrorWhole() {
        SpanData span = RecordedCall.of(CHAT, "{}").answered(500, "text/html", "x".repeat(5_000));

        assertThat(span.getStatus().getDescription()).hasSize(5_000);
    }
}
