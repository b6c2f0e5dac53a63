package dev.junitllm.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.junitllm.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * JSON that knows on which line each of its values stands, and that is read strictly: what nobody asks for is an error.
 *
 * @param value a map of fields, a list, a text, a number as it is written ({@link Digits}), or {@code null} for the rest
 * @param line where it begins, from 1
 */
record LinedJson(@Nullable Object value, int line) {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    /** A number as it is written. */
    record Digits(String text) {}

    /** What is wrong, and where. */
    static final class Fault extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int line;

        Fault(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /** Makes something of what was read there. */
    static <T> T checked(int line, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw new Fault(line, String.valueOf(e.getMessage()));
        }
    }

    static LinedJson read(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            LinedJson value = value(parser);
            if (parser.nextToken() != null) {
                throw new Fault(line(parser), "there is more behind the end of the baseline");
            }
            return value;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new Fault(line, "malformed JSON: " + Printable.line(e.getOriginalMessage(), 200));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private static LinedJson value(JsonParser parser) throws IOException {
        int line = line(parser);
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new Fault(line, "the file is empty");
        }
        return switch (token) {
            case START_OBJECT -> new LinedJson(fields(parser), line);
            case START_ARRAY -> new LinedJson(elements(parser), line);
            case VALUE_STRING -> new LinedJson(parser.getText(), line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new LinedJson(new Digits(parser.getText()), line);
            default -> new LinedJson(null, line);
        };
    }

    private static Map<String, LinedJson> fields(JsonParser parser) throws IOException {
        Map<String, LinedJson> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int line = line(parser);
            parser.nextToken();
            if (fields.put(name, value(parser)) != null) {
                throw new Fault(line, "the field '%s' stands there twice".formatted(Printable.line(name, 80)));
            }
        }
        return fields;
    }

    private static List<LinedJson> elements(JsonParser parser) throws IOException {
        List<LinedJson> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
