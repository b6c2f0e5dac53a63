package dev.junitllm;

import java.util.Map;

/**
 * From a step of a trace to another one, such as from a score to what it judged.
 *
 * @param traceId the other's trace, 32 hexadecimal digits
 * @param spanId the other, 16 hexadecimal digits
 * @param attributes what there is to say of it: texts, longs, doubles, booleans, or lists of one of these
 */
public record SpanLink(String traceId, String spanId, Map<String, Object> attributes) {

    /**
     * A link.
     *
     * @param traceId the other's trace
     * @param spanId the other
     * @param attributes what there is to say of it
     */
    public SpanLink {
        attributes = SpanAttributes.copyOf(attributes);
    }
}
