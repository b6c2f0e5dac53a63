package dev.junitllm.trace.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceMessagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void areJsonAsTheConventionsHaveIt() {
        TraceMessages messages = new TraceMessages()
                .message("user")
                .text("one")
                .text("two")
                .message("assistant")
                .reasoning("hm")
                .toolCall("c1", "lookup", "{\"id\": 7}")
                .toolCall(null, "now", "")
                .finish("tool_calls")
                .message("tool")
                .toolResult("c1", "[1]")
                .omitted("image");

        assertThat(messages.json()).isEqualTo("""
                [{"role":"user","parts":[{"type":"text","content":"one"},{"type":"text","content":"two"}]},\
                {"role":"assistant","parts":[{"type":"reasoning","content":"hm"},\
                {"type":"tool_call","id":"c1","name":"lookup","arguments":{"id":7}},\
                {"type":"tool_call","name":"now","arguments":{}}],"finish_reason":"tool_calls"},\
                {"role":"tool","parts":[{"type":"tool_call_response","id":"c1","result":[1]},{"type":"image"}]}]""");
        assertThat(messages.lastText("user")).contains("one\ntwo");
        assertThat(messages.text()).contains("one\ntwo");
        assertThat(messages.lastText("assistant")).isEmpty();
    }

    @Test
    void holdAnyText() throws JsonProcessingException {
        String hostile = "\"}]\\ \u0000\u001f\n\u2028 </script> \ud83d\ude00 \ud83d {{x}}";

        JsonNode read = JSON.readTree(new TraceMessages()
                .message(hostile)
                .text(hostile)
                .toolCall(hostile, hostile, hostile)
                .finish(hostile)
                .json());

        assertThat(read.at("/0/role").asText()).isEqualTo(hostile);
        assertThat(read.at("/0/parts/0/content").asText()).isEqualTo(hostile);
        assertThat(read.at("/0/parts/1/id").asText()).isEqualTo(hostile);
        assertThat(read.at("/0/parts/1/name").asText()).isEqualTo(hostile);
        assertThat(read.at("/0/parts/1/arguments").asText()).isEqualTo(hostile);
        assertThat(read.at("/0/finish_reason").asText()).isEqualTo(hostile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain \u007f\u00fc", "a \" quote", "a \\ slash", "a line\n", "\u0000", "\u001f"})
    void holdTextsOfWhichOneCharacterIsEscaped(String text) throws JsonProcessingException {
        String json = new TraceMessages().message("user").text(text).json();

        assertThat(JSON.readTree(json)
                        .path(0)
                        .path("parts")
                        .path(0)
                        .path("content")
                        .textValue())
                .isEqualTo(text);
        assertThat(json).contains(JSON.writeValueAsString(text));
    }

    /** Libraries pass on what a model sent. */
    @Test
    @SuppressWarnings("NullAway")
    void sayOfACallWithoutANameThatItHasNone() {
        assertThat(new TraceMessages()
                        .message("assistant")
                        .toolCall("c1", null, "{}")
                        .json())
                .isEqualTo("[{\"role\":\"assistant\",\"parts\":["
                        + "{\"type\":\"tool_call\",\"id\":\"c1\",\"name\":null,\"arguments\":{}}]}]");
    }

    @Test
    void areEmptyWhereThereIsNone() {
        assertThat(new TraceMessages().json()).isEmpty();
        assertThat(new TraceMessages().partsJson()).isEmpty();
        assertThat(new TraceMessages().message("user").text("").text(null).json())
                .isEqualTo("[{\"role\":\"user\",\"parts\":[]}]");
        assertThat(new TraceMessages().message("system").text("Be brief.").partsJson())
                .isEqualTo("[{\"type\":\"text\",\"content\":\"Be brief.\"}]");
    }
}
