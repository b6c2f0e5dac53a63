package dev.junitllm.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.SpanEvent;
import dev.junitllm.SpanLink;
import dev.junitllm.SpanStatus;
import dev.junitllm.Trace;
import dev.junitllm.TraceSpan;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtlpJsonTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final Map<String, Object> RESOURCE = Map.of("service.name", "handbook");
    private static final Trace SAMPLE =
            new Trace(TRACE, List.of(span("00f067aa0ba902b7", "", "root ü\u2028\n", Map.of()), child(), other()));

    @Test
    void isWhatTheProtocolSays() throws IOException {
        TracesData data = ProtoJson.decode(new OtlpJson().write(SAMPLE));

        assertThat(data.getResourceSpansList()).hasSize(2);
        assertThat(data.getResourceSpans(0).getResource().getAttributes(0).getKey())
                .isEqualTo("service.name");
        assertThat(data.getResourceSpans(0).getScopeSpansList())
                .extracting(spans -> spans.getScope().getName())
                .containsExactly("app");
        Span root = data.getResourceSpans(0).getScopeSpans(0).getSpans(0);
        Span child = data.getResourceSpans(0).getScopeSpans(0).getSpans(1);
        assertThat(root.getName()).isEqualTo("root ü\u2028\n");
        assertThat(root.getParentSpanId()).isEmpty();
        assertThat(java.util.HexFormat.of().formatHex(child.getTraceId().toByteArray()))
                .isEqualTo(TRACE);
        assertThat(child.getParentSpanId()).isEqualTo(root.getSpanId());
        assertThat(child.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
        assertThat(child.getStartTimeUnixNano()).isEqualTo(1_790_000_000_000_000_001L);
        assertThat(child.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
        assertThat(child.getEvents(0).getName()).isEqualTo("exception");
        assertThat(child.getLinks(0).getSpanId()).isEqualTo(root.getSpanId());
        assertThat(value(child, "tokens").getIntValue()).isEqualTo(-5);
        assertThat(value(child, "temperature").getDoubleValue()).isEqualTo(0.5);
        assertThat(value(child, "nothing").getDoubleValue()).isNaN();
        assertThat(value(child, "stream").getBoolValue()).isTrue();
        assertThat(value(child, "reasons").getArrayValue().getValuesList())
                .extracting(AnyValue::getStringValue)
                .containsExactly("stop", "length");
    }

    @Test
    void whatAProcessSaysOfItselfIsWrittenOnceForAllItsSpans() {
        TraceSpan first = span("00f067aa0ba902b7", "", "root", Map.of());
        TraceSpan equal = new TraceSpan(
                "00f067aa0ba902b8",
                first.spanId(),
                "child",
                "INTERNAL",
                2,
                3,
                SpanStatus.UNSET,
                Map.of(),
                List.of(),
                List.of(),
                "app",
                new LinkedHashMap<>(RESOURCE));

        String line = new String(new OtlpJson().write(new Trace(TRACE, List.of(first, other(), equal))), UTF_8);

        assertThat(line.split("service.name", -1)).hasSize(2);
        assertThat(line.split("scopeSpans", -1)).hasSize(3);
    }

    @Test
    void isOneLineOfAscii() {
        String line = new String(new OtlpJson().write(SAMPLE), UTF_8);

        assertThat(line).endsWith("}\n").matches("[ -~]+\n");
    }

    @Test
    void halfACharacterDoesNotSpoilTheFile() throws IOException {
        Trace cut = new Trace(
                TRACE, List.of(span("00f067aa0ba902b7", "", "cut \ud83d", Map.of("a", "\ude00 \ud83d\ude00"))));

        Span span = ProtoJson.decode(new OtlpJson().write(cut))
                .getResourceSpans(0)
                .getScopeSpans(0)
                .getSpans(0);

        assertThat(span.getName()).isEqualTo("cut \ufffd");
        assertThat(value(span, "a").getStringValue()).isEqualTo("\ufffd \ud83d\ude00");
    }

    @Test
    void isReadBackAsItWas(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("trace.json");
        java.nio.file.Files.write(file, new OtlpJson().write(SAMPLE));

        assertThat(TraceFile.read(file)).isEqualTo(SAMPLE);
        assertThat(TraceFile.read(file).spans().get(2).attributes())
                .containsEntry("tokens", -5L)
                .containsEntry("nothing", Double.NaN);
    }

    @Test
    void whatIsNoTraceIsRefused() {
        assertThatThrownBy(() -> TraceFile.read("{\"resourceSp".getBytes(UTF_8), "a.json"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a.json is no JSON: ");
        assertThatThrownBy(() -> TraceFile.read("{}".getBytes(UTF_8), "a.json"))
                .hasMessage("a.json is no OTLP/JSON: it has no resourceSpans");
        String two = new String(new OtlpJson().write(SAMPLE), UTF_8).replaceFirst(TRACE, "f".repeat(32));
        assertThatThrownBy(() -> TraceFile.read(two.getBytes(UTF_8), "a.json"))
                .hasMessageContaining("a.json holds several traces");
    }

    private static AnyValue value(Span span, String key) {
        return span.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(KeyValue::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static TraceSpan child() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("tokens", -5L);
        attributes.put("temperature", 0.5);
        attributes.put("nothing", Double.NaN);
        attributes.put("stream", true);
        attributes.put("reasons", List.of("stop", "length"));
        return new TraceSpan(
                "b7ad6b7169203331",
                "00f067aa0ba902b7",
                "chat",
                "CLIENT",
                1_790_000_000_000_000_001L,
                1_790_000_000_000_000_002L,
                new SpanStatus(SpanStatus.Code.ERROR, "it failed"),
                attributes,
                List.of(new SpanEvent("exception", 1_790_000_000_000_000_001L, Map.of("exception.message", "no"))),
                List.of(new SpanLink(TRACE, "00f067aa0ba902b7", Map.of())),
                "app",
                RESOURCE);
    }

    private static TraceSpan other() {
        return new TraceSpan(
                "b7ad6b7169203332",
                "00f067aa0ba902b7",
                "x",
                "SERVER",
                2,
                3,
                SpanStatus.UNSET,
                Map.of(),
                List.of(),
                List.of(),
                "other",
                Map.of());
    }

    private static TraceSpan span(String id, String parent, String name, Map<String, Object> attributes) {
        return new TraceSpan(
                id,
                parent,
                name,
                "INTERNAL",
                1,
                5,
                SpanStatus.UNSET,
                attributes,
                List.of(),
                List.of(),
                "app",
                RESOURCE);
    }
}
