package dev.junitllm.score.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Writes equal numbers as equal nodes: JSON Schema compares by value, where the validator compares nodes in places. Numbers
 * that would take more than 10,000 digits are refused, for the arithmetic on them would never end.
 */
final class NumbersByValue {

    private static final int MOST_DIGITS = 10_000;

    private NumbersByValue() {}

    static JsonNode in(JsonNode node) throws MalformedJsonException {
        if (node.isNumber()) {
            return number(JsonNumber.value(node).stripTrailingZeros());
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(node.size());
            for (JsonNode element : node) {
                array.add(in(element));
            }
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (var field : node.properties()) {
                object.set(field.getKey(), in(field.getValue()));
            }
            return object;
        }
        return node;
    }

    private static JsonNode number(BigDecimal value) throws MalformedJsonException {
        if (Math.abs((long) value.scale()) > MOST_DIGITS) {
            throw new MalformedJsonException("it asks for too much: the number " + value);
        }
        if (value.scale() > 0) {
            return DecimalNode.valueOf(value);
        }
        BigInteger whole = value.toBigIntegerExact();
        return whole.bitLength() < Integer.SIZE
                ? IntNode.valueOf(whole.intValue())
                : JsonNodeFactory.instance.numberNode(whole);
    }
}
