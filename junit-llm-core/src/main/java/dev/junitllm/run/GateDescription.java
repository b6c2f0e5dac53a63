package dev.junitllm.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A gate as data.
 *
 * @param name the annotation's simple name, such as {@code PassRate}
 * @param attributes the attributes that were set, in the annotation's order
 */
public record GateDescription(String name, Map<String, Object> attributes) {

    /**
     * Checks what it is made of.
     *
     * @param name the annotation's simple name, such as {@code PassRate}
     * @param attributes the attributes that were set, in the annotation's order
     */
    public GateDescription {
        attributes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /**
     * The gate as it stands in the source.
     *
     * @return such as {@code @PassRate(of = "token-f1", atLeast = 0.9)}
     */
    public String asWritten() {
        String inside = attributes.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + asWritten(entry.getValue()))
                .collect(Collectors.joining(", "));
        return "@" + name + (inside.isEmpty() ? "" : "(" + inside + ")");
    }

    /** An array of one stands without braces. */
    private static String asWritten(Object value) {
        if (value instanceof List<?> list && list.size() != 1) {
            return list.stream().map(GateDescription::asWritten).collect(Collectors.joining(", ", "{", "}"));
        }
        Object single = value instanceof List<?> list ? list.get(0) : value;
        return single instanceof CharSequence text ? "\"" + text + "\"" : String.valueOf(single);
    }
}
