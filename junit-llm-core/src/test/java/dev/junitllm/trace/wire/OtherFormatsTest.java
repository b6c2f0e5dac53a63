package dev.junitllm.trace.wire;

import static dev.junitllm.trace.wire.RecordedCall.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.TraceNames;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Anthropic, Gemini and Ollama. */
class OtherFormatsTest {

    private static final String GEMINI = "/v1beta/models/gemini-2.5-flash:";

    @Test
    void countsAnthropicsCachedTokensAsInput() {
        SpanData span = RecordedCall.of("/v1/messages", """
                {"model":"claude-x","max_tokens":100,"temperature":0,"top_k":5,"stop_sequences":["a","b"],
                 "system":[{"type":"text","text":"Be brief."}],"tools":[{"name":"lookup","input_schema":{"type":"object"}}],
                 "messages":[{"role":"user","content":"How long?"},
                  {"role":"assistant","content":[{"type":"thinking","thinking":"Hm."},{"type":"tool_use","id":"t1","name":"lookup","input":{"q":1}}]},
                  {"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":[{"type":"text","text":"30"}]},
                                            {"type":"image","source":{}}]}]}""").answered("""
                {"id":"msg_1","type":"message","role":"assistant","model":"claude-x-1","stop_reason":"tool_use",
                 "content":[{"type":"text","text":"Let me see."},{"type":"tool_use","id":"t2","name":"lookup","input":{"q":2}}],
                 "usage":{"input_tokens":50,"cache_creation_input_tokens":7,"cache_read_input_tokens":100,"output_tokens":12}}""");

        assertThat(span.getName()).isEqualTo("chat claude-x");
        assertThat(says(span))
                .containsEntry(TraceNames.PROVIDER_NAME, "anthropic")
                .containsEntry(TraceNames.SYSTEM_INSTRUCTIONS, "[{\"type\":\"text\",\"content\":\"Be brief.\"}]")
                .containsEntry(TraceNames.REQUEST_MAX_TOKENS, 100L)
                .containsEntry(TraceNames.REQUEST_TEMPERATURE, 0.0)
                .containsEntry(TraceNames.REQUEST_TOP_K, 5L)
                .containsEntry(TraceNames.REQUEST_STOP_SEQUENCES, List.of("a", "b"))
                .containsEntry(
                        TraceNames.TOOL_DEFINITIONS,
                        "[{\"type\":\"function\",\"name\":\"lookup\",\"parameters\":{\"type\":\"object\"}}]")
                .containsEntry(TraceNames.INPUT_VALUE, "How long?")
                .containsEntry(TraceNames.INPUT_MESSAGES, """
                        [{"role":"user","parts":[{"type":"text","content":"How long?"}]},\
                        {"role":"assistant","parts":[{"type":"reasoning","content":"Hm."},\
                        {"type":"tool_call","id":"t1","name":"lookup","arguments":{"q":1}}]},\
                        {"role":"user","parts":[{"type":"tool_call_response","id":"t1","result":"30"},{"type":"image"}]}]""")
                .containsEntry(TraceNames.OUTPUT_MESSAGES, """
                        [{"role":"assistant","parts":[{"type":"text","content":"Let me see."},\
                        {"type":"tool_call","id":"t2","name":"lookup","arguments":{"q":2}}],"finish_reason":"tool_use"}]""")
                .containsEntry(TraceNames.RESPONSE_MODEL, "claude-x-1")
                .containsEntry(TraceNames.USAGE_INPUT_TOKENS, 157L)
                .containsEntry(TraceNames.USAGE_CACHE_READ_TOKENS, 100L)
                .containsEntry(TraceNames.USAGE_CACHE_WRITE_TOKENS, 7L)
                .containsEntry(TraceNames.USAGE_OUTPUT_TOKENS, 12L);
    }

    @Test
    void putsAnthropicsEventsTogether() {
        SpanData span = RecordedCall.of(
                        "/v1/messages", "{\"model\":\"c\",\"max_tokens\":1,\"stream\":true,\"messages\":[]}")
                .streamed(
                        "text/event-stream",
                        "event: message_start",
                        "data: {\"type\":\"message_start\",\"message\":{\"id\":\"m1\",\"model\":\"c-1\",\"content\":[],\"usage\":{\"input_tokens\":10,\"cache_read_input_tokens\":5,\"output_tokens\":1}}}",
                        "",
                        "data: {\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}",
                        "",
                        "data: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"Let \"}}",
                        "",
                        "data: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"me\"}}",
                        "",
                        "data: {\"type\":\"content_block_start\",\"index\":1,\"content_block\":{\"type\":\"tool_use\",\"id\":\"t1\",\"name\":\"lookup\",\"input\":{}}}",
                        "",
                        "data: {\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"q\\\":\"}}",
                        "",
                        "data: {\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"1}\"}}",
                        "",
                        "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"tool_use\"},\"usage\":{\"output_tokens\":20}}",
                        "",
                        "data: {\"type\":\"message_stop\"}",
                        "");

        assertThat(says(span))
                .containsEntry(TraceNames.OUTPUT_MESSAGES, """
                        [{"role":"assistant","parts":[{"type":"text","content":"Let me"},\
                        {"type":"tool_call","id":"t1","name":"lookup","arguments":{"q":1}}],"finish_reason":"tool_use"}]""")
                .containsEntry(TraceNames.RESPONSE_ID, "m1")
                .containsEntry(TraceNames.USAGE_INPUT_TOKENS, 15L)
                .containsEntry(TraceNames.USAGE_OUTPUT_TOKENS, 20L);
    }

    @Test
    void failsWhereAnthropicsStreamSaysSo() {
        SpanData span = RecordedCall.of(
                        "/v1/messages", "{\"model\":\"c\",\"max_tokens\":1,\"stream\":true,\"messages\":[]}")
                .streamed(
                        "text/event-stream",
                        "event: error",
                        "data: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}",
                        "");

        assertThat(says(span)).containsEntry(TraceNames.ERROR_TYPE, "overloaded_error");
        assertThat(span.getStatus().getDescription()).isEqualTo("Overloaded");
    }

    @Test
    void saysWhatGeminiIsAskedAndAnswers() {
        SpanData span = RecordedCall.of(GEMINI + "generateContent", """
                {"systemInstruction":{"parts":[{"text":"Be brief."}]},
                 "contents":[{"role":"user","parts":[{"text":"How long?"},{"inlineData":{"data":"xyz"}}]},
                  {"role":"model","parts":[{"functionCall":{"name":"lookup","args":{"q":1}}}]},
                  {"role":"user","parts":[{"functionResponse":{"name":"lookup","response":{"days":30}}}]}],
                 "tools":[{"functionDeclarations":[{"name":"lookup","description":"finds"}]}],
                 "generationConfig":{"temperature":0.2,"topP":0.9,"topK":40,"maxOutputTokens":64,"seed":3,"stopSequences":["X"],
                   "candidateCount":1,"responseMimeType":"application/json"}}""").answered("""
                {"responseId":"r1","modelVersion":"gemini-2.5-flash-001",
                 "candidates":[{"finishReason":"STOP","content":{"role":"model","parts":[{"text":"Hm.","thought":true},{"text":"30"},
                   {"functionCall":{"name":"lookup","args":{"q":2}}}]}}],
                 "usageMetadata":{"promptTokenCount":50,"candidatesTokenCount":12,"thoughtsTokenCount":8,"cachedContentTokenCount":5}}""");

        assertThat(span.getName()).isEqualTo("generate_content gemini-2.5-flash");
        assertThat(says(span))
                .containsEntry(TraceNames.KIND, "llm")
                .containsEntry(TraceNames.PROVIDER_NAME, "gcp.gemini")
                .containsEntry(TraceNames.SYSTEM_INSTRUCTIONS, "[{\"type\":\"text\",\"content\":\"Be brief.\"}]")
                .containsEntry(TraceNames.REQUEST_TEMPERATURE, 0.2)
                .containsEntry(TraceNames.REQUEST_TOP_P, 0.9)
                .containsEntry(TraceNames.REQUEST_TOP_K, 40L)
                .containsEntry(TraceNames.REQUEST_MAX_TOKENS, 64L)
                .containsEntry(TraceNames.REQUEST_SEED, 3L)
                .containsEntry(TraceNames.REQUEST_STOP_SEQUENCES, List.of("X"))
                .containsEntry(TraceNames.OUTPUT_TYPE, "json")
                .doesNotContainKey(TraceNames.REQUEST_CHOICE_COUNT)
                .containsEntry(
                        TraceNames.TOOL_DEFINITIONS,
                        "[{\"type\":\"function\",\"name\":\"lookup\",\"description\":\"finds\"}]")
                .containsEntry(TraceNames.INPUT_MESSAGES, """
                        [{"role":"user","parts":[{"type":"text","content":"How long?"},{"type":"inlineData"}]},\
                        {"role":"assistant","parts":[{"type":"tool_call","name":"lookup","arguments":{"q":1}}]},\
                        {"role":"user","parts":[{"type":"tool_call_response","id":"lookup","result":{"days":30}}]}]""")
                .containsEntry(TraceNames.OUTPUT_MESSAGES, """
                        [{"role":"assistant","parts":[{"type":"reasoning","content":"Hm."},{"type":"text","content":"30"},\
                        {"type":"tool_call","name":"lookup","arguments":{"q":2}}],"finish_reason":"STOP"}]""")
                .containsEntry(TraceNames.RESPONSE_ID, "r1")
                .containsEntry(TraceNames.RESPONSE_MODEL, "gemini-2.5-flash-001")
                .containsEntry(TraceNames.USAGE_INPUT_TOKENS, 50L)
                .containsEntry(TraceNames.USAGE_OUTPUT_TOKENS, 20L)
                .containsEntry(TraceNames.USAGE_REASONING_TOKENS, 8L)
                .containsEntry(TraceNames.USAGE_CACHE_READ_TOKENS, 5L);
    }

    @Test
    void putsGeminisPiecesTogetherWhetherEventsOrAnArray() {
        String first = "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Thir\"}]}}]}";
        String last = "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"ty\"}]},\"finishReason\":\"STOP\"}],"
                + "\"usageMetadata\":{\"promptTokenCount\":1,\"candidatesTokenCount\":2}}";

        SpanData events = RecordedCall.of(GEMINI + "streamGenerateContent", "{}")
                .streamed("text/event-stream", "data: " + first, "", "data: " + last, "");
        SpanData array = RecordedCall.of(GEMINI + "streamGenerateContent", "{}")
                .streamed("application/json; charset=UTF-8", "[" + first, ",", last + "]");

        for (SpanData span : List.of(events, array)) {
            assertThat(says(span))
                    .containsEntry(TraceNames.OUTPUT_VALUE, "Thirty")
                    .containsEntry(TraceNames.REQUEST_STREAM, true)
                    .containsEntry(TraceNames.RESPONSE_FINISH_REASONS, List.of("STOP"))
                    .containsEntry(TraceNames.USAGE_OUTPUT_TOKENS, 2L)
                    .containsKey(TraceNames.RESPONSE_TIME_TO_FIRST_CHUNK);
        }
    }

    @Test
    void saysThatGeminiBlockedAPrompt() {
        SpanData span = RecordedCall.of(GEMINI + "generateContent", "{}")
                .answered("{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}");

        assertThat(says(span)).containsEntry(TraceNames.RESPONSE_FINISH_REASONS, List.of("SAFETY"));
    }

    @Test
    void countsTheDimensionsOfGeminisEmbeddings() {
        SpanData one = RecordedCall.of("/v1beta/models/e:embedContent", "{\"content\":{\"parts\":[{\"text\":\"a\"}]}}")
                .answered("{\"embedding\":{\"values\":[1,2]}}");
        SpanData several = RecordedCall.of("/v1beta/models/e:batchEmbedContents", "{\"requests\":[]}")
                .answered("{\"embeddings\":[{\"values\":[1,2,3]}]}");

        assertThat(says(one))
                .containsEntry(TraceNames.OPERATION_NAME, "embeddings")
                .containsEntry(TraceNames.INPUT_VALUE, "a")
                .containsEntry(TraceNames.EMBEDDING_DIMENSIONS, 2L);
        assertThat(says(several)).containsEntry(TraceNames.EMBEDDING_DIMENSIONS, 3L);
    }

    @Test
    void putsOllamasLinesTogether() {
        SpanData span = RecordedCall.of("/api/chat", """
                {"model":"llama3.2","options":{"temperature":0,"num_predict":20,"seed":1},"format":"json",
                 "messages":[{"role":"user","content":"Hi","images":["x"]},
                  {"role":"assistant","content":"","tool_calls":[{"function":{"name":"lookup","arguments":{"q":1}}}]},
                  {"role":"tool","tool_name":"lookup","content":"none"}]}""")
                .streamed(
                        "application/x-ndjson",
                        "{\"model\":\"llama3.2\",\"message\":{\"role\":\"assistant\",\"content\":\"Hel\"},\"done\":false}",
                        "{\"model\":\"llama3.2\",\"message\":{\"role\":\"assistant\",\"content\":\"lo\",\"tool_calls\":[{\"function\":{\"name\":\"lookup\",\"arguments\":{\"q\":2}}}]},\"done\":false}",
                        "{\"model\":\"llama3.2\",\"message\":{\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":3,\"eval_count\":4}");

        assertThat(span.getName()).isEqualTo("chat llama3.2");
        assertThat(says(span))
                .containsEntry(TraceNames.PROVIDER_NAME, "ollama")
                .containsEntry(TraceNames.REQUEST_STREAM, true)
                .containsEntry(TraceNames.REQUEST_MAX_TOKENS, 20L)
                .containsEntry(TraceNames.REQUEST_SEED, 1L)
                .containsEntry(TraceNames.OUTPUT_TYPE, "json")
                .containsEntry(TraceNames.INPUT_MESSAGES, """
                        [{"role":"user","parts":[{"type":"text","content":"Hi"},{"type":"image"}]},\
                        {"role":"assistant","parts":[{"type":"tool_call","name":"lookup","arguments":{"q":1}}]},\
                        {"role":"tool","parts":[{"type":"tool_call_response","id":"lookup","result":"none"}]}]""")
                .containsEntry(TraceNames.OUTPUT_MESSAGES, """
                        [{"role":"assistant","parts":[{"type":"text","content":"Hello"},\
                        {"type":"tool_call","name":"lookup","arguments":{"q":2}}],"finish_reason":"stop"}]""")
                .containsEntry(TraceNames.USAGE_INPUT_TOKENS, 3L)
                .containsEntry(TraceNames.USAGE_OUTPUT_TOKENS, 4L);
    }

    @Test
    void readsOllamasLinesUnderATypeThatIsNone() {
        SpanData span = RecordedCall.of("/api/generate", "{\"model\":\"l\",\"prompt\":\"Hi\",\"system\":\"Be brief.\"}")
                .streamed("application/json", "{\"response\":\"Hel\"}", "{\"response\":\"lo\",\"done\":true}");

        assertThat(says(span))
                .containsEntry(TraceNames.SYSTEM_INSTRUCTIONS, "[{\"type\":\"text\",\"content\":\"Be brief.\"}]")
                .containsEntry(TraceNames.INPUT_VALUE, "Hi")
                .containsEntry(TraceNames.OUTPUT_VALUE, "Hello");
    }

    @Test
    void saysThatOllamaFailedInTheMiddle() {
        SpanData span = RecordedCall.of("/api/chat", "{\"model\":\"l\",\"messages\":[]}")
                .streamed(
                        "application/x-ndjson", "{\"message\":{\"content\":\"Hel\"}}", "{\"error\":\"out of memory\"}");

        assertThat(span.getStatus().getDescription()).isEqualTo("out of memory");
        assertThat(says(span)).containsEntry(TraceNames.OUTPUT_VALUE, "Hel");
    }

    @Test
    void countsTheDimensionsOfOllamasEmbeddings() {
        SpanData span = RecordedCall.of("/api/embed", "{\"model\":\"e\",\"input\":\"a\"}")
                .answered("{\"model\":\"e\",\"embeddings\":[[1,2,3]],\"prompt_eval_count\":2}");

        assertThat(says(span))
                .containsEntry(TraceNames.EMBEDDING_DIMENSIONS, 3L)
                .containsEntry(TraceNames.USAGE_INPUT_TOKENS, 2L);
    }
}
