package dev.junitllm.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
import java.util.List;

/** What is said of an invocation when it begins. */
final class RootAttributes {

    private RootAttributes() {}

    static void put(SpanBuilder builder, String name, Object value) {
        if (value instanceof Number number) {
            builder.setAttribute(name, number.longValue());
        } else if (value instanceof List<?> list) {
            builder.setAttribute(
                    AttributeKey.stringArrayKey(name),
                    list.stream().map(String::valueOf).toList());
        } else {
            builder.setAttribute(name, String.valueOf(value));
        }
    }
}
