package dev.junitllm.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.SpanAttributes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attributes in OTLP/JSON: a list of keys with values, each of which says its type. */
final class OtlpValues {

    private static final SerializableString ATTRIBUTES = new SerializedString("attributes");
    private static final SerializableString KEY = new SerializedString("key");
    private static final SerializableString VALUE = new SerializedString("value");
    private static final SerializableString BOOL = new SerializedString("boolValue");
    private static final SerializableString DOUBLE = new SerializedString("doubleValue");
    private static final SerializableString INT = new SerializedString("intValue");
    private static final SerializableString STRING = new SerializedString("stringValue");

    private OtlpValues() {}

    static void write(Map<String, Object> attributes, OtlpNames names, JsonGenerator json) throws IOException {
        if (attributes.isEmpty()) {
            return;
        }
        json.writeFieldName(ATTRIBUTES);
        json.writeStartArray();
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            json.writeStartObject();
            SerializableString name = names.find(attribute.getKey());
            if (name == null) {
                writeText(KEY, attribute.getKey(), json);
            } else {
                json.writeFieldName(KEY);
                json.writeString(name);
            }
            json.writeFieldName(VALUE);
            write(attribute.getValue(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (value instanceof Boolean truth) {
            json.writeFieldName(BOOL);
            json.writeBoolean(truth);
        } else if (value instanceof Double || value instanceof Float) {
            json.writeFieldName(DOUBLE);
            json.writeNumber(
                    ((Number) value).doubleValue()); // what is no number is a text then, as the protocol has it
        } else if (value instanceof Number number) {
            json.writeFieldName(INT);
            json.writeString(Long.toString(number.longValue()));
        } else if (value instanceof List<?> list) {
            json.writeObjectFieldStart("arrayValue");
            json.writeArrayFieldStart("values");
            for (Object element : list) {
                write(element, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } else {
            writeText(STRING, String.valueOf(value), json);
        }
        json.writeEndObject();
    }

    /** Half of a surrogate pair is no character, and what reads the file may refuse all of it. */
    static void writeText(SerializableString field, String text, JsonGenerator json) throws IOException {
        json.writeFieldName(field);
        json.writeString(isWhole(text) ? text : whole(text));
    }

    private static boolean isWhole(String text) {
        char[] characters = text.toCharArray(); // faster to read than a text while the JVM is cold
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] >= Character.MIN_SURROGATE && characters[i] <= Character.MAX_SURROGATE) {
                if (!isPair(text, i)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }

    private static String whole(String text) {
        StringBuilder whole = new StringBuilder();
        text.codePoints()
                .forEach(point ->
                        whole.appendCodePoint(Character.getType(point) == Character.SURROGATE ? '\uFFFD' : point));
        return whole.toString();
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
