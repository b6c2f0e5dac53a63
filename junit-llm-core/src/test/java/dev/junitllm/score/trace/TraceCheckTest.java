package dev.junitllm.score.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.SpanEvent;
import dev.junitllm.SpanKind;
import dev.junitllm.TestTrace;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TraceCheckTest {

    /** search, lookup, search; two calls of a model, of 110 and 220 tokens. */
    private static final Trace AGENT = TestTrace.of(1_500)
            .step(SpanKind.AGENT, "handbook-agent", 0, 1_400)
            .in()
            .llm("plan", 10, 300, 100, 10)
            .tool(
                    "search",
                    400,
                    50,
                    "{\"query\": \"annual leave\", \"limit\": 3, \"filter\": {\"page\": \"leave\", \"from\": 1}}")
            .in()
            .retrieval("handbook", 410, 20, "leave#annual-leave", "pay#salary")
            .out()
            .tool("lookup", 500, 30, "{\"id\": \"leave#annual-leave\"}")
            .tool("search", 550, 50, "{\"query\": \"carry over\", \"limit\": 5.0}")
            .llm("answer", 700, 600, 200, 20)
            .trace();

    private static final Trace ONLY_THE_INVOCATION = TestTrace.of(20).trace();

    @Test
    void aToolWasCalledOrItsScoreSaysWhichWere() throws Exception {
        assertThat(TraceCheck.calledTool("lookup").check(AGENT).value()).hasValue(1);
        Score missed = TraceCheck.calledTool("pay").check(AGENT);
        assertThat(missed.value()).hasValue(0);
        assertThat(missed.reason()).isEqualTo("tool 'pay' was not called; called: 'search', 'lookup', 'search'");
        assertThat(missed.details()).containsEntry("called", 0).containsEntry("tools", List.of("search", "lookup"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "search | {} | 1",
                "search | {\"limit\": 3.0} | 1",
                "search | {\"limit\": 5} | 1",
                "search | {\"limit\": 4} | 0",
                "search | {\"limit\": \"3\"} | 0",
                "search | {\"limit\": 3, \"query\": \"carry over\"} | 0", // of two different calls
                "search | {\"filter\": {\"page\": \"leave\"}} | 1",
                "search | {\"filter\": {\"page\": \"leave\", \"to\": 2}} | 0",
                "lookup | {\"id\": [\"leave#annual-leave\"]} | 0",
                "lookup | {\"id\": {}} | 0"
            })
    void someArgumentsOfOneCallMustBeAsAsked(String tool, String arguments, int score) throws Exception {
        assertThat(TraceCheck.calledTool(tool, json(arguments)).check(AGENT).value())
                .hasValue(score);
    }

    @Test
    void listsAmongArgumentsAreComparedElementByElement() throws Exception {
        Trace trace = TestTrace.of(1)
                .tool("t", 0, 1, "{\"a\": [1, {\"b\": 2, \"c\": 3}]}")
                .trace();

        assertThat(TraceCheck.calledTool("t", json("{\"a\": [1.0, {\"b\": 2}]}"))
                        .check(trace)
                        .value())
                .hasValue(1);
        assertThat(TraceCheck.calledTool("t", json("{\"a\": [{\"b\": 2}, 1]}"))
                        .check(trace)
                        .value())
                .hasValue(0);
        assertThat(TraceCheck.calledTool("t", json("{\"a\": [1]}")).check(trace).value())
                .hasValue(0);
    }

    @Test
    void otherArgumentsAreShown() throws Exception {
        assertThat(TraceCheck.calledTool("lookup", json("{\"id\": \"pay\"}"))
                        .check(AGENT)
                        .reason())
                .isEqualTo(
                        "tool 'lookup' was called, but never with {\"id\":\"pay\"}: [{\"id\":\"leave#annual-leave\"}]");
    }

    @Test
    void toolsThatMustNotBeCalled() throws Exception {
        Score score = TraceCheck.didNotCallTool("pay", "lookup").check(AGENT);

        assertThat(score.value()).hasValue(0);
        assertThat(score.reason()).isEqualTo("tool 'lookup' was called; called: 'search', 'lookup', 'search'");
        assertThat(TraceCheck.didNotCallTool("pay").check(AGENT).value()).hasValue(1);
        assertThat(TraceCheck.didNotCallTool("pay")
                        .check(TestTrace.of(9).llm("chat", 0, 9, 1, 1).trace())
                        .reason())
                .isEqualTo("no tool was called");
    }

    @Test
    void toolsInOrderMayHaveOthersAmongThem() throws Exception {
        assertThat(TraceCheck.toolsInOrder("search", "search").check(AGENT).value())
                .hasValue(1);
        assertThat(TraceCheck.toolsInOrder("search", "lookup", "search")
                        .check(AGENT)
                        .value())
                .hasValue(1);
        assertThat(TraceCheck.toolsInOrder("lookup", "lookup").check(AGENT).reason())
                .isEqualTo(
                        "the tools must be 'lookup', 'lookup', in this order: after 'lookup' there is no 'lookup'; called: 'search', 'lookup', 'search'");
        assertThat(TraceCheck.toolsInOrder("pay", "search").check(AGENT).reason())
                .contains(": 'pay' was not called; ");
    }

    @Test
    void exactlyTheseToolsMeansNoOthers() throws Exception {
        assertThat(TraceCheck.toolsExactly("search", "lookup", "search")
                        .check(AGENT)
                        .value())
                .hasValue(1);
        assertThat(TraceCheck.toolsExactly("search", "lookup").check(AGENT).reason())
                .isEqualTo(
                        "the tools must be exactly 'search', 'lookup', in this order: there are other calls than these; called: 'search', 'lookup', 'search'");
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "1, 0", "3, 1"})
    void countsCallsOfModels(int most, int score) throws Exception {
        assertThat(TraceCheck.atMostModelCalls(most).check(AGENT).value()).hasValue(score);
    }

    @Test
    void aCallInsideACallIsTheSameOne() throws Exception {
        Trace nested = TestTrace.of(9)
                .llm("langchain", 0, 9, 10, 1)
                .in()
                .llm("http", 1, 7, 10, 1)
                .trace();

        assertThat(TraceCheck.atMostModelCalls(1).check(nested).value()).hasValue(1);
        assertThat(TraceCheck.atMostTokens(11).check(nested).value()).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"330, 1, 330 tokens", "329, 0, '330 tokens, more than 329'"})
    void addsTokensUp(long most, int score, String reason) throws Exception {
        Score tokens = TraceCheck.atMostTokens(most).check(AGENT);

        assertThat(tokens.value()).hasValue(score);
        assertThat(tokens.reason()).isEqualTo(reason);
        assertThat(tokens.details()).containsEntry("tokens", 330L).containsEntry("limit", most);
    }

    @Test
    void unknownTokensAreNeverUnderALimit() throws Exception {
        Trace half = TestTrace.of(9)
                .llm("plan", 0, 3, 100, 10)
                .step(SpanKind.LLM, "answer", 4, 3, Map.of(TraceNames.USAGE_INPUT_TOKENS, 50L))
                .trace();

        assertError(
                TraceCheck.atMostTokens(1_000),
                half,
                "UNKNOWN_TOKENS",
                "the tokens of 1 in 2 calls of models are unknown ('answer'), so it isn't known whether the limit was kept");
        assertError(
                TraceCheck.atMostTokens(160),
                half,
                "UNKNOWN_TOKENS",
                "the tokens of 1 in 2 calls of models are unknown ('answer'), so it isn't known whether the limit was kept");
        Score over = TraceCheck.atMostTokens(159).check(half);
        assertThat(over.value()).hasValue(0);
        assertThat(over.reason()).isEqualTo("at least 160 tokens, more than 159");
    }

    @Test
    void withoutACallOfAModelNeitherTokensNorCostsAreKnown() {
        Trace tools = TestTrace.of(9).tool("search", 0, 1, "{}").trace();

        assertError(
                TraceCheck.atMostTokens(1),
                tools,
                "UNKNOWN_TOKENS",
                "no call of a model is in the trace, so its tokens are not known");
        assertError(
                TraceCheck.atMostCost(BigDecimal.ONE),
                tools,
                "UNKNOWN_COST",
                "no call of a model is in the trace, so its costs are not known");
    }

    @Test
    void costsOfEmbeddingsCount() throws Exception {
        Trace priced = TestTrace.of(9)
                .step(SpanKind.LLM, "chat", 0, 3, Map.of(TraceNames.COST_TOTAL, 0.02))
                .step(SpanKind.EMBEDDING, "embeddings", 4, 3, Map.of(TraceNames.COST_TOTAL, 0.001))
                .trace();

        assertThat(TraceCheck.atMostCost(new BigDecimal("0.021")).check(priced).value())
                .hasValue(1);
        Score over = TraceCheck.atMostCost(new BigDecimal("0.0209")).check(priced);
        assertThat(over.value()).hasValue(0);
        assertThat(over.reason()).isEqualTo("$0.021, more than $0.0209");
    }

    @Test
    void costsAreInTheOneCurrencyOfThePrices() throws Exception {
        Map<String, Object> euros = Map.of(TraceNames.COST_TOTAL, 0.02, TraceNames.COST_CURRENCY, "EUR");
        TestTrace trace = TestTrace.of(9).step(SpanKind.LLM, "chat", 0, 3, euros);

        assertThat(TraceCheck.atMostCost(new BigDecimal("0.01"))
                        .check(trace.trace())
                        .reason())
                .isEqualTo("0.02 EUR, more than 0.01 EUR");
        assertError(
                TraceCheck.atMostCost(BigDecimal.ONE),
                trace.step(SpanKind.LLM, "chat", 4, 3, Map.of(TraceNames.COST_TOTAL, 0.02))
                        .trace(),
                "UNKNOWN_COST",
                "costs are in several currencies, which can't be added up: [EUR, USD]");
    }

    @Test
    void unknownCostsAreNeverUnderALimit() throws Exception {
        Trace half = TestTrace.of(9)
                .step(SpanKind.LLM, "chat", 0, 3, Map.of(TraceNames.COST_TOTAL, 0.02))
                .step(SpanKind.EMBEDDING, "embeddings", 4, 3)
                .trace();

        assertError(
                TraceCheck.atMostCost(BigDecimal.ONE),
                half,
                "UNKNOWN_COST",
                "the costs of 1 in 2 calls of models are unknown ('embeddings'), so it isn't known whether the limit was kept");
        assertThat(TraceCheck.atMostCost(new BigDecimal("0.01")).check(half).reason())
                .isEqualTo("at least $0.02, more than $0.01");
    }

    @Test
    void theApplicationsTimeEndsWhereScoringBegins() throws Exception {
        Trace scored = TestTrace.of(9_000)
                .llm("chat", 0, 400, 1, 1)
                .step(SpanKind.EVALUATION, "faithfulness", 500, 8_000)
                .in()
                .llm("judge", 600, 7_000, 1_000, 1_000)
                .trace();

        Score score = TraceCheck.within(Duration.ofMillis(500)).check(scored);
        assertThat(score.value()).hasValue(1);
        assertThat(score.reason()).isEqualTo("it took 500 ms");
        assertThat(TraceCheck.within(Duration.ofMillis(499)).check(scored).reason())
                .isEqualTo("it took 500 ms, longer than 499 ms");
        assertThat(TraceCheck.atMostTokens(2).check(scored).value()).hasValue(1);
        assertThat(TraceCheck.atMostModelCalls(1).check(scored).value()).hasValue(1);
    }

    @Test
    void theApplicationsTimeEndsWithTheBodyWhereTheInvocationSaysSo() throws Exception {
        TraceSpan root = TestTrace.of(900).trace().spans().get(0);
        SpanEvent bodyEnded = new SpanEvent(TraceNames.SCORING, root.startNanos() + 300_000_000, Map.of());
        Trace trace = new Trace(
                "0af7651916cd43dd8448eb211c80319c",
                List.of(new TraceSpan(
                        root.spanId(),
                        "",
                        root.name(),
                        root.role(),
                        root.startNanos(),
                        root.endNanos(),
                        root.status(),
                        root.attributes(),
                        List.of(bodyEnded),
                        List.of(),
                        "test",
                        Map.of())));

        assertThat(TraceCheck.within(Duration.ofMillis(299)).check(trace).reason())
                .isEqualTo("it took 300 ms, longer than 299 ms");
    }

    @Test
    void theSlowestStepOfAKindDecides() throws Exception {
        assertThat(TraceCheck.eachWithin(SpanKind.LLM, Duration.ofMillis(600))
                        .check(AGENT)
                        .value())
                .hasValue(1);
        assertThat(TraceCheck.eachWithin(SpanKind.LLM, Duration.ofMillis(599))
                        .check(AGENT)
                        .reason())
                .isEqualTo("the slowest LLM step, 'answer', took 600 ms, longer than 599 ms");
        assertError(
                TraceCheck.eachWithin(SpanKind.EMBEDDING, Duration.ofMillis(1)),
                AGENT,
                "NO_STEPS",
                "no step of kind EMBEDDING is in the trace, so nothing could be slow or fast");
    }

    @Test
    void aRecordingSaysNothingOfTime() throws Exception {
        Actual replayed = Actual.of("30 days").trace(AGENT).attribute("replayed", "true");

        assertThat(TraceCheck.within(Duration.ofMillis(1))
                        .score(golden(), replayed)
                        .value())
                .isEmpty();
        assertThat(TraceCheck.atMostModelCalls(1).score(golden(), replayed).value())
                .hasValue(0);
    }

    @Test
    void aFailureIsToldWhereItBegan() throws Exception {
        Trace failed = TestTrace.of(100)
                .failed(SpanKind.AGENT, "agent", 0, 90, "the plan failed")
                .in()
                .failed(SpanKind.TOOL, "lookup", 10, 5, "no section pay#bonus")
                .llm("answer", 20, 60, 1, 1)
                .trace();

        Score score = TraceCheck.noErrors().check(failed);
        assertThat(score.value()).hasValue(0);
        assertThat(score.reason()).isEqualTo("2 of 3 steps failed: TOOL 'lookup': no section pay#bonus");
        assertThat(TraceCheck.noErrors().check(AGENT).reason()).isEqualTo("none of 7 steps failed");
    }

    @Test
    void documentsOfAnySearchCount() throws Exception {
        assertThat(TraceCheck.retrieved("pay#salary", "leave#annual-leave")
                        .check(AGENT)
                        .value())
                .hasValue(1);
        Score missed = TraceCheck.retrieved("pay#salary", "travel").check(AGENT);
        assertThat(missed.value()).hasValue(0);
        assertThat(missed.reason())
                .isEqualTo("'travel' was not retrieved; retrieved: 'leave#annual-leave', 'pay#salary'");
        assertError(
                TraceCheck.retrieved("travel"),
                TestTrace.of(9).step(SpanKind.RETRIEVAL, "handbook", 0, 1).trace(),
                "NO_STEPS",
                "no search in the trace says which documents it found");
        assertThat(TraceCheck.retrieved("travel")
                        .check(TestTrace.of(9).retrieval("handbook", 0, 1).trace())
                        .reason())
                .isEqualTo("'travel' was not retrieved; nothing was retrieved");
    }

    static List<TraceCheck> all() {
        return List.of(
                TraceCheck.calledTool("search"),
                TraceCheck.didNotCallTool("pay"),
                TraceCheck.toolsInOrder("search"),
                TraceCheck.toolsExactly("search"),
                TraceCheck.atMostModelCalls(100),
                TraceCheck.atMostTokens(100_000),
                TraceCheck.atMostCost(BigDecimal.TEN),
                TraceCheck.eachWithin(SpanKind.LLM, Duration.ofHours(1)),
                TraceCheck.noErrors(),
                TraceCheck.retrieved("pay#salary"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingIsKnownOfAnApplicationOfWhichNoStepWasRecorded(TraceCheck check) {
        assertError(
                check,
                Trace.NONE,
                "NO_TRACE",
                "there is no trace: see that tracing is on, and let the application use OpenTelemetry or a library that is traced for you, or record its steps by LlmSpan or @Traced (docs/tracing.md)");
        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> check.check(ONLY_THE_INVOCATION))
                .satisfies(e -> assertThat(e.kind()).isEqualTo("NO_STEPS"));
    }

    @Test
    void timeIsKnownWhereTheInvocationIs() throws Exception {
        assertThat(TraceCheck.within(Duration.ofMillis(20))
                        .check(ONLY_THE_INVOCATION)
                        .value())
                .hasValue(1);
        assertError(
                TraceCheck.within(Duration.ofMillis(20)),
                Trace.NONE,
                "NO_TRACE",
                "there is no trace: see that tracing is on, and let the application use OpenTelemetry or a library that is traced for you, or record its steps by LlmSpan or @Traced (docs/tracing.md)");
    }

    @Test
    void aScorerReadsTheTraceOfWhatWasDone() throws Exception {
        assertThat(TraceCheck.calledTool("lookup")
                        .score(golden(), new Actual().trace(AGENT))
                        .value())
                .hasValue(1);
    }

    @Test
    void namesOfToolsBecomeNamesOfScores() {
        assertThat(TraceCheck.calledTool("search/web 2").describe().name()).isEqualTo("called-tool search-web 2");
        assertThat(TraceCheck.retrieved("x".repeat(200)).describe().name())
                .hasSize("retrieved-document ".length() + 60);
        assertThat(TraceCheck.eachWithin(SpanKind.TOOL, Duration.ofSeconds(1))
                        .describe()
                        .name())
                .isEqualTo("max-latency TOOL");
        assertThat(TraceCheck.calledTool("a").describe().fingerprint())
                .isNotEqualTo(TraceCheck.calledTool("b").describe().fingerprint());
    }

    @Test
    void refusesWhatCanNotBeMeant() {
        List<Runnable> wrong = List.of(
                () -> TraceCheck.calledTool(" "),
                () -> TraceCheck.didNotCallTool(),
                () -> TraceCheck.toolsInOrder("a", ""),
                () -> TraceCheck.atMostModelCalls(-1),
                () -> TraceCheck.atMostTokens(-1),
                () -> TraceCheck.atMostCost(new BigDecimal("-0.01")),
                () -> TraceCheck.within(Duration.ZERO),
                () -> TraceCheck.eachWithin(SpanKind.LLM, Duration.ofMillis(-1)),
                () -> TraceCheck.calledTool("a", json("[1]")));
        assertThat(wrong)
                .allSatisfy(making -> assertThatIllegalArgumentException().isThrownBy(making::run));
    }

    private static void assertError(TraceCheck check, Trace trace, String kind, String message) {
        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> check.check(trace))
                .withMessage(message)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private static GoldenCase golden() {
        return GoldenCase.builder("leave", "How many days?").build();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
