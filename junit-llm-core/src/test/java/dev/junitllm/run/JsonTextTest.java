package dev.junitllm.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    private final ObjectNode object = JsonNodeFactory.instance.objectNode();

    @Test
    void writesEveryKindOfValueInOneLine() throws IOException {
        object.put("text", "a\nb").put("number", 0.25).put("whole", 7L).put("yes", true);
        object.putNull("nothing");
        object.putArray("list").add(1).addObject().put("in", "side");

        assertThat(JsonText.inOneLine(object))
                .isEqualTo("{\"text\":\"a\\nb\",\"number\":0.25,\"whole\":7,\"yes\":true,\"nothing\":null,"
                        + "\"list\":[1,{\"in\":\"side\"}]}");
    }

    @Test
    void escapesWhatIsNotAscii() throws IOException {
        object.put("\u00e9", "\u202e \ud83d\ude00 \ud800");

        assertThat(JsonText.inOneLine(object)).isEqualTo("{\"\\u00E9\":\"\\u202E \\uD83D\\uDE00 \\uD800\"}");
    }

    @Test
    void writesAsTextWhatJsonHasNoWordFor() throws IOException {
        object.putPOJO("atLeast", 0.9).putPOJO("strict", true).putPOJO("of", List.of("a", Map.of("b", 2)));
        object.putPOJO("none", null).putPOJO("when", Thread.State.NEW);

        assertThat(JsonText.inOneLine(object))
                .isEqualTo("{\"atLeast\":0.9,\"strict\":true,\"of\":[\"a\",{\"b\":2}],\"none\":null,\"when\":\"NEW\"}");
    }

    @Test
    void indentsWherePeopleRead() throws IOException {
        object.put("a", 1);

        assertThat(JsonText.inManyLines(object).lines()).containsExactly("{", "  \"a\" : 1", "}");
    }
}
