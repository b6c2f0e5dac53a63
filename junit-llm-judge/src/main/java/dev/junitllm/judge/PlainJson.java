package dev.junitllm.judge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.judge.reply.ReplySchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A judge's reply as maps, lists, texts, numbers and booleans, which the details of a score are made of. */
final class PlainJson {

    private PlainJson() {}

    static Map<String, Object> withoutNonce(JsonNode object) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (!entry.getKey().equals(ReplySchema.NONCE)) {
                map.put(entry.getKey(), of(entry.getValue()));
            }
        }
        return map;
    }

    private static Object of(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                map.put(entry.getKey(), of(entry.getValue()));
            }
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            for (JsonNode element : node) {
                list.add(of(element));
            }
            return list;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNumber() ? number(node) : node.asText();
    }

    private static Object number(JsonNode node) {
        return node.canConvertToExactIntegral() && node.canConvertToInt() ? (Object) node.intValue() : node.asText();
    }
}
