package dev.junitllm.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.SpanAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attributes in OTLP/JSON: a list of keys with values, each of which says its type. */
final class OtlpValues {

    private OtlpValues() {}

    /**
     * Writes attributes; nothing where there are none.
     *
     * @param before what goes before them
     */
    static void write(String before, Map<String, Object> attributes, OtlpNames names, AsciiJson json) {
        if (attributes.isEmpty()) {
            return;
        }
        json.raw(before).raw("\"attributes\":[");
        String separator = "";
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            json.raw(separator).raw(names.beginning(attribute.getKey()));
            write(attribute.getValue(), json);
            json.raw("}");
            separator = ",";
        }
        json.raw("]");
    }

    private static void write(Object value, AsciiJson json) {
        if (value instanceof Boolean truth) {
            json.raw("{\"boolValue\":").raw(truth.toString()).raw("}");
        } else if (value instanceof Double || value instanceof Float) {
            json.raw("{\"doubleValue\":")
                    .raw(number(((Number) value).doubleValue()))
                    .raw("}");
        } else if (value instanceof Number number) {
            json.raw("{\"intValue\":\"").raw(number.longValue()).raw("\"}");
        } else if (value instanceof List<?> list) {
            write(list, json);
        } else {
            json.raw("{\"stringValue\":\"").text(String.valueOf(value)).raw("\"}");
        }
    }

    private static void write(List<?> list, AsciiJson json) {
        json.raw("{\"arrayValue\":{\"values\":[");
        String separator = "";
        for (Object element : list) {
            json.raw(separator);
            write(element, json);
            separator = ",";
        }
        json.raw("]}}");
    }

    /** What is no number is a text then, as the protocol has it. */
    private static String number(double number) {
        return Double.isFinite(number) ? ValueText.of(number) : '"' + Double.toString(number) + '"';
    }

    static SpanAttributes read(JsonNode attributes) {
        SpanAttributes.Builder values = SpanAttributes.builder();
        for (JsonNode attribute : attributes) {
            Object value = readOne(attribute.path("value"));
            if (value != null) {
                values.put(attribute.path("key").asText(""), value);
            }
        }
        return values.build();
    }

    /** Of a value that a span of ours can't have, such as a list of pairs, its JSON. */
    private static @Nullable Object readOne(JsonNode value) {
        for (Map.Entry<String, JsonNode> typed : value.properties()) {
            JsonNode content = typed.getValue();
            return switch (typed.getKey()) {
                case "stringValue" -> content.asText();
                case "boolValue" -> content.asBoolean();
                case "intValue" -> content.asLong();
                case "doubleValue" -> content.isTextual() ? Double.valueOf(content.asText()) : content.asDouble();
                case "arrayValue" -> list(content.path("values"));
                default -> content.toString();
            };
        }
        return null;
    }

    private static List<Object> list(JsonNode values) {
        List<Object> list = new ArrayList<>();
        for (JsonNode value : values) {
            Object element = readOne(value);
            if (element != null) {
                list.add(element);
            }
        }
        return List.copyOf(list);
    }
}
