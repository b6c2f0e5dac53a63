package dev.junitllm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceTest {

    @Test
    void whatWasMadeToScoreIsNoStepOfTheApplication() {
        Trace trace = new Trace(
                "t",
                List.of(
                        span("root", "", 0, Map.of()),
                        span("chat", "root", 1, Map.of(TraceNames.OPERATION_NAME, "chat")),
                        span("score", "root", 2, Map.of(TraceNames.KIND, "evaluation")),
                        span("judge", "score", 3, Map.of(TraceNames.OPERATION_NAME, "chat")),
                        span("http", "judge", 4, Map.of())));

        assertThat(trace.application()).extracting(TraceSpan::spanId).containsExactly("chat");
        assertThat(trace.ofKind(SpanKind.LLM)).extracting(TraceSpan::spanId).containsExactly("chat");
        assertThat(trace.ofKind(SpanKind.EVALUATION))
                .extracting(TraceSpan::spanId)
                .containsExactly("score");
    }

    @Test
    void aCallToldTwiceCountsOnce() {
        Map<String, Object> call = Map.of(
                TraceNames.OPERATION_NAME, "chat", TraceNames.USAGE_INPUT_TOKENS, 7L, TraceNames.COST_TOTAL, 0.5);
        Trace trace = new Trace(
                "t",
                List.of(
                        span("root", "", 0, Map.of()),
                        span("library", "root", 1, call),
                        span("between", "library", 2, Map.of()),
                        span("http", "between", 3, call)));

        assertThat(trace.modelCalls()).extracting(TraceSpan::spanId).containsExactly("library");
        assertThat(trace.usage().inputTokens()).isEqualTo(7);
        assertThat(trace.usage().outputTokens()).isNull();
        assertThat(trace.cost()).contains(new BigDecimal("0.5"));
    }

    @Test
    void whatCallsTookIsUnknownWhereOneDoesNotSay() {
        Map<String, Object> first = Map.of(
                TraceNames.OPERATION_NAME,
                "chat",
                TraceNames.USAGE_INPUT_TOKENS,
                7L,
                TraceNames.USAGE_OUTPUT_TOKENS,
                Long.MAX_VALUE,
                TraceNames.USAGE_REASONING_TOKENS,
                1L);
        Map<String, Object> second = Map.of(
                TraceNames.OPERATION_NAME,
                "chat",
                TraceNames.USAGE_INPUT_TOKENS,
                8L,
                TraceNames.USAGE_OUTPUT_TOKENS,
                1L);
        Trace trace = new Trace("t", List.of(span("a", "root", 1, first), span("b", "root", 2, second)));

        assertThat(trace.usage()).isEqualTo(new Usage(15L, null, null, null, null));
        assertThat(Trace.NONE.usage()).isEqualTo(Usage.UNKNOWN);
    }

    @Test
    void twoStepsOfOneIdAreOfTheKindOfTheFirst() {
        Trace trace = new Trace(
                "t",
                List.of(
                        span("root", "", 0, Map.of()),
                        span("twice", "root", 1, Map.of(TraceNames.KIND, "tool")),
                        span("twice", "root", 2, Map.of(TraceNames.KIND, "llm"))));

        assertThat(trace.ofKind(SpanKind.TOOL)).hasSize(2);
        assertThat(trace.modelCalls()).isEmpty();
    }

    @Test
    void theRootComesFirstThoughAnotherStepBeganBefore() {
        Trace trace = new Trace("t", List.of(span("early", "root", 0, Map.of()), span("root", "", 1, Map.of())));

        assertThat(trace.spans()).extracting(TraceSpan::spanId).containsExactly("root", "early");
        assertThat(trace.root().orElseThrow().spanId()).isEqualTo("root");
        assertThat(trace.childrenOf(trace.spans().get(0)))
                .extracting(TraceSpan::spanId)
                .containsExactly("early");
        assertThat(trace.parentOf(trace.spans().get(1))).contains(trace.spans().get(0));
    }

    @Test
    void parentsThatAreMissingOrGoRoundInCirclesAreBorne() {
        Trace trace = new Trace(
                "t",
                List.of(
                        span("root", "", 0, Map.of()),
                        span("lost", "elsewhere", 1, Map.of(TraceNames.OPERATION_NAME, "chat")),
                        span("a", "b", 2, Map.of(TraceNames.OPERATION_NAME, "chat")),
                        span("b", "a", 3, Map.of())));

        assertThat(trace.modelCalls()).extracting(TraceSpan::spanId).contains("lost");
        assertThat(trace.application()).hasSize(3);
    }

    @Test
    void thousandsOfStepsInOneChainAreCheapToAsk() {
        List<TraceSpan> spans = new ArrayList<>(List.of(span("0", "", 0, Map.of())));
        for (int i = 1; i < 20_000; i++) {
            spans.add(span(Integer.toString(i), Integer.toString(i - 1), i, Map.of(TraceNames.OPERATION_NAME, "chat")));
        }

        Trace trace = new Trace("t", spans);

        assertThat(trace.modelCalls()).hasSize(1);
        assertThat(trace.ofKind(SpanKind.LLM)).hasSize(19_999);
    }

    private static TraceSpan span(String id, String parent, long start, Map<String, Object> attributes) {
        return new TraceSpan(
                id,
                parent,
                id,
                "INTERNAL",
                start,
                start + 1,
                SpanStatus.UNSET,
                attributes,
                List.of(),
                List.of(),
                "",
                Map.of());
    }
}
