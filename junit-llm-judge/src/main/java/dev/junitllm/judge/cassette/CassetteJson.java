package dev.junitllm.judge.cassette;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON as cassettes hold it: what is not ASCII is escaped, so that no encoding, broken surrogate or invisible character can
 * break a file or hide in it.
 */
final class CassetteJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private CassetteJson() {}

    static JsonParser parser(String text) throws IOException {
        return MAPPER.createParser(text);
    }

    /** One value and nothing behind it. */
    static JsonNode tree(String text) throws IOException {
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonNode value = MAPPER.readTree(parser);
            if (value == null || parser.nextToken() != null) {
                throw new IOException("not one JSON value");
            }
            return value;
        }
    }

    static JsonNode tree(JsonParser parser) throws IOException {
        return MAPPER.readTree(parser);
    }

    /** A value as it comes back from a file: numbers are what is written there. */
    static <T extends JsonNode> T settled(T value) {
        try {
            @SuppressWarnings("unchecked") // an object comes back as an object, an array as an array
            T settled = (T) MAPPER.readTree(MAPPER.writeValueAsString(value));
            return settled;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In one line, with the fields of every object sorted: the same for equal values. */
    static byte[] canonical(JsonNode value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            writeSorted(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** In one line, as most servers write it: only what must be escaped is. */
    static String plain(JsonNode value) {
        return value.toString();
    }

    /** In one line, as it stands. */
    static String inOneLine(JsonNode value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            MAPPER.writeTree(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** In many lines with line feeds, whatever the system's own line ends are. */
    static String inManyLines(JsonNode value) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            json.setPrettyPrinter(printer);
            MAPPER.writeTree(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append("\n").toString();
    }

    private static void writeSorted(JsonNode value, JsonGenerator json) throws IOException {
        if (value.isObject()) {
            Map<String, JsonNode> fields = new TreeMap<>();
            value.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            json.writeStartObject();
            for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
                json.writeFieldName(field.getKey());
                writeSorted(field.getValue(), json);
            }
            json.writeEndObject();
        } else if (value.isArray()) {
            json.writeStartArray();
            for (JsonNode element : value) {
                writeSorted(element, json);
            }
            json.writeEndArray();
        } else if (value.isTextual()) {
            json.writeString(value.textValue());
        } else {
            MAPPER.writeTree(json, value);
        }
    }
}
