package dev.junitllm.jupiter;

import static dev.junitllm.assertj.LlmAssertions.assertThatLlm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.SpanKind;
import dev.junitllm.TestTrace;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.trace.CalledTool;
import dev.junitllm.score.trace.DidNotCallTool;
import dev.junitllm.score.trace.MaxCost;
import dev.junitllm.score.trace.MaxLatency;
import dev.junitllm.score.trace.MaxModelCalls;
import dev.junitllm.score.trace.MaxTokens;
import dev.junitllm.score.trace.NoErrorSpan;
import dev.junitllm.score.trace.RetrievedDocument;
import dev.junitllm.score.trace.ToolOrder;
import dev.junitllm.trace.Traces;
import io.opentelemetry.api.trace.Span;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The annotations that ask something of each case's trace, in the real engine. */
class TraceScoresTest {

    private static final Trace TRACE = TestTrace.of(100)
            .step(
                    SpanKind.LLM,
                    "plan",
                    0,
                    10,
                    Map.of(
                            TraceNames.USAGE_INPUT_TOKENS, 100L,
                            TraceNames.USAGE_OUTPUT_TOKENS, 10L,
                            TraceNames.COST_TOTAL, 0.01))
            .tool("search", 20, 5, "{\"limit\": 3}")
            .in()
            .retrieval("handbook", 21, 3, "leave")
            .out()
            .tool("lookup", 30, 5, "{}")
            .trace();

    static class EverythingTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @CalledTool("search")
        @CalledTool(value = "search", arguments = "{\"limit\": 3}", name = "with-limit")
        @DidNotCallTool({"pay", "delete"})
        @ToolOrder({"search", "lookup"})
        @ToolOrder(
                value = {"search", "lookup"},
                exactly = true)
        @MaxModelCalls(1)
        @MaxTokens(110)
        @MaxCost(0.01)
        @MaxLatency(60_000)
        @MaxLatency(value = 10, unit = ChronoUnit.MINUTES, of = SpanKind.RETRIEVAL)
        @NoErrorSpan
        @RetrievedDocument("leave")
        void holds(GoldenCase golden, Actual actual) {
            actual.output("30 days").trace(TRACE);
        }
    }

    @Test
    void everyOneHoldsOnATraceThatIsAsAsked() {
        assertThat(EvalTestKit.run(EverythingTestCases.class).statuses().values())
                .containsOnly("SUCCESSFUL");
    }

    static class AssertingTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(value = ExactMatch.class, recordOnly = true)
        @CalledTool("search")
        void asserts(GoldenCase golden, Actual actual) {
            Span span = Traces.tracer()
                    .spanBuilder("execute_tool search")
                    .setAttribute(TraceNames.OPERATION_NAME, TraceNames.OPERATION_EXECUTE_TOOL)
                    .setAttribute(TraceNames.TOOL_NAME, "search")
                    .startSpan();
            actual.output(golden.id());
            span.end();
            assertThatLlm(actual)
                    .trace()
                    .calledTool("search")
                    .didNotCallTool("pay")
                    .tookAtMost(Duration.ofMinutes(1));
        }
    }

    @Test
    void theTestBodyMayAssertOnTheTraceAsFarAsItHasCome() {
        assertThat(EvalTestKit.run(AssertingTestCases.class).statuses().values())
                .containsOnly("SUCCESSFUL");
    }

    static class BrokenRoutingTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @CalledTool("route")
        @MaxTokens(109)
        void misses(GoldenCase golden, Actual actual) {
            actual.output("30 days").trace(TRACE);
        }
    }

    @Test
    void aMissFailsItsCaseAndSaysWhichToolsWereCalled() {
        var run = EvalTestKit.run(BrokenRoutingTestCases.class);

        assertThat(run.thrownBy("peru"))
                .hasMessageContaining("called-tool route")
                .hasMessageContaining("tool 'route' was not called; called: 'search', 'lookup'")
                .hasMessageContaining("110 tokens, more than 109");
    }

    static class UnknownTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @MaxTokens(1_000)
        void isUnknown(GoldenCase golden, Actual actual) {
            actual.output("30 days");
        }
    }

    @Test
    void whatNoTraceSaysIsAnErrorAndNoScoreOfZero() {
        var run = EvalTestKit.run(UnknownTestCases.class);

        assertThat(run.thrownBy("peru").getMessage()).contains("ERROR").containsAnyOf("NO_TRACE", "NO_STEPS");
    }

    @Retention(RetentionPolicy.RUNTIME)
    @CalledTool("search")
    @NoErrorSpan
    @interface Routed {}

    @Routed
    static class ComposedTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @MaxModelCalls(0)
        void isRouted(GoldenCase golden, Actual actual) {
            actual.output("30 days").trace(TRACE);
        }
    }

    @Test
    void annotationsOfYourOwnCarryThem() {
        assertThat(EvalTestKit.run(ComposedTestCases.class).thrownBy("peru"))
                .hasMessageContaining("called-tool search")
                .hasMessageContaining("no-error-span")
                .hasMessageContaining("1 model call, more than 0: 'plan'");
    }

    static class WrongArgumentsTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @CalledTool(value = "search", arguments = "limit: 3")
        void neverRuns(GoldenCase golden, Actual actual) {
            actual.output("30 days");
        }
    }

    static class TwoKindsTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @MaxLatency(
                value = 1,
                of = {SpanKind.LLM, SpanKind.TOOL})
        void neverRuns(GoldenCase golden, Actual actual) {
            actual.output("30 days");
        }
    }

    static class InDaysTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @MaxLatency(value = 1, unit = ChronoUnit.DAYS)
        void neverRuns(GoldenCase golden, Actual actual) {
            actual.output("30 days");
        }
    }

    @Test
    void whatIsWrongWithAnAnnotationIsSaidBeforeTheFirstCase() {
        assertThat(EvalTestKit.run(WrongArgumentsTestCases.class).verdict())
                .contains("@CalledTool")
                .contains("arguments = limit: 3: they must be a JSON object, such as {\"city\": \"Paris\"}");
        assertThat(EvalTestKit.run(TwoKindsTestCases.class).verdict())
                .contains("of: one kind of steps has a limit; repeat the annotation for another kind");
        assertThat(EvalTestKit.run(InDaysTestCases.class).verdict()).contains("unit = Days: a step is over sooner");
    }
}
