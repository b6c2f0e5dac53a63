package dev.junitllm.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists and objects out of the cells of a table. Tags are split at semicolons. References and context are one text
 * each, unless the cell begins with a bracket: an answer may well hold a semicolon. The rest of what isn't text is JSON.
 */
final class CellReader {

    private final JsonReading json;

    CellReader(JsonReading json) {
        this.json = json;
    }

    @Nullable
    JsonNode read(Field field, JsonNode cell, List<Fault> faults) {
        if (!cell.isTextual()) {
            return cell;
        }
        String text = cell.textValue();
        return switch (field) {
            case ID, INPUT, EXPECTED, ORIGIN -> cell;
            case TAGS -> split(text);
            case REFERENCES, CONTEXT -> text.stripLeading().startsWith("[") ? parsed(field, text, faults) : cell;
            case MESSAGES, TOOL_CALLS, METADATA -> parsed(field, text, faults);
        };
    }

    private @Nullable JsonNode parsed(Field field, String text, List<Fault> faults) {
        try {
            return json.value(text);
        } catch (FaultException e) {
            faults.add(CaseFaults.cellIsNoJson(field.fieldName(), e.fault()));
            return null;
        }
    }

    private static ArrayNode split(String text) {
        ArrayNode tags = JsonNodeFactory.instance.arrayNode();
        for (String tag : text.split(";", -1)) {
            if (!tag.isBlank()) {
                tags.add(tag.strip());
            }
        }
        return tags;
    }
}
