package dev.junitllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmallValuesTest {

    @Test
    void aDocumentNeedsAnIdAndCopiesItsFacts() {
        Map<String, String> facts = new HashMap<>(Map.of("page", "3"));
        Document document = new Document("d", "text", 0.7, facts);
        facts.clear();

        assertThat(document.metadata()).containsEntry("page", "3");
        assertThat(document.score()).hasValue(0.7);
        assertThat(Document.of("d", "").score()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Document.of(" ", "text"))
                .withMessage("a document needs an id that isn't blank");
    }

    @Test
    void usageThatWasNotReportedIsUnknownAndNotZero() {
        assertThat(Usage.UNKNOWN.totalTokens()).isEmpty();
        assertThat(new Usage(3L, null).totalTokens()).isEmpty();
        assertThat(Usage.of(3, 4).totalTokens()).hasValue(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Usage.of(-1, 4))
                .withMessage(
                        "token counts can't be negative: input -1, output 4, cached null, written to the cache null, reasoning null");
    }

    @Test
    void aToolCallIsNotChangedFromOutside() {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode().put("q", "x");
        ToolCall call = ToolCall.of("search", arguments);
        arguments.put("q", "y");
        ((ObjectNode) call.arguments()).put("q", "z");

        assertThat(call).hasToString("search{\"q\":\"x\"}").isNotEqualTo(ToolCall.of("search"));
        assertThat(call)
                .isEqualTo(ToolCall.of("search", call.arguments()))
                .hasSameHashCodeAs(ToolCall.of("search", call.arguments()));
        assertThatIllegalArgumentException().isThrownBy(() -> ToolCall.of(""));
    }

    @Test
    void aMessageNeedsARole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Message(" ", "hello"))
                .withMessage("a message needs a role that isn't blank");
    }
}
