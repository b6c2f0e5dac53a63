package dev.junitllm.trace;

import dev.junitllm.SpanEvent;
import dev.junitllm.SpanLink;
import dev.junitllm.SpanStatus;
import dev.junitllm.Trace;
import dev.junitllm.TraceSpan;
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

    /** In the order of the protocol's numbers, which begin at 0 with one that says nothing. */
    private static final List<String> ROLES =
            List.of("UNSPECIFIED", "INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER");

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
        AsciiJson json = new AsciiJson().raw("{\"resourceSpans\":[");
        String separator = "";
        for (Map.Entry<Map<String, Object>, Map<String, List<TraceSpan>>> resource :
                grouped(trace).entrySet()) {
            json.raw(separator).raw("{\"resource\":{");
            OtlpValues.write("", resource.getKey(), names, json);
            json.raw("},\"scopeSpans\":[");
            write(trace.traceId(), resource.getValue(), json);
            json.raw("]}");
            separator = ",";
        }
        return json.raw("]}").line();
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

    private void write(String traceId, Map<String, List<TraceSpan>> scopes, AsciiJson json) {
        String separator = "";
        for (Map.Entry<String, List<TraceSpan>> scope : scopes.entrySet()) {
            json.raw(separator)
                    .raw("{\"scope\":{\"name\":\"")
                    .text(scope.getKey())
                    .raw("\"},\"spans\":[");
            String between = "";
            for (TraceSpan span : scope.getValue()) {
                json.raw(between);
                write(traceId, span, json);
                between = ",";
            }
            json.raw("]}");
            separator = ",";
        }
    }

    private void write(String traceId, TraceSpan span, AsciiJson json) {
        json.raw("{\"traceId\":\"").text(traceId);
        json.raw("\",\"spanId\":\"").text(span.spanId());
        if (!span.parentId().isEmpty()) {
            json.raw("\",\"parentSpanId\":\"").text(span.parentId());
        }
        json.raw("\",\"name\":\"").text(span.name());
        json.raw("\",\"kind\":").raw(Math.max(0, ROLES.indexOf(span.role())));
        json.raw(",\"startTimeUnixNano\":\"").raw(span.startNanos());
        json.raw("\",\"endTimeUnixNano\":\"").raw(span.endNanos()).raw("\"");
        OtlpValues.write(",", span.attributes(), names, json);
        writeEvents(span.events(), json);
        writeLinks(span.links(), json);
        json.raw(",\"status\":{");
        write(span.status(), json);
        json.raw("}}");
    }

    private void writeEvents(List<SpanEvent> events, AsciiJson json) {
        String before = ",\"events\":[";
        for (SpanEvent event : events) {
            json.raw(before).raw("{\"timeUnixNano\":\"").raw(event.epochNanos());
            json.raw("\",\"name\":\"").text(event.name()).raw("\"");
            OtlpValues.write(",", event.attributes(), names, json);
            json.raw("}");
            before = ",";
        }
        json.raw(events.isEmpty() ? "" : "]");
    }

    private void writeLinks(List<SpanLink> links, AsciiJson json) {
        String before = ",\"links\":[";
        for (SpanLink link : links) {
            json.raw(before).raw("{\"traceId\":\"").text(link.traceId());
            json.raw("\",\"spanId\":\"").text(link.spanId()).raw("\"");
            OtlpValues.write(",", link.attributes(), names, json);
            json.raw("}");
            before = ",";
        }
        json.raw(links.isEmpty() ? "" : "]");
    }

    private static void write(SpanStatus status, AsciiJson json) {
        String before = "";
        if (!status.message().isEmpty()) {
            json.raw("\"message\":\"").text(status.message()).raw("\"");
            before = ",";
        }
        if (status.code() != SpanStatus.Code.UNSET) {
            json.raw(before).raw("\"code\":").raw(number(status.code()));
        }
    }
}
