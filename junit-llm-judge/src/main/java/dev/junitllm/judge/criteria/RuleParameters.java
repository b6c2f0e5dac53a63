package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a criterion's file says to its scoring rule. */
record RuleParameters(JsonNode json) {

    String text(String name, String otherwise) {
        return json.path(name).asText(otherwise);
    }

    double number(String name, double otherwise) {
        return json.path(name).asDouble(otherwise);
    }

    boolean flag(String name) {
        return json.path(name).asBoolean(false);
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        json.path(name).forEach(element -> texts.add(element.asText()));
        return List.copyOf(texts);
    }

    Map<String, Double> numbers(String name) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        json.path(name)
                .properties()
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asDouble()));
        return Collections.unmodifiableMap(numbers);
    }
}
