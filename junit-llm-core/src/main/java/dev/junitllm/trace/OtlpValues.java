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

    static void write(Map<String, Object> attributes, OtlpNames names, AsciiJson json) {
        if (attributes.isEmpty()) {
            return;
        }
        json.field("attributes").open('[');
        attributes.forEach((name, value) -> {
            write(value, json.raw(names.beginning(name)));
            json.close('}');
        });
        json.close(']');
    }

    private static void write(Object value, AsciiJson json) {
        json.open('{');
        if (value instanceof Boolean truth) {
            json.field("boolValue").raw(truth.toString());
        } else if (value instanceof Double || value instanceof Float) {
            write(((Number) value).doubleValue(), json.field("doubleValue"));
        } else if (value instanceof Number number) {
            json.field("intValue").digits(number.longValue());
        } else if (value instanceof List<?> list) {
            json.field("arrayValue").open('{').field("values").open('[');
            for (Object element : list) {
                write(element, json);
            }
            json.close(']').close('}');
        } else {
            json.field("stringValue").text(String.valueOf(value));
        }
        json.close('}');
    }

    /** What is no number is a text then, as the protocol has it. */
    private static void write(double number, AsciiJson json) {
        if (Double.isFinite(number)) {
            json.raw(ValueText.of(number));
        } else {
            json.text(Double.toString(number));
        }
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
