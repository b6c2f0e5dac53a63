package dev.junitllm.judge.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.SpanStatus;
import dev.junitllm.ToolCall;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TakenStepsTest {

    private static final Trace TRACE = new Trace(
            "0af7651916cd43dd8448eb211c80319c",
            List.of(
                    step("1", "", SpanStatus.UNSET, Map.of()),
                    step(
                            "2",
                            "1",
                            SpanStatus.UNSET,
                            Map.of(
                                    TraceNames.KIND, "tool",
                                    TraceNames.TOOL_NAME, "search",
                                    TraceNames.TOOL_CALL_ARGUMENTS, "{\"query\":\"leave\"}",
                                    TraceNames.TOOL_CALL_RESULT, "leave#annual-leave")),
                    step(
                            "3",
                            "1",
                            new SpanStatus(SpanStatus.Code.ERROR, "no such section"),
                            Map.of(TraceNames.KIND, "tool", TraceNames.TOOL_NAME, "read"))));

    @Test
    void theTracesStepsAreShownWithWhatCameOfThemWhereTheTestRecordedNone() throws Exception {
        Actual actual = Actual.of("27 days");
        actual.close(TRACE);

        assertThat(steps(actual))
                .containsExactly(
                        Map.entry("s1", "search{\"query\":\"leave\"}\ngave: leave#annual-leave"),
                        Map.entry("s2", "read{}\nfailed: no such section"));
    }

    @Test
    void whatTheTestRecordedCountsBeforeTheTrace() throws Exception {
        Actual actual = Actual.of("27 days")
                .toolCall(ToolCall.of(
                        "look", JsonNodeFactory.instance.objectNode().put("at", 1)));
        actual.close(TRACE);

        assertThat(steps(actual)).containsExactly(Map.entry("s1", "look{\"at\":1}"));
    }

    @Test
    void longResultsAreCutAndSaySo() {
        Actual actual = Actual.of("27 days");
        actual.close(new Trace(
                "0af7651916cd43dd8448eb211c80319c",
                List.of(
                        step("1", "", SpanStatus.UNSET, Map.of()),
                        step(
                                "2",
                                "1",
                                SpanStatus.UNSET,
                                Map.of(
                                        TraceNames.KIND, "tool",
                                        TraceNames.TOOL_NAME, "read",
                                        TraceNames.OUTPUT_VALUE, "x".repeat(1_999) + "\ud83d\ude00y")))));

        assertThat(TakenSteps.of(actual)).containsExactly("read{}\ngave: " + "x".repeat(1_999) + "… (2002 characters)");
    }

    private static List<Map.Entry<String, String>> steps(Actual actual) throws Exception {
        GoldenCase golden = GoldenCase.builder("leave", "How many days?").build();
        return List.copyOf(JudgedData.read(List.of(DataField.STEPS), List.of(), golden, actual)
                .texts(DataField.STEPS)
                .entrySet());
    }

    private static TraceSpan step(String id, String parent, SpanStatus status, Map<String, Object> attributes) {
        return new TraceSpan(
                id,
                parent,
                "step " + id,
                "INTERNAL",
                Long.parseLong(id),
                Long.parseLong(id) + 1,
                status,
                attributes,
                List.of(),
                List.of(),
                "test",
                Map.of());
    }
}
