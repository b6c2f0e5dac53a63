package dev.junitllm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import dev.junitllm.SpanKind;
import dev.junitllm.TestTrace;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.Redactor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CaseStepsTest {

    private static final Trace AGENT = TestTrace.of(1_000)
            .step(SpanKind.AGENT, "agent", 0, 900)
            .in()
            .step(
                    SpanKind.LLM,
                    "plan",
                    0,
                    100,
                    Map.of(
                            TraceNames.USAGE_INPUT_TOKENS, 90L,
                            TraceNames.USAGE_OUTPUT_TOKENS, 10L,
                            TraceNames.COST_TOTAL, 0.001))
            .in()
            .llm("http", 10, 80, 90, 10)
            .out()
            .tool("search", 200, 30, "{}")
            .in()
            .retrieval("handbook", 205, 20, "leave", "pay", "leave")
            .failed(SpanKind.OTHER, "GET /", 226, 2, "404")
            .out()
            .tool("search", 300, 50, "{}")
            .out()
            .step(SpanKind.EVALUATION, "faithfulness", 950, 20)
            .in()
            .llm("judge", 951, 10, 500, 500)
            .trace();

    @Test
    void theStepsOfTheApplicationAreCountedByKind() {
        SampleSteps steps = SampleSteps.of(AGENT);

        assertThat(steps.calls())
                .containsOnly(
                        entry(SpanKind.AGENT, 1),
                        entry(SpanKind.LLM, 1),
                        entry(SpanKind.TOOL, 2),
                        entry(SpanKind.RETRIEVAL, 1));
        assertThat(steps.failed()).isEqualTo(1);
        assertThat(steps.tokens()).isEqualTo(100);
        assertThat(steps.cost()).isEqualByComparingTo("0.001");
        assertThat(steps.tools()).containsExactly("search", "search");
        assertThat(steps.documents()).containsExactly("leave", "pay");
        assertThat(steps.millis()).containsEntry(SpanKind.TOOL, 40.0).containsEntry(SpanKind.LLM, 100.0);
        assertThat(steps.isEmpty()).isFalse();
    }

    @Test
    void noTraceIsNotATraceWithoutSteps() {
        assertThat(SampleSteps.of(Trace.NONE)).isNull();
        SampleSteps nothing = SampleSteps.of(TestTrace.of(1).trace());
        assertThat(nothing.isEmpty()).isTrue();
        assertThat(nothing.tokens()).isNull();
        assertThat(nothing.documents()).isEmpty();
        assertThat(SampleSteps.of(TestTrace.of(1)
                                .step(SpanKind.RETRIEVAL, "web", 0, 1)
                                .trace())
                        .documents())
                .isNull();
    }

    @Test
    void namesAreCutAndHoldNoSecrets() {
        TestTrace trace = TestTrace.of(1);
        for (int i = 0; i < 120; i++) {
            trace.tool("x".repeat(500) + i, 0, 1, "{}");
        }
        assertThat(SampleSteps.of(trace.trace()).tools())
                .hasSize(100)
                .allSatisfy(tool -> assertThat(tool).hasSize(120));
        String key = "sk-ant-api03-" + "Ab1".repeat(31) + "AA";
        TraceNote note = TraceNote.NONE
                .with(SampleSteps.of(TestTrace.of(1).tool(key, 0, 1, "{}").trace()))
                .redacted(Redactor.forEnvironment(Map.of()));
        assertThat(note.steps().tools().get(0)).doesNotContain(key);
    }

    @Test
    void samplesOfACaseAreAddedUp() {
        CaseSteps steps = CaseSteps.of(List.of(
                sample(100L, "0.01", List.of("search"), List.of("a")),
                sample(200L, "0.02", List.of("search", "lookup"), List.of("a", "b")),
                sample(201L, "0.02", List.of("search", "lookup"), List.of())));

        assertThat(steps.samples()).isEqualTo(3);
        assertThat(steps.calls(SpanKind.LLM)).isEqualTo(1);
        assertThat(steps.calls(SpanKind.TOOL)).isEqualTo(1.667);
        assertThat(steps.calls(SpanKind.AGENT)).isZero();
        assertThat(steps.tokens()).isEqualTo(167);
        assertThat(steps.cost()).isEqualTo(0.016666667);
        assertThat(steps.routes()).containsExactly(entry(List.of("search", "lookup"), 2), entry(List.of("search"), 1));
        assertThat(steps.documents()).containsExactly(entry("a", 2), entry("b", 1));
    }

    @Test
    void whatOneSampleDoesNotKnowTheCaseDoesNot() {
        CaseSteps steps = CaseSteps.of(
                List.of(sample(100L, "0.01", List.of(), List.of("a")), sample(null, null, List.of(), null)));

        assertThat(steps.tokens()).isNull();
        assertThat(steps.cost()).isNull();
        assertThat(steps.documents()).isNull();
        assertThat(CaseSteps.of(List.of())).isNull();
    }

    @Test
    void refusesCountsThatDoNotAddUp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseSteps(2, Map.of(), 0, null, null, Map.of(List.of(), 1), null))
                .withMessage("the steps of 2 samples can't be these: routes of [1], documents of no");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CaseSteps(1, Map.of(), 0, null, null, Map.of(List.of(), 1), new TreeMap<>(Map.of("a", 2))));
    }

    private static SampleSteps sample(Long tokens, String cost, List<String> tools, List<String> documents) {
        Map<SpanKind, Integer> calls = new TreeMap<>(Map.of(SpanKind.LLM, 1, SpanKind.RETRIEVAL, 1));
        if (!tools.isEmpty()) {
            calls.put(SpanKind.TOOL, tools.size());
        }
        return new SampleSteps(
                calls, 0, tokens, cost == null ? null : new BigDecimal(cost), tools, documents, Map.of());
    }
}
