package dev.junitllm.score.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Numbers by their value: 1 is 1.0 is 1e0. */
final class JsonNumber {

    private JsonNumber() {}

    /** NaN and the infinities, which only a tree made by code can hold, are none. */
    static boolean isOne(JsonNode node) {
        return node.isNumber() && !((node.isDouble() || node.isFloat()) && !Double.isFinite(node.doubleValue()));
    }

    /** As it is written: the float 0.1f is 0.1. */
    static BigDecimal value(JsonNode number) {
        return number.isFloat() ? new BigDecimal(number.asText()) : number.decimalValue();
    }
}
