package dev.junitllm.judge.reply;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.FinishReason;
import org.junit.jupiter.api.Test;

class ReplyReaderTest {

    @Test
    void saysWhatToDoAboutAReplyThatWasCutOff() {
        ObjectNode form = JsonNodeFactory.instance.objectNode().put("type", "object");
        form.putObject("properties").putObject("verdict").put("type", "string");
        form.putArray("required").add("verdict");
        ReplySchema schema = ReplySchema.of(form.put("additionalProperties", false));
        ChatReply reply = ChatReply.of("{\"verdict\":").withFinish(FinishReason.LENGTH, "length");

        assertThatExceptionOfType(ReplyFault.class)
                .isThrownBy(() -> ReplyReader.read(reply, schema, "n1"))
                .withMessage(
                        "the reply was cut off at the limit of output tokens, after 11 characters: raise the limit, for a"
                                + " configured judge by junit.llm.judge.max-output-tokens");
    }
}
