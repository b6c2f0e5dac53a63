package dev.junitllm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActualFromTraceTest {

    private static final Trace WHOLE = trace(
            step(
                    "retrieval handbook",
                    Map.of(
                            TraceNames.OPERATION_NAME,
                            TraceNames.OPERATION_RETRIEVAL,
                            TraceNames.RETRIEVAL_DOCUMENTS,
                            "[{\"id\":\"a\",\"score\":0.5,\"content\":\"text\"}]")),
            step(
                    "execute_tool weather",
                    Map.of(
                            TraceNames.OPERATION_NAME,
                            TraceNames.OPERATION_EXECUTE_TOOL,
                            TraceNames.TOOL_NAME,
                            "weather",
                            TraceNames.TOOL_CALL_ARGUMENTS,
                            "{\"city\":\"Lima\"}")),
            call(0.25, "length"),
            call(0.5, "stop"));

    @Test
    void whatTheTestDidNotSayIsReadFromTheTrace() {
        Actual actual = Actual.of("x");
        actual.close(WHOLE);

        assertThat(actual.retrieved()).containsExactly(Document.of("a", "text", 0.5));
        assertThat(actual.toolCalls()).extracting(ToolCall::toString).containsExactly("weather{\"city\":\"Lima\"}");
        assertThat(actual.usage()).isEqualTo(Usage.of(20, 4));
        assertThat(actual.attributes())
                .containsOnly(Map.entry("model", "m-1"), Map.entry("finish_reason", "stop"), Map.entry("cost", "0.75"));
        assertThat(actual.latencies())
                .containsEntry("retrieval handbook", Duration.ofNanos(10))
                .containsEntry("chat m", Duration.ofNanos(20));
        assertThat(actual.timeToFirstToken()).contains(Duration.ofNanos(500_000_000 + 30));
        assertThat(actual.trace()).isSameAs(WHOLE);
    }

    @Test
    void whatTheTestSaidStays() {
        Actual actual = Actual.of("x")
                .retrieved(List.of())
                .toolCall(ToolCall.of("own"))
                .usage(Usage.of(1, 2))
                .attribute("model", "own")
                .attribute("cost", "9")
                .latency("own", Duration.ofSeconds(1))
                .timeToFirstToken(Duration.ofSeconds(2));
        actual.close(WHOLE);

        assertThat(actual.retrieved()).isEmpty();
        assertThat(actual.toolCalls()).containsExactly(ToolCall.of("own"));
        assertThat(actual.usage()).isEqualTo(Usage.of(1, 2));
        assertThat(actual.attributes()).containsEntry("model", "own").containsEntry("cost", "9");
        assertThat(actual.latencies()).containsOnlyKeys("own");
        assertThat(actual.timeToFirstToken()).contains(Duration.ofSeconds(2));
    }

    @Test
    void aTraceOfTheTestsOwnCounts() {
        Trace own = trace(call(0.5, "stop"));
        Actual actual = Actual.of("x").trace(own);
        actual.close(WHOLE);

        assertThat(actual.trace()).isSameAs(own);
        assertThat(actual.attributes()).containsEntry("cost", "0.5");
        assertThat(actual.toolCalls()).isEmpty();
    }

    @Test
    void whatIsNotKnownOfOneCallIsNotKnownOfAll() {
        Actual actual = Actual.of("x");
        actual.close(trace(call(0.5, "stop"), step("chat other", Map.of(TraceNames.OPERATION_NAME, "chat"))));

        assertThat(actual.usage()).isEqualTo(Usage.UNKNOWN);
        assertThat(actual.attributes()).doesNotContainKey("cost");
    }

    @Test
    void toolCallsAndDocumentsOfTheTraceAreEvidenceAndTokensAreNot() {
        Actual tools = new Actual();
        tools.close(WHOLE);
        Actual tokens = new Actual();
        tokens.close(trace(call(0.5, "stop")));

        assertThat(tools.hasEvidence()).isTrue();
        assertThat(tokens.hasEvidence()).isFalse();
    }

    @Test
    void nonsenseInATraceIsUnknownAndDoesNoHarm() {
        Actual actual = Actual.of("x");
        actual.close(trace(
                step(
                        " ",
                        Map.of(TraceNames.OPERATION_NAME, TraceNames.OPERATION_EXECUTE_TOOL, TraceNames.TOOL_NAME, "")),
                step(
                        "chat m",
                        Map.of(
                                TraceNames.OPERATION_NAME,
                                "chat",
                                TraceNames.USAGE_INPUT_TOKENS,
                                Long.MAX_VALUE,
                                TraceNames.COST_TOTAL,
                                Double.NaN,
                                TraceNames.RESPONSE_TIME_TO_FIRST_CHUNK,
                                -1.0)),
                call(0.5, "stop")));

        assertThat(actual.toolCalls()).extracting(ToolCall::name).containsExactly("(no name)");
        assertThat(actual.usage().inputTokens()).isNull();
        assertThat(actual.attributes()).doesNotContainKey("cost");
        assertThat(actual.timeToFirstToken()).contains(Duration.ofNanos(500_000_000 + 30));
    }

    private static TraceSpan call(double cost, String finish) {
        return step(
                "chat m",
                Map.of(
                        TraceNames.OPERATION_NAME,
                        "chat",
                        TraceNames.RESPONSE_MODEL,
                        "m-1",
                        TraceNames.USAGE_INPUT_TOKENS,
                        10L,
                        TraceNames.USAGE_OUTPUT_TOKENS,
                        2L,
                        TraceNames.RESPONSE_FINISH_REASONS,
                        List.of(finish),
                        TraceNames.RESPONSE_TIME_TO_FIRST_CHUNK,
                        0.5,
                        TraceNames.COST_TOTAL,
                        cost));
    }

    private static TraceSpan step(String name, Map<String, Object> attributes) {
        return span("?", "root", name, 0, attributes);
    }

    /** The first step begins when the invocation does, each other one when the one before ends: 10 ns each. */
    private static Trace trace(TraceSpan... steps) {
        List<TraceSpan> spans = new ArrayList<>(List.of(span("root", "", "test", 0, Map.of())));
        for (int i = 0; i < steps.length; i++) {
            spans.add(span("s" + i, "root", steps[i].name(), i + 1, steps[i].attributes()));
        }
        return new Trace("0af7651916cd43dd8448eb211c80319c", spans);
    }

    private static TraceSpan span(String id, String parent, String name, int place, Map<String, Object> attributes) {
        return new TraceSpan(
                id,
                parent,
                name,
                "INTERNAL",
                place * 10L,
                place * 10L + 10,
                SpanStatus.UNSET,
                new LinkedHashMap<>(attributes),
                List.of(),
                List.of(),
                "",
                Map.of());
    }
}
