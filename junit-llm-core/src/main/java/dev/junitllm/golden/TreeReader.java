package dev.junitllm.golden;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tree of the tokens of one record. Not Jackson's own tree reading, because this refuses a field that stands
 * twice, keeps fractions exactly as they are written ({@code 1.10} stays {@code 1.10}), stops at a limit over the whole
 * record, and lets a format look at every token.
 */
final class TreeReader {

    /** Looks at each token before it is used. */
    interface TokenCheck {
        void check(JsonParser parser) throws IOException;
    }

    private final JsonParser parser;
    private final int limit;
    private final TokenCheck check;
    private long size;

    private TreeReader(JsonParser parser, int limit, TokenCheck check) {
        this.parser = parser;
        this.limit = limit;
        this.check = check;
    }

    /** Reads the value whose first token the parser stands on; afterwards it stands on the last. */
    static JsonNode read(JsonParser parser, int limit, TokenCheck check) throws IOException {
        return new TreeReader(parser, limit, check).value(parser.currentToken(), 0);
    }

    static JsonNode read(JsonParser parser, int limit) throws IOException {
        return read(parser, limit, any -> {});
    }

    private JsonNode value(@Nullable JsonToken token, int depth) throws IOException {
        if (token == null) {
            throw fault(JsonFaults.endsTooEarly("JSON"));
        }
        check.check(parser);
        count(1);
        return switch (token) {
            case START_OBJECT -> object(depth + 1);
            case START_ARRAY -> array(depth + 1);
            case VALUE_STRING -> {
                String text = parser.getText();
                count(utf8Length(text));
                yield TextNode.valueOf(text);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                count(parser.getTextLength());
                yield number(token);
            }
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> NullNode.instance;
            default -> throw fault(JsonFaults.endsTooEarly("JSON"));
        };
    }

    private ObjectNode object(int depth) throws IOException {
        checkDepth(depth);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        JsonToken token = parser.nextToken();
        while (token == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            count(utf8Length(name));
            if (object.has(name)) {
                throw fault(JsonFaults.duplicateField(name));
            }
            object.set(name, value(parser.nextToken(), depth));
            token = parser.nextToken();
        }
        return object;
    }

    private ArrayNode array(int depth) throws IOException {
        checkDepth(depth);
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            array.add(value(token, depth));
            token = parser.nextToken();
        }
        return array;
    }

    private JsonNode number(JsonToken token) throws IOException {
        if (parser.isNaN()) {
            throw fault(JsonFaults.notFinite(parser.getText()));
        }
        try {
            if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                return DecimalNode.valueOf(parser.getDecimalValue());
            }
            return switch (parser.getNumberType()) {
                case INT -> IntNode.valueOf(parser.getIntValue());
                case LONG -> LongNode.valueOf(parser.getLongValue());
                default -> BigIntegerNode.valueOf(parser.getBigIntegerValue());
            };
        } catch (ArithmeticException | NumberFormatException e) {
            throw fault(JsonFaults.badNumber(parser.getText()));
        }
    }

    private void checkDepth(int depth) throws IOException {
        if (depth > ReadingLimits.MAX_NESTING) {
            throw fault(JsonFaults.tooDeep());
        }
    }

    private void count(int bytes) throws IOException {
        size += bytes;
        if (size > limit) {
            throw fault(FileFaults.lineTooLong(limit));
        }
    }

    private FaultException fault(Fault fault) {
        return new FaultException(fault, parser.currentTokenLocation().getLineNr());
    }

    private static int utf8Length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            // Each half of a surrogate pair stands for two of the character's four bytes.
            length += unit < 0x80 ? 0 : unit < 0x800 || Character.isSurrogate(unit) ? 1 : 2;
        }
        return length;
    }
}
