package dev.junitllm.assertj;

import static dev.junitllm.assertj.LlmAssertions.assertThatLlm;
import static dev.junitllm.assertj.LlmAssertions.assertThatTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.junitllm.Actual;
import dev.junitllm.SpanKind;
import dev.junitllm.TestTrace;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.jupiter.KeepTrace;
import dev.junitllm.trace.LlmSpan;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TraceAssertTest {

    private static final Trace AGENT = TestTrace.of(1_500)
            .step(SpanKind.AGENT, "handbook-agent", 0, 1_400)
            .in()
            .step(
                    SpanKind.LLM,
                    "plan",
                    10,
                    300,
                    Map.of(
                            TraceNames.USAGE_INPUT_TOKENS, 100L,
                            TraceNames.USAGE_OUTPUT_TOKENS, 10L,
                            TraceNames.COST_TOTAL, 0.002))
            .tool("search", 400, 50, "{\"query\":\"annual leave\"}")
            .in()
            .retrieval("handbook", 410, 20, "leave#annual-leave", "pay#salary")
            .out()
            .tool("lookup", 500, 30, "{}")
            .failed(SpanKind.TOOL, "days", 550, 2, "no date in 'soon'\u001b[31m")
            .out()
            .step(SpanKind.OTHER, "GET /handbook", 1_410, 5)
            .step(SpanKind.EVALUATION, "faithfulness", 1_420, 50)
            .trace();

    private static final String STEPS = "\n" + """
            the steps:
              AGENT handbook-agent, 1.4 s
                LLM plan, 300 ms, 110 tokens, $0.002
                TOOL execute_tool search, 50 ms: {"query":"annual leave"}
                  RETRIEVAL handbook, 20 ms: leave#annual-leave, pay#salary
                TOOL execute_tool lookup, 30 ms
                TOOL days, 2.0 ms, FAILED: no date in 'soon'\\u001b[31m
              GET /handbook, 5.0 ms""".indent(2).stripTrailing();

    @Test
    void tellsNoHalfOfASecretWhereItCutsWhatItTells() {
        String key = "sk-proj-" + "Qm4xR7vT2kLp9sWd6hJn";
        Trace trace = TestTrace.of(100)
                .tool("search", 10, 20, "{\"query\":\"" + "x".repeat(130) + " " + key + "\"}")
                .trace();

        assertThat(catchThrowable(() -> assertThatTrace(trace).calledTool("lookup")))
                .hasMessageContaining("xxx [REDACTED:openai-key]\u2026");
    }

    @Test
    void passesWhereTheTraceIsAsAsked() {
        assertThatTrace(AGENT)
                .calledTool("search")
                .calledTool("search", Map.of("query", "annual leave"))
                .didNotCallTool("pay")
                .calledToolsInOrder("search", "days")
                .calledToolsExactly("search", "lookup", "days")
                .hasAtMostModelCalls(1)
                .usedAtMostTokens(110)
                .costAtMost(0.002)
                .tookAtMost(Duration.ofMillis(1_420))
                .eachTookAtMost(SpanKind.TOOL, Duration.ofMillis(50))
                .retrieved("pay#salary")
                .stepsSatisfy(trace -> assertThat(trace.ofKind(SpanKind.AGENT)).hasSize(1));
    }

    @Test
    void aFailureShowsTheStepsThereAre() {
        assertThat(messageOf(() -> assertThatTrace(AGENT).calledTool("pay")))
                .isEqualTo("tool 'pay' was not called; called: 'search', 'lookup', 'days'" + STEPS);
    }

    @Test
    void whatIsUnknownIsToldApartFromWhatIsWrong() {
        Trace silent = TestTrace.of(9).step(SpanKind.LLM, "chat", 0, 5).trace();

        assertThat(messageOf(() -> assertThatTrace(silent).usedAtMostTokens(1_000)))
                .isEqualTo("""
                        an ERROR, not a failure of the application: UNKNOWN_TOKENS: the tokens of 1 in 1 call of models are unknown \
                        ('chat'), so it isn't known whether the limit was kept
                          the steps:
                            LLM chat, 5.0 ms""");
    }

    static List<Consumer<TraceAssert>> every() {
        return List.of(
                trace -> trace.calledTool("pay"),
                trace -> trace.calledTool("search", Map.of("query", "pay")),
                trace -> trace.didNotCallTool("search"),
                trace -> trace.calledToolsInOrder("lookup", "search"),
                trace -> trace.calledToolsExactly("search"),
                trace -> trace.hasAtMostModelCalls(0),
                trace -> trace.usedAtMostTokens(109),
                trace -> trace.costAtMost(0.0019),
                trace -> trace.tookAtMost(Duration.ofMillis(1_419)),
                trace -> trace.eachTookAtMost(SpanKind.LLM, Duration.ofMillis(299)),
                TraceAssert::hasNoErrors,
                trace -> trace.retrieved("travel"));
    }

    @ParameterizedTest
    @MethodSource("every")
    void everyAssertionFailsWhereTheTraceIsNotSoAndWhereThereIsNone(Consumer<TraceAssert> assertion) {
        assertThat(messageOf(() -> assertion.accept(assertThatTrace(AGENT)))).endsWith(STEPS);
        assertThat(messageOf(() -> assertion.accept(assertThatTrace(Trace.NONE))))
                .startsWith(
                        "an ERROR, not a failure of the application: NO_TRACE: there is no trace: see that tracing is on");
        assertThat(messageOf(() -> assertion.accept(assertThatTrace(null)))).contains("not to be null");
    }

    @Test
    void theTraceIsReachedFromWhatTheApplicationDid() {
        Actual actual = Actual.of("30 days").trace(AGENT);

        assertThatLlm(actual).hasOutput().trace().calledTool("lookup");
        assertThat(messageOf(() -> assertThatLlm(actual).as("the agent").trace().calledTool("pay")))
                .startsWith("[the agent] tool 'pay' was not called");
        assertThat(messageOf(() -> assertThatLlm("30 days").trace().hasNoErrors()))
                .contains("there is no trace");
    }

    @Test
    @KeepTrace
    void aPlainTestMayAskForItsOwnTrace() {
        LlmSpan.tool("search", span -> "found");

        assertThatTrace().calledToolsExactly("search").tookAtMost(Duration.ofMinutes(1));
        LlmSoftAssertions.assertSoftly(softly -> softly.assertThatTrace().calledTool("search"));
        assertThat(messageOf(() -> assertThatTrace().calledTool("pay"))).contains("TOOL execute_tool search");
    }

    @Test
    void outsideOfATracedTestThereIsNoTrace() {
        assertThat(messageOf(() -> assertThatTrace().calledTool("pay"))).contains("NO_TRACE");
    }

    @Test
    void softAssertionsCollectWhatIsWrongWithATrace() {
        Actual actual = Actual.of("30 days").trace(AGENT);

        assertThat(messageOf(() -> LlmSoftAssertions.assertSoftly(softly -> {
                    softly.assertThatLlm(actual).trace().calledTool("pay").hasNoErrors();
                    softly.assertThatTrace(AGENT).hasAtMostModelCalls(0).calledTool("search");
                })))
                .contains("3 failures")
                .contains("tool 'pay' was not called")
                .contains("1 of 7 steps failed: TOOL 'days'")
                .contains("1 model call, more than 0: 'plan'");
    }

    @Test
    void ordinarySoftAssertionsHaveThemToo() {
        class Softly extends SoftAssertions implements LlmSoftAssertionsProvider {}
        Softly softly = new Softly();

        softly.assertThatTrace(AGENT).calledTool("pay").calledTool("pray");

        assertThat(softly.errorsCollected()).hasSize(2);
    }

    @Test
    void aLongTraceIsCut() {
        TestTrace many = TestTrace.of(100);
        for (int i = 0; i < 40; i++) {
            many.tool("search", i, 1, "{}");
        }

        assertThat(messageOf(() -> assertThatTrace(many.trace()).calledTool("pay")))
                .endsWith("\n    TOOL execute_tool search, 1.0 ms\n    and 10 more")
                .contains("called: 'search', 'search'")
                .contains("and 30 more\n");
    }

    @Test
    void staysSmall() {
        assertThat(Arrays.stream(TraceAssert.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .count())
                .isLessThan(25);
    }

    private static String messageOf(Runnable assertion) {
        Throwable failure = catchThrowable(assertion::run);
        assertThat(failure).isInstanceOf(AssertionError.class);
        return failure.getMessage();
    }
}
