package dev.junitllm.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.junitllm.SpanEvent;
import dev.junitllm.SpanLink;
import dev.junitllm.SpanStatus;
import dev.junitllm.Trace;
import dev.junitllm.TraceSpan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trace as OTLP/JSON: one {@code TracesData} in one line, as the file receiver of an OpenTelemetry collector reads it.
 * Ids are hexadecimal, and 64-bit numbers are texts, as the protocol says. Every character outside ASCII is escaped.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding">OTLP's JSON encoding</a>
 */
public final class OtlpJson {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** In the order of the protocol's numbers, which begin at 0 with one that says nothing. */
    private static final List<String> ROLES =
            List.of("UNSPECIFIED", "INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER");

    private static final SerializableString TRACE_ID = new SerializedString("traceId");
    private static final SerializableString SPAN_ID = new SerializedString("spanId");
    private static final SerializableString PARENT_SPAN_ID = new SerializedString("parentSpanId");
    private static final SerializableString NAME = new SerializedString("name");
    private static final SerializableString MESSAGE = new SerializedString("message");
    private static final SerializableString START = new SerializedString("startTimeUnixNano");
    private static final SerializableString END = new SerializedString("endTimeUnixNano");

    private final OtlpNames names = new OtlpNames();

    /** Remembers names that it has written. */
    public OtlpJson() {}

    /**
     * Writes a trace.
     *
     * @param trace the trace, without secrets
     * @return one line, with its end
     */
    public byte[] write(Trace trace) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        SerializableString id = new SerializedString(trace.traceId());
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeArrayFieldStart("resourceSpans");
            for (Map.Entry<Map<String, Object>, Map<String, List<TraceSpan>>> resource :
                    grouped(trace).entrySet()) {
                write(id, resource.getKey(), resource.getValue(), json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("a trace can't be written as JSON", e);
        }
        return line.toByteArray();
    }

    static int number(SpanStatus.Code code) {
        return switch (code) {
            case UNSET -> 0;
            case OK -> 1;
            case ERROR -> 2;
        };
    }

    static SpanStatus.Code code(int number) {
        return switch (number) {
            case 1 -> SpanStatus.Code.OK;
            case 2 -> SpanStatus.Code.ERROR;
            default -> SpanStatus.Code.UNSET;
        };
    }

    static String role(int number) {
        return number > 0 && number < ROLES.size() ? ROLES.get(number) : "INTERNAL";
    }

    private static Map<Map<String, Object>, Map<String, List<TraceSpan>>> grouped(Trace trace) {
        Map<Map<String, Object>, Map<String, List<TraceSpan>>> groups = new LinkedHashMap<>();
        for (TraceSpan span : trace.spans()) {
            groups.computeIfAbsent(span.resource(), key -> new LinkedHashMap<>())
                    .computeIfAbsent(span.scope(), key -> new ArrayList<>())
                    .add(span);
        }
        return groups;
    }

    private void write(
            SerializableString traceId,
            Map<String, Object> resource,
            Map<String, List<TraceSpan>> scopes,
            JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("resource");
        OtlpValues.write(resource, names, json);
        json.writeEndObject();
        json.writeArrayFieldStart("scopeSpans");
        for (Map.Entry<String, List<TraceSpan>> scope : scopes.entrySet()) {
            json.writeStartObject();
            json.writeObjectFieldStart("scope");
            OtlpValues.writeText(NAME, scope.getKey(), json);
            json.writeEndObject();
            json.writeArrayFieldStart("spans");
            for (TraceSpan span : scope.getValue()) {
                write(traceId, span, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(SerializableString field, String text, JsonGenerator json) throws IOException {
        json.writeFieldName(field);
        json.writeString(text);
    }

    private void write(SerializableString traceId, TraceSpan span, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeFieldName(TRACE_ID);
        json.writeString(traceId);
        write(SPAN_ID, span.spanId(), json);
        if (!span.parentId().isEmpty()) {
            write(PARENT_SPAN_ID, span.parentId(), json);
        }
        OtlpValues.writeText(NAME, span.name(), json);
        json.writeNumberField("kind", Math.max(0, ROLES.indexOf(span.role())));
        write(START, Long.toString(span.startNanos()), json);
        write(END, Long.toString(span.endNanos()), json);
        OtlpValues.write(span.attributes(), names, json);
        if (!span.events().isEmpty()) {
            json.writeArrayFieldStart("events");
            for (SpanEvent event : span.events()) {
                json.writeStartObject();
                json.writeStringField("timeUnixNano", Long.toString(event.epochNanos()));
                OtlpValues.writeText(NAME, event.name(), json);
                OtlpValues.write(event.attributes(), names, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (!span.links().isEmpty()) {
            json.writeArrayFieldStart("links");
            for (SpanLink link : span.links()) {
                json.writeStartObject();
                write(TRACE_ID, link.traceId(), json);
                write(SPAN_ID, link.spanId(), json);
                OtlpValues.write(link.attributes(), names, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeObjectFieldStart("status");
        if (!span.status().message().isEmpty()) {
            OtlpValues.writeText(MESSAGE, span.status().message(), json);
        }
        if (span.status().code() != SpanStatus.Code.UNSET) {
            json.writeNumberField("code", number(span.status().code()));
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
