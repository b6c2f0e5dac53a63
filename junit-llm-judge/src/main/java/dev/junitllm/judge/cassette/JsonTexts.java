package dev.junitllm.judge.cassette;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/** Changes every text in a JSON value, the names of fields too. */
final class JsonTexts {

    private JsonTexts() {}

    static JsonNode mapped(JsonNode value, UnaryOperator<String> change) {
        if (value.isTextual()) {
            return JsonNodeFactory.instance.textNode(change.apply(value.textValue()));
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(mapped(element, change)));
            return array;
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(field -> object.set(change.apply(field.getKey()), mapped(field.getValue(), change)));
            return object;
        }
        return value;
    }
}
