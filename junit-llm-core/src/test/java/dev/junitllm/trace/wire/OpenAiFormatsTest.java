package dev.junitllm.trace.wire;

import static dev.junitllm.trace.wire.RecordedCall.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.TraceNames;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenAiFormatsTest {

    private static final String CHAT = "/v1/chat/completions";

    @Test
    void saysWhatAChatCompletionAsksAndAnswers() {
        SpanData span = RecordedCall.of(CHAT, """
                {"model":"gpt-4o-mini","temperature":0.5,"top_p":1,"max_completion_tokens":99,"seed":7,"stop":"END","n":2,
                 "frequency_penalty":0.1,"presence_penalty":0.2,"response_format":{"type":"json_schema","json_schema":{}},
                 "tools":[{"type":"function","function":{"name":"lookup","description":"finds","parameters":{"type":"object"}}}],
                 "messages":[{"role":"system","content":"Be brief."},
                  {"role":"user","content":[{"type":"text","text":"How long?"},{"type":"image_url","image_url":{"url":"data:xyz"}}]},
                  {"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function",
                    "function":{"name":"lookup","arguments":"{\\"topic\\":\\"leave\\"}"}}]},
                  {"role":"tool","tool_call_id":"c1","content":"30 days"}]}""").answered("""
                {"id":"chatcmpl-1","model":"gpt-4o-mini-2024-07-18",
                 "choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"30 days."}},
                            {"index":1,"finish_reason":"length","message":{"role":"assistant","content":"Thirty"}}],
                 "usage":{"prompt_tokens":50,"completion_tokens":12,"prompt_tokens_details":{"cached_tokens":20},
                          "completion_tokens_details":{"reasoning_tokens":3}}}""");

        assertThat(span.getName()).isEqualTo("chat gpt-4o-mini");
        assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(says(span))
                .containsEntry(TraceNames.KIND, "llm")
                .containsEntry(TraceNames.OPEN_INFERENCE_KIND, "LLM")
                .containsEntry(TraceNames.OPERATION_NAME, "chat")
                .containsEntry(TraceNames.PROVIDER_NAME, "openai")
                .containsEntry(TraceNames.REQUEST_MODEL, "gpt-4o-mini")
                .containsEntry(TraceNames.SERVER_ADDRESS, "model.test")
                .containsEntry(TraceNames.SERVER_PORT, 443L)
                .containsEntry(TraceNames.REQUEST_TEMPERATURE, 0.5)
                .containsEntry(TraceNames.REQUEST_TOP_P, 1.0)
                .containsEntry(TraceNames.REQUEST_MAX_TOKENS, 99L)
                .containsEntry(TraceNames.REQUEST_SEED, 7L)
                .containsEntry(TraceNames.REQUEST_STOP_SEQUENCES, List.of("END"))
                .containsEntry(TraceNames.REQUEST_CHOICE_COUNT, 2L)
                .containsEntry(TraceNames.REQUEST_FREQUENCY_PENALTY, 0.1)
                .containsEntry(TraceNames.REQUEST_PRESENCE_PENALTY, 0.2)
                .containsEntry(TraceNames.OUTPUT_TYPE, "json")
                .containsEntry(TraceNames.TOOL_DEFINITIONS, """
                        [{"type":"function","name":"lookup","description":"finds","parameters":{"type":"object"}}]""")
                .containsEntry(TraceNames.INPUT_MESSAGES, """
                        [{"role":"system","parts":[{"type":"text","content":"Be brief."}]},\
                        {"role":"user","parts":[{"type":"text","content":"How long?"},{"type":"image_url"}]},\
                        {"role":"assistant","parts":[{"type":"tool_call","id":"c1","name":"lookup","arguments":{"topic":"leave"}}]},\
                        {"role":"tool","parts":[{"type":"tool_call_response","id":"c1","result":"30 days"}]}]""")
                .containsEntry(TraceNames.INPUT_VALUE, "How long?")
                .containsEntry(TraceNames.OUTPUT_MESSAGES, """
                        [{"role":"assistant","parts":[{"type":"text","content":"30 days."}],"finish_reason":"stop"},\
                        {"role":"assistant","parts":[{"type":"text","content":"Thirty"}],"finish_reason":"length"}]""")
                .containsEntry(TraceNames.OUTPUT_VALUE, "30 days.")
                .containsEntry(TraceNames.RESPONSE_ID, "chatcmpl-1")
                .containsEntry(TraceNames.RESPONSE_MODEL, "gpt-4o-mini-2024-07-18")
                .containsEntry(TraceNames.RESPONSE_FINISH_REASONS, List.of("stop", "length"))
                .containsEntry(TraceNames.USAGE_INPUT_TOKENS, 50L)
                .containsEntry(TraceNames.USAGE_OUTPUT_TOKENS, 12L)
                .containsEntry(TraceNames.USAGE_CACHE_READ_TOKENS, 20L)
                .containsEntry(TraceNames.USAGE_REASONING_TOKENS, 3L)
                .doesNotContainKeys(TraceNames.REQUEST_STREAM, TraceNames.RESPONSE_TIME_TO_FIRST_CHUNK);
    }

    @Test
    void putsAStreamedAnswerTogether() {
        SpanData span = RecordedCall.of(CHAT, "{\"model\":\"m\",\"stream\":true,\"messages\":[]}")
                .streamed(
                        "text/event-stream; charset=utf-8",
                        ": a remark",
                        "data: {\"id\":\"c9\",\"model\":\"m-1\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"Drei\\u00dfig \"}}]}",
                        "",
                        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Täge\"}}]}",
                        "",
                        "data: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"t1\",\"function\":{\"name\":\"a\",\"arguments\":\"{\\\"x\\\"\"}}]}}]}",
                        "",
                        "data: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":1,\"id\":\"t2\",\"function\":{\"name\":\"b\",\"arguments\":\"{}\"}}]}}]}",
                        "",
                        "data: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\":1}\"}}]},\"finish_reason\":\"tool_calls\"}]}",
                        "",
                        "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":6}}",
                        "",
                        "data: [DONE]",
                        "");

        assertThat(says(span))
                .containsEntry(TraceNames.REQUEST_STREAM, true)
                .containsEntry(TraceNames.OUTPUT_MESSAGES, """
                        [{"role":"assistant","parts":[{"type":"text","content":"Dreißig Täge"},\
                        {"type":"tool_call","id":"t1","name":"a","arguments":{"x":1}},\
                        {"type":"tool_call","id":"t2","name":"b","arguments":{}}],"finish_reason":"tool_calls"}]""")
                .containsEntry(TraceNames.RESPONSE_ID, "c9")
                .containsEntry(TraceNames.RESPONSE_MODEL, "m-1")
                .containsEntry(TraceNames.USAGE_INPUT_TOKENS, 5L)
                .containsEntry(TraceNames.USAGE_OUTPUT_TOKENS, 6L)
                .containsKey(TraceNames.RESPONSE_TIME_TO_FIRST_CHUNK);
    }

    @Test
    void tellsStreamedToolCallsApartWhereTheServerNumbersNone() {
        SpanData span = RecordedCall.of(CHAT, "{\"model\":\"m\",\"stream\":true}")
                .streamed(
                        "text/event-stream",
                        "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"id\":\"t1\",\"function\":{\"name\":\"a\",\"arguments\":\"{}\"}}]}}]}",
                        "",
                        "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"id\":\"t2\",\"function\":{\"name\":\"b\",\"arguments\":\"{\"}}]}}]}",
                        "",
                        "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"function\":{\"arguments\":\"}\"}}]}}]}");

        assertThat((String) says(span).get(TraceNames.OUTPUT_MESSAGES))
                .contains("\"id\":\"t1\",\"name\":\"a\",\"arguments\":{}")
                .contains("\"id\":\"t2\",\"name\":\"b\",\"arguments\":{}");
    }

    @Test
    void takesARefusalForTheAnswerAndUnknownUsageForUnknown() {
        SpanData span = RecordedCall.of(CHAT, "{\"model\":\"m\"}").answered("""
                {"choices":[{"message":{"content":null,"refusal":"I can't."},"finish_reason":"stop"}],"usage":null}""");

        assertThat(says(span))
                .containsEntry(TraceNames.OUTPUT_VALUE, "I can't.")
                .doesNotContainKeys(TraceNames.USAGE_INPUT_TOKENS, TraceNames.USAGE_OUTPUT_TOKENS);
    }

    @Test
    void takesAzuresModelFromThePath() {
        SpanData span = RecordedCall.of("/openai/deployments/my-mini/chat/completions", "{\"messages\":[]}")
                .unanswered();

        assertThat(span.getName()).isEqualTo("chat my-mini");
    }

    @Test
    void saysWhatAResponseAsksAndAnswers() {
        SpanData span = RecordedCall.of("/v1/responses", """
                {"model":"gpt-5-mini","instructions":"Be brief.","max_output_tokens":50,
                 "text":{"format":{"type":"json_schema","name":"v","schema":{}}},"conversation":{"id":"conv_1"},
                 "tools":[{"type":"function","name":"lookup","parameters":{}},{"type":"web_search"}],
                 "input":[{"role":"user","content":[{"type":"input_text","text":"Hello"}]},
                          {"type":"function_call","call_id":"c1","name":"lookup","arguments":"{}"},
                          {"type":"function_call_output","call_id":"c1","output":"none"},{"type":"item_reference","id":"x"}]}""").answered("""
                {"id":"resp_1","object":"response","status":"completed","model":"gpt-5-mini-x","error":null,"incomplete_details":null,
                 "output":[{"type":"reasoning","summary":[{"type":"summary_text","text":"Hm."}]},
                           {"type":"message","role":"assistant","content":[{"type":"output_text","text":"Hi"}]},
                           {"type":"function_call","call_id":"c2","name":"lookup","arguments":"{\\"q\\":1}"}],
                 "usage":{"input_tokens":9,"input_tokens_details":{"cached_tokens":4},"output_tokens":8,
                          "output_tokens_details":{"reasoning_tokens":2}}}""");

        assertThat(span.getName()).isEqualTo("chat gpt-5-mini");
        assertThat(says(span))
                .containsEntry(TraceNames.SYSTEM_INSTRUCTIONS, "[{\"type\":\"text\",\"content\":\"Be brief.\"}]")
                .containsEntry(TraceNames.REQUEST_MAX_TOKENS, 50L)
                .containsEntry(TraceNames.OUTPUT_TYPE, "json")
                .containsEntry(TraceNames.CONVERSATION_ID, "conv_1")
                .containsEntry(
                        TraceNames.TOOL_DEFINITIONS,
                        "[{\"type\":\"function\",\"name\":\"lookup\",\"parameters\":{}},{\"type\":\"web_search\"}]")
                .containsEntry(TraceNames.INPUT_MESSAGES, """
                        [{"role":"user","parts":[{"type":"text","content":"Hello"}]},\
                        {"role":"assistant","parts":[{"type":"tool_call","id":"c1","name":"lookup","arguments":{}}]},\
                        {"role":"tool","parts":[{"type":"tool_call_response","id":"c1","result":"none"}]},\
                        {"role":"assistant","parts":[{"type":"item_reference"}]}]""")
                .containsEntry(TraceNames.OUTPUT_MESSAGES, """
                        [{"role":"assistant","parts":[{"type":"reasoning","content":"Hm."},{"type":"text","content":"Hi"},\
                        {"type":"tool_call","id":"c2","name":"lookup","arguments":{"q":1}}],"finish_reason":"stop"}]""")
                .containsEntry(TraceNames.RESPONSE_ID, "resp_1")
                .containsEntry(TraceNames.USAGE_INPUT_TOKENS, 9L)
                .containsEntry(TraceNames.USAGE_CACHE_READ_TOKENS, 4L)
                .containsEntry(TraceNames.USAGE_OUTPUT_TOKENS, 8L)
                .containsEntry(TraceNames.USAGE_REASONING_TOKENS, 2L);
    }

    @Test
    void takesAStreamedResponseFromItsLastEvent() {
        SpanData span = RecordedCall.of("/v1/responses", "{\"model\":\"m\",\"stream\":true,\"input\":\"Hello\"}")
                .streamed(
                        "text/event-stream",
                        "event: response.created",
                        "data: {\"type\":\"response.created\",\"response\":{\"id\":\"r1\",\"object\":\"response\",\"status\":\"in_progress\",\"output\":[]}}",
                        "",
                        "data: {\"type\":\"response.output_text.delta\",\"delta\":\"Hel\"}",
                        "",
                        "data: {\"type\":\"response.output_text.delta\",\"delta\":\"lo\"}",
                        "",
                        "data: {\"type\":\"response.incomplete\",\"response\":{\"id\":\"r1\",\"object\":\"response\",\"status\":\"incomplete\",\"incomplete_details\":{\"reason\":\"max_output_tokens\"},\"model\":\"m-2\",\"output\":[{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"Hello\"}]}],\"usage\":{\"input_tokens\":1,\"output_tokens\":2}}}",
                        "");

        assertThat(says(span))
                .containsEntry(TraceNames.INPUT_VALUE, "Hello")
                .containsEntry(TraceNames.OUTPUT_VALUE, "Hello")
                .containsEntry(TraceNames.RESPONSE_MODEL, "m-2")
                .containsEntry(TraceNames.RESPONSE_FINISH_REASONS, List.of("max_output_tokens"))
                .containsEntry(TraceNames.USAGE_OUTPUT_TOKENS, 2L);
    }

    @Test
    void keepsWhatCameOfAStreamedResponseThatBreaksOff() {
        SpanData span = RecordedCall.of("/v1/responses", "{\"model\":\"m\",\"stream\":true,\"input\":\"Hello\"}")
                .streamed(
                        "text/event-stream",
                        "data: {\"type\":\"response.output_text.delta\",\"delta\":\"Hel\"}",
                        "",
                        "data: {\"type\":\"error\",\"code\":\"server_error\",\"message\":\"sorry\"}",
                        "");

        assertThat(says(span))
                .containsEntry(TraceNames.OUTPUT_VALUE, "Hel")
                .containsEntry(TraceNames.ERROR_TYPE, "server_error");
        assertThat(span.getStatus().getDescription()).isEqualTo("sorry");
    }

    @Test
    void failsWhereAResponseOfStatus200Failed() {
        SpanData span = RecordedCall.of("/v1/responses", "{\"model\":\"m\",\"input\":\"Hello\"}")
                .answered("""
                        {"object":"response","status":"failed","error":{"code":"rate_limit_exceeded","message":"slower"},"output":[]}""");

        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(says(span)).containsEntry(TraceNames.ERROR_TYPE, "rate_limit_exceeded");
    }

    @Test
    void countsTheDimensionsOfEmbeddings() {
        SpanData numbers = RecordedCall.of("/v1/embeddings", "{\"model\":\"e\",\"input\":[\"a\",\"b\"]}")
                .answered("""
                        {"model":"e-1","data":[{"embedding":[0.1,0.2,0.3]},{"embedding":[1,2,3]}],"usage":{"prompt_tokens":4}}""");
        SpanData base64 = RecordedCall.of("/v1/embeddings", "{\"model\":\"e\",\"input\":\"a\"}")
                .answered("{\"data\":[{\"embedding\":\"AACAPwAAAEA=\"}]}");

        assertThat(numbers.getName()).isEqualTo("embeddings e");
        assertThat(says(numbers))
                .containsEntry(TraceNames.KIND, "embedding")
                .containsEntry(TraceNames.INPUT_VALUE, "[\"a\",\"b\"]")
                .containsEntry(TraceNames.EMBEDDING_DIMENSIONS, 3L)
                .containsEntry(TraceNames.RESPONSE_MODEL, "e-1")
                .containsEntry(TraceNames.USAGE_INPUT_TOKENS, 4L);
        assertThat(says(base64))
                .containsEntry(TraceNames.INPUT_VALUE, "a")
                .containsEntry(TraceNames.EMBEDDING_DIMENSIONS, 2L);
    }
}
