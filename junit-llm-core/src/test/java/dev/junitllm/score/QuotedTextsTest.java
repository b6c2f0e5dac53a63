package dev.junitllm.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.Message;
import dev.junitllm.ToolCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotedTextsTest {

    @Test
    void areAllThatWentInAndCameOut() {
        GoldenCase golden = GoldenCase.builder("a", "input")
                .expected("expected")
                .references(List.of("reference"))
                .context(List.of(Document.of("1", "context")))
                .messages(List.of(new Message("user", "message")))
                .toolCalls(List.of(call("wanted")))
                .metadata(JsonNodeFactory.instance.objectNode().put("password", "metadata"))
                .build();
        Actual actual = Actual.of("output")
                .retrieved(List.of(Document.of("2", "retrieved")))
                .toolCall(call("called"));

        assertThat(QuotedTexts.of(golden, actual))
                .containsExactly(
                        "input",
                        "expected",
                        "reference",
                        "context",
                        "message",
                        "{\"id\":\"wanted\"}",
                        "{\"password\":\"metadata\"}",
                        "output",
                        "retrieved",
                        "{\"id\":\"called\"}");
    }

    @Test
    void areNoneOfWhatIsNotThere() {
        assertThat(QuotedTexts.of(GoldenCase.builder("a", "input").build(), new Actual()))
                .containsExactly("input");
        assertThat(QuotedTexts.of(null, new Actual())).isEmpty();
    }

    private static ToolCall call(String id) {
        return ToolCall.of("tool", JsonNodeFactory.instance.objectNode().put("id", id));
    }
}
