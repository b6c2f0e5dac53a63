package dev.junitllm.trace.otlp;

import dev.junitllm.SpanEvent;
import dev.junitllm.SpanLink;
import dev.junitllm.SpanStatus;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a trace leaves. Without content, of texts no more than those that are known to hold none: an application may say
 * anything under names of its own. Numbers and truth values always do.
 */
final class SentContent {

    private static final List<String> HARMLESS = List.of(
            "gen_ai.",
            "junit_llm.",
            "openinference.",
            "server.",
            "service.",
            "telemetry.",
            "deployment.",
            "error.type",
            "exception.type",
            "llm.model_name",
            "llm.provider",
            "llm.system",
            "embedding.model_name",
            "http.request.method",
            "http.route",
            "db.system",
            "rpc.service",
            "rpc.method");

    private static final Set<String> CONTENT = Set.of(
            TraceNames.SYSTEM_INSTRUCTIONS,
            TraceNames.INPUT_MESSAGES,
            TraceNames.OUTPUT_MESSAGES,
            TraceNames.TOOL_DEFINITIONS,
            TraceNames.TOOL_CALL_ARGUMENTS,
            TraceNames.TOOL_CALL_RESULT,
            TraceNames.RETRIEVAL_QUERY,
            TraceNames.RETRIEVAL_DOCUMENTS,
            TraceNames.EVALUATION_EXPLANATION);

    /** Older names of what was said: {@code gen_ai.prompt.0.content}. */
    private static final List<String> OLDER_CONTENT = List.of("gen_ai.prompt", "gen_ai.completion", "gen_ai.event.");

    private final boolean all;

    private SentContent(boolean all) {
        this.all = all;
    }

    static SentContent of(boolean all) {
        return new SentContent(all);
    }

    Trace of(Trace trace) {
        return all
                ? trace
                : new Trace(
                        trace.traceId(),
                        trace.spans().stream().map(SentContent::span).toList());
    }

    private static TraceSpan span(TraceSpan span) {
        return new TraceSpan(
                span.spanId(),
                span.parentId(),
                span.name(),
                span.role(),
                span.startNanos(),
                span.endNanos(),
                new SpanStatus(span.status().code(), ""),
                attributes(span.attributes()),
                span.events().stream()
                        .filter(event -> !event.name().equals(TraceNames.LOG))
                        .map(event -> new SpanEvent(event.name(), event.epochNanos(), attributes(event.attributes())))
                        .toList(),
                span.links().stream()
                        .map(link -> new SpanLink(link.traceId(), link.spanId(), attributes(link.attributes())))
                        .toList(),
                span.scope(),
                attributes(span.resource()));
    }

    private static Map<String, Object> attributes(Map<String, Object> attributes) {
        Map<String, Object> harmless = new LinkedHashMap<>();
        attributes.forEach((name, value) -> {
            if (isHarmless(name, value)) {
                harmless.put(name, value);
            }
        });
        return harmless;
    }

    private static boolean isHarmless(String name, Object value) {
        boolean isText = value instanceof String
                || (value instanceof List<?> list && list.stream().anyMatch(String.class::isInstance));
        return !isText
                || (HARMLESS.stream().anyMatch(name::startsWith)
                        && !CONTENT.contains(name)
                        && OLDER_CONTENT.stream().noneMatch(name::startsWith));
    }

    /** About how much memory a trace takes. */
    static long length(Trace trace) {
        return trace.spans().stream().mapToLong(SentContent::length).sum();
    }

    private static long length(TraceSpan span) {
        return 100
                + length(span.attributes())
                + span.events().stream()
                        .mapToLong(event -> 50 + length(event.attributes()))
                        .sum();
    }

    private static long length(Map<String, Object> attributes) {
        return attributes.values().stream()
                .mapToLong(value -> value instanceof String text ? text.length() : 16)
                .sum();
    }
}
