package dev.junitllm.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as this project keeps it: every character outside ASCII is escaped, so that no reader can trip over an encoding or
 * an invisible character. Without an object mapper, whose making is a good part of what the start of a run costs.
 */
final class JsonText {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonText() {}

    /** Writes values one after the other, with nothing between them. */
    static JsonGenerator generator(OutputStream target) throws IOException {
        return JSON.createGenerator(target).setRootValueSeparator(null);
    }

    static String inOneLine(JsonNode value) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(value, json);
        }
        return text.toString();
    }

    static String inManyLines(ObjectNode object) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            write(object, json);
        }
        return text.toString();
    }

    static void write(JsonNode node, JsonGenerator json) throws IOException {
        switch (node.getNodeType()) {
            case OBJECT -> {
                json.writeStartObject();
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    json.writeFieldName(field.getKey());
                    write(field.getValue(), json);
                }
                json.writeEndObject();
            }
            case ARRAY -> {
                json.writeStartArray();
                for (JsonNode element : node) {
                    write(element, json);
                }
                json.writeEndArray();
            }
            case STRING -> json.writeString(node.textValue());
            case NUMBER -> json.writeObject(node.numberValue());
            case BOOLEAN -> json.writeBoolean(node.booleanValue());
            case POJO -> write(((POJONode) node).getPojo(), json);
            default -> json.writeNull();
        }
    }

    /** Details of a score, and what a gate describes itself with, which may be anything: what JSON has no word for is written as text. */
    static void write(@Nullable Object value, JsonGenerator json) throws IOException {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            json.writeObject(value);
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                write(entry.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(element, json);
            }
            json.writeEndArray();
        } else {
            json.writeString(value.toString());
        }
    }
}
