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
        AsciiJson json = new AsciiJson();
        json.open('{').field("resourceSpans").open('[');
        for (Map.Entry<Map<String, Object>, Map<String, List<TraceSpan>>> resource :
                grouped(trace).entrySet()) {
            write(trace.traceId(), resource.getKey(), resource.getValue(), json);
        }
        return json.close(']').close('}').line();
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
            String traceId, Map<String, Object> resource, Map<String, List<TraceSpan>> scopes, AsciiJson json) {
        json.open('{').field("resource").open('{');
        OtlpValues.write(resource, names, json);
        json.close('}').field("scopeSpans").open('[');
        for (Map.Entry<String, List<TraceSpan>> scope : scopes.entrySet()) {
            json.open('{').field("scope").open('{').field("name").text(scope.getKey());
            json.close('}').field("spans").open('[');
            for (TraceSpan span : scope.getValue()) {
                write(traceId, span, json);
            }
            json.close(']').close('}');
        }
        json.close(']').close('}');
    }

    private void write(String traceId, TraceSpan span, AsciiJson json) {
        json.open('{').field("traceId").text(traceId).field("spanId").text(span.spanId());
        if (!span.parentId().isEmpty()) {
            json.field("parentSpanId").text(span.parentId());
        }
        json.field("name").text(span.name());
        json.field("kind").raw(Integer.toString(Math.max(0, ROLES.indexOf(span.role()))));
        json.field("startTimeUnixNano").digits(span.startNanos());
        json.field("endTimeUnixNano").digits(span.endNanos());
        OtlpValues.write(span.attributes(), names, json);
        if (!span.events().isEmpty()) {
            json.field("events").open('[');
            for (SpanEvent event : span.events()) {
                json.open('{').field("timeUnixNano").digits(event.epochNanos());
                json.field("name").text(event.name());
                OtlpValues.write(event.attributes(), names, json);
                json.close('}');
            }
            json.close(']');
        }
        if (!span.links().isEmpty()) {
            json.field("links").open('[');
            for (SpanLink link : span.links()) {
                json.open('{').field("traceId").text(link.traceId());
                json.field("spanId").text(link.spanId());
                OtlpValues.write(link.attributes(), names, json);
                json.close('}');
            }
            json.close(']');
        }
        json.field("status").open('{');
        if (!span.status().message().isEmpty()) {
            json.field("message").text(span.status().message());
        }
        if (span.status().code() != SpanStatus.Code.UNSET) {
            json.field("code").raw(Integer.toString(number(span.status().code())));
        }
        json.close('}').close('}');
    }
}
