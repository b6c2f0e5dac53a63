package dev.junitllm;

import java.util.Map;

/**
 * Something that happened during a step of a trace, such as an exception.
 *
 * @param name such as {@code exception}
 * @param epochNanos when, in nanoseconds since 1970
 * @param attributes what there is to say of it: texts, longs, doubles, booleans, or lists of one of these
 */
public record SpanEvent(String name, long epochNanos, Map<String, Object> attributes) {

    /**
     * Something that happened.
     *
     * @param name such as {@code exception}
     * @param epochNanos when, in nanoseconds since 1970
     * @param attributes what there is to say of it
     */
    public SpanEvent {
        attributes = SpanAttributes.copyOf(attributes);
    }
}
