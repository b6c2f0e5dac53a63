package dev.junitllm.score;

import dev.junitllm.Printable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Figures of one case as JSON knows them, copied so that nobody can change them afterwards. */
final class Details {

    private Details() {}

    static Map<String, Object> copy(Map<String, ?> figures) {
        if (figures.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        figures.forEach((name, value) -> copy.put(name, copyOf(name, value)));
        return Collections.unmodifiableMap(copy);
    }

    /** The figures as they may be kept; names are texts too. */
    static Map<String, Object> kept(
            Map<String, Object> figures, UnaryOperator<String> names, UnaryOperator<String> texts) {
        if (figures.isEmpty()) {
            return figures;
        }
        Map<String, Object> safe = new LinkedHashMap<>();
        figures.forEach((name, value) -> safe.put(names.apply(name), kept(value, names, texts)));
        return safe;
    }

    private static Object kept(Object value, UnaryOperator<String> names, UnaryOperator<String> texts) {
        if (value instanceof String text) {
            return texts.apply(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> kept(element, names, texts)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> safe = new LinkedHashMap<>();
            map.forEach((key, element) -> safe.put(names.apply(String.valueOf(key)), kept(element, names, texts)));
            return safe;
        }
        return value;
    }

    private static Object copyOf(String name, @Nullable Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("detail '%s' is no finite number: %s".formatted(show(name), number));
            }
            return number;
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Boolean || value instanceof String) {
            return value;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(copyOf(name, element)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, element) -> copy.put(String.valueOf(key), copyOf(name, element)));
            return Collections.unmodifiableMap(copy);
        }
        throw new IllegalArgumentException(
                "detail '%s' must be a number, a text, a boolean, or a list or map of such, unlike %s"
                        .formatted(
                                show(name),
                                value == null ? "null" : value.getClass().getName()));
    }

    private static String show(String name) {
        return Printable.line(name, 80);
    }
}
