package dev.junitllm.run;

import java.util.LinkedHashMap;
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
                .map(entry -> entry.getKey() + " = "
                        + (entry.getValue() instanceof CharSequence text ? "\"" + text + "\"" : entry.getValue()))
                .collect(Collectors.joining(", "));
        return "@" + name + (inside.isEmpty() ? "" : "(" + inside + ")");
    }
}
