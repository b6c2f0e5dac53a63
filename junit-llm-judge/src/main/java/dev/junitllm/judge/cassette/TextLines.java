package dev.junitllm.judge.cassette;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.StringJoiner;

/** Texts as cassettes keep them: one of several lines is an array of them, so that a difference shows the line. */
final class TextLines {

    private TextLines() {}

    static JsonNode of(String text) {
        if (text.indexOf('\n') < 0) {
            return JsonNodeFactory.instance.textNode(text);
        }
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        for (String line : text.split("\n", -1)) {
            lines.add(line);
        }
        return lines;
    }

    /** The text again. */
    static String text(JsonNode kept) {
        if (!kept.isArray()) {
            return kept.asText();
        }
        StringJoiner text = new StringJoiner("\n");
        kept.forEach(line -> text.add(line.asText()));
        return text.toString();
    }

    static boolean isText(JsonNode kept) {
        if (!kept.isArray()) {
            return kept.isTextual();
        }
        for (JsonNode line : kept) {
            if (!line.isTextual()) {
                return false;
            }
        }
        return !kept.isEmpty();
    }
}
