package dev.junitllm.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What modules keep of a test in {@code run.json}: which models judged, by what settings, what they cost. Thread-safe.
 */
public final class RunFacts {

    private final Map<String, Supplier<Map<String, Object>>> facts = new ConcurrentHashMap<>();

    /** Nothing yet. */
    public RunFacts() {}

    /**
     * Keeps a fact.
     *
     * @param name what it is called
     * @param fact asked whenever the record is written: texts, numbers, booleans, and lists and maps of such
     */
    public void keep(String name, Supplier<Map<String, Object>> fact) {
        facts.put(name, fact);
    }

    /**
     * The facts as they are now.
     *
     * @param redact removes secrets from a text
     * @return by name, sorted
     */
    public Map<String, JsonNode> now(UnaryOperator<String> redact) {
        Map<String, JsonNode> now = new LinkedHashMap<>();
        new TreeMap<>(facts).forEach((name, fact) -> now.put(name, json(fact.get(), redact)));
        return now;
    }

    private static JsonNode json(Object value, UnaryOperator<String> redact) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = nodes.objectNode();
            map.forEach((name, inner) -> object.set(redact.apply(String.valueOf(name)), json(inner, redact)));
            return object;
        }
        if (value instanceof List<?> list) {
            ArrayNode array = nodes.arrayNode();
            list.forEach(element -> array.add(json(element, redact)));
            return array;
        }
        if (value instanceof Boolean flag) {
            return nodes.booleanNode(flag);
        }
        return value instanceof Integer || value instanceof Long
                ? nodes.numberNode(((Number) value).longValue())
                : nodes.textNode(redact.apply(String.valueOf(value)));
    }
}
