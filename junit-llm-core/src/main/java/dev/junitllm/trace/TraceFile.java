package dev.junitllm.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.SpanAttributes;
import dev.junitllm.SpanEvent;
import dev.junitllm.SpanLink;
import dev.junitllm.SpanStatus;
import dev.junitllm.Trace;
import dev.junitllm.TraceSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a trace that a run has kept, as {@link OtlpJson} writes it. */
public final class TraceFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TraceFile() {}

    /**
     * Reads a trace.
     *
     * @param file the file of one invocation
     * @return the trace
     * @throws IllegalArgumentException naming the file, where it holds no trace
     * @throws UncheckedIOException where it can't be read
     */
    public static Trace read(Path file) {
        try {
            return read(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read: " + e, e);
        }
    }

    /**
     * Reads a trace.
     *
     * @param document one OTLP/JSON document
     * @param where what to call it where it is wrong
     * @return the trace
     * @throws IllegalArgumentException where it holds no trace, or several
     */
    public static Trace read(byte[] document, String where) {
        JsonNode root;
        try {
            root = JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(where + " is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(where + " can't be read: " + e, e);
        }
        if (root == null || !root.path("resourceSpans").isArray()) {
            throw new IllegalArgumentException(where + " is no OTLP/JSON: it has no resourceSpans");
        }
        return trace(root, where);
    }

    private static Trace trace(JsonNode root, String where) {
        List<TraceSpan> spans = new ArrayList<>();
        String traceId = "";
        for (JsonNode resource : root.path("resourceSpans")) {
            SpanAttributes said = OtlpValues.read(resource.path("resource").path("attributes"));
            for (JsonNode scope : resource.path("scopeSpans")) {
                for (JsonNode span : scope.path("spans")) {
                    String id = span.path("traceId").asText("");
                    if (!traceId.isEmpty() && !traceId.equals(id)) {
                        throw new IllegalArgumentException(where + " holds several traces: " + traceId + " and " + id);
                    }
                    traceId = id;
                    spans.add(span(span, scope.path("scope").path("name").asText(""), said));
                }
            }
        }
        return new Trace(traceId, spans);
    }

    private static TraceSpan span(JsonNode span, String scope, SpanAttributes resource) {
        List<SpanEvent> events = new ArrayList<>();
        span.path("events")
                .forEach(event -> events.add(new SpanEvent(
                        event.path("name").asText(""),
                        event.path("timeUnixNano").asLong(),
                        OtlpValues.read(event.path("attributes")))));
        List<SpanLink> links = new ArrayList<>();
        span.path("links")
                .forEach(link -> links.add(new SpanLink(
                        link.path("traceId").asText(""),
                        link.path("spanId").asText(""),
                        OtlpValues.read(link.path("attributes")))));
        return new TraceSpan(
                span.path("spanId").asText(""),
                span.path("parentSpanId").asText(""),
                span.path("name").asText(""),
                OtlpJson.role(span.path("kind").asInt()),
                span.path("startTimeUnixNano").asLong(),
                span.path("endTimeUnixNano").asLong(),
                new SpanStatus(
                        OtlpJson.code(span.path("status").path("code").asInt()),
                        span.path("status").path("message").asText("")),
                OtlpValues.read(span.path("attributes")),
                events,
                links,
                scope,
                resource);
    }
}
