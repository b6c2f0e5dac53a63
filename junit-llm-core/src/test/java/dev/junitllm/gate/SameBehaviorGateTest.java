package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.SpanKind;
import dev.junitllm.TestTrace;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.run.CaseList;
import dev.junitllm.run.RunBaseline.Recording;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SameBehaviorGateTest {

    private static final Trace SEARCH = calls("search");
    private static final Trace SEARCH_AND_LOOKUP = calls("search", "lookup");
    private static final Trace LOOKUP_AND_SEARCH = calls("lookup", "search");
    private static final Trace SILENT = TestTrace.of(9).trace();

    @Test
    void passesWhereTheSameToolsAreCalled() {
        Verdict verdict = decide(BehaviorFixture.of().with(40, SEARCH_AND_LOOKUP, SEARCH_AND_LOOKUP), Behavior.TOOLS);

        assertThat(verdict.status()).isEqualTo(VerdictStatus.PASS);
        assertThat(verdict.reason()).isEqualTo("other tools in none of 40 cases");
        assertThat(verdict.figures()).containsEntry("pairs", 40).containsEntry("other tools", 0);
        assertThat(verdict.lists()).isEmpty();
    }

    @Test
    void failsWhereAToolIsNoLongerCalledAndNamesTheCases() {
        Verdict verdict = decide(
                BehaviorFixture.of()
                        .with(33, SEARCH_AND_LOOKUP, SEARCH_AND_LOOKUP)
                        .with(6, SEARCH_AND_LOOKUP, SEARCH)
                        .with(1, SEARCH_AND_LOOKUP, calls("search", "pay")),
                Behavior.TOOLS);

        assertThat(verdict.status()).isEqualTo(VerdictStatus.FAIL);
        assertThat(verdict.line())
                .startsWith(
                        "FAIL @SameBehavior: other tools in 7 of 40 cases (tool 'lookup' no longer called in 7 of 40 cases; tool 'pay' newly called in 1 of 40 cases), of which none may change. Nothing that the baseline knows of has changed since");
        assertThat(verdict.lists()).singleElement().satisfies(list -> {
            assertThat(list.title()).isEqualTo("other tools");
            assertThat(list.entries())
                    .hasSize(7)
                    .contains(
                            CaseList.Entry.of("case-34", "search, was lookup, search"),
                            CaseList.Entry.of("case-40", "pay, search, was lookup, search"));
        });
    }

    @ParameterizedTest
    @CsvSource({"0.05, PASS", "0.04, FAIL"})
    void allowsAShareOfTheCasesToChange(double maxChanged, VerdictStatus expected) {
        RunSummary run = BehaviorFixture.of()
                .with(38, SEARCH, SEARCH)
                .with(2, SEARCH, SEARCH_AND_LOOKUP)
                .beside();

        Verdict verdict = gate(maxChanged, 1.2, Behavior.TOOLS).decide(run);

        assertThat(verdict.status()).isEqualTo(expected);
        assertThat(verdict.reason())
                .contains(expected == VerdictStatus.PASS ? "within the allowed 5 %" : "of which 4 % may change");
    }

    @Test
    void anotherOrderIsNotAnotherSetOfTools() {
        BehaviorFixture reordered = BehaviorFixture.of().with(20, SEARCH_AND_LOOKUP, LOOKUP_AND_SEARCH);

        assertThat(decide(reordered, Behavior.TOOLS).status()).isEqualTo(VerdictStatus.PASS);
        Verdict verdict = decide(reordered, Behavior.TOOL_ORDER);
        assertThat(verdict.status()).isEqualTo(VerdictStatus.FAIL);
        assertThat(verdict.reason()).startsWith("another order of tools in 20 of 20 cases, of which none may change");
        assertThat(verdict.lists().get(0).entries().get(0).remark()).isEqualTo("lookup, search, was search, lookup");
    }

    @Test
    void ofSeveralSamplesMostDecideAndOneThatWentTheOldWayKeepsTheOrder() {
        BehaviorFixture flaky = BehaviorFixture.of();
        for (int i = 0; i < 10; i++) {
            flaky.samples(
                    List.of(SEARCH_AND_LOOKUP, SEARCH_AND_LOOKUP, SEARCH),
                    List.of(SEARCH_AND_LOOKUP, LOOKUP_AND_SEARCH, SEARCH));
        }
        assertThat(decide(flaky, Behavior.TOOLS, Behavior.TOOL_ORDER).status()).isEqualTo(VerdictStatus.PASS);

        BehaviorFixture gone = BehaviorFixture.of();
        for (int i = 0; i < 10; i++) {
            gone.samples(
                    List.of(SEARCH_AND_LOOKUP, SEARCH_AND_LOOKUP, SEARCH), List.of(SEARCH_AND_LOOKUP, SEARCH, SEARCH));
        }
        assertThat(decide(gone, Behavior.TOOLS).status()).isEqualTo(VerdictStatus.FAIL);
        assertThat(decide(gone, Behavior.TOOL_ORDER).status()).isEqualTo(VerdictStatus.PASS);
    }

    @Test
    void halfOfTheSamplesAreNotMostOfThemAndHalfACallIsAChange() {
        BehaviorFixture half = BehaviorFixture.of();
        Trace once = TestTrace.of(9).llm("a", 0, 1, 10, 1).trace();
        Trace twice =
                TestTrace.of(9).llm("a", 0, 1, 10, 1).llm("b", 2, 1, 10, 1).trace();
        BehaviorFixture calls = BehaviorFixture.of();
        for (int i = 0; i < 10; i++) {
            half.samples(List.of(SEARCH_AND_LOOKUP, SEARCH), List.of(SEARCH, SEARCH));
            calls.samples(List.of(once, once), List.of(once, twice));
        }

        assertThat(decide(half, Behavior.TOOLS).status()).isEqualTo(VerdictStatus.PASS);
        assertThat(decide(calls, Behavior.MODEL_CALLS)
                        .lists()
                        .get(0)
                        .entries()
                        .get(0)
                        .remark())
                .isEqualTo("1.5, was 1");
    }

    @Test
    void otherDocumentsInWhateverOrder() {
        Trace ab = TestTrace.of(9).retrieval("handbook", 0, 1, "a", "b").trace();
        Trace ba = TestTrace.of(9).retrieval("handbook", 0, 1, "b", "a").trace();
        Trace ac = TestTrace.of(9).retrieval("handbook", 0, 1, "a", "c").trace();
        Trace unsaid =
                TestTrace.of(9).step(SpanKind.RETRIEVAL, "handbook", 0, 1).trace();

        assertThat(decide(BehaviorFixture.of().with(20, ab, ba), Behavior.DOCUMENTS)
                        .status())
                .isEqualTo(VerdictStatus.PASS);
        Verdict other = decide(BehaviorFixture.of().with(15, ab, ab).with(5, ab, ac), Behavior.DOCUMENTS);
        assertThat(other.status()).isEqualTo(VerdictStatus.FAIL);
        assertThat(other.lists().get(0).entries().get(0).remark()).isEqualTo("a, c, was a, b");
        assertThat(decide(BehaviorFixture.of().with(20, ab, SEARCH), Behavior.DOCUMENTS)
                        .reason())
                .startsWith("other documents in 20 of 20 cases");
        Verdict unknown = decide(BehaviorFixture.of().with(17, ab, ab).with(3, ab, unsaid), Behavior.DOCUMENTS);
        assertThat(unknown.status()).isEqualTo(VerdictStatus.ERROR);
        assertThat(unknown.reason())
                .isEqualTo(
                        "in 3 of 20 cases a search doesn't say which documents it found, now or in the baseline, more than a tenth");
        assertThat(decide(BehaviorFixture.of().with(18, ab, ab).with(2, ab, unsaid), Behavior.DOCUMENTS)
                        .reason())
                .isEqualTo("other documents in none of 18 cases");
    }

    @Test
    void modelCallsAndFailures() {
        Trace once = TestTrace.of(9).llm("a", 0, 1, 10, 1).trace();
        Trace twice =
                TestTrace.of(9).llm("a", 0, 1, 10, 1).llm("b", 2, 1, 10, 1).trace();
        Trace failed = TestTrace.of(9)
                .failed(SpanKind.LLM, "a", 0, 1, "503")
                .llm("b", 2, 1, 10, 1)
                .trace();

        assertThat(decide(BehaviorFixture.of().with(20, once, twice), Behavior.MODEL_CALLS)
                        .reason())
                .startsWith("another number of model calls in 20 of 20 cases");
        assertThat(decide(BehaviorFixture.of().with(20, twice, failed), Behavior.MODEL_CALLS)
                        .status())
                .isEqualTo(VerdictStatus.PASS);
        assertThat(decide(BehaviorFixture.of().with(20, twice, failed), Behavior.FAILED_STEPS)
                        .lists()
                        .get(0)
                        .entries()
                        .get(0)
                        .remark())
                .isEqualTo("1, was 0");
        assertThat(decide(BehaviorFixture.of().with(20, failed, twice), Behavior.FAILED_STEPS)
                        .status())
                .isEqualTo(VerdictStatus.PASS);
    }

    /** Tokens of 100 a case become 130, 140 or 150 in turn: a ratio of 1.4. */
    @ParameterizedTest
    @CsvSource({"1.45, PASS", "1.41, INCONCLUSIVE", "1.39, FAIL"})
    void tokensAreComparedOverAllCasesWithTheirUncertainty(double maxRatio, VerdictStatus expected) {
        BehaviorFixture fixture = BehaviorFixture.of();
        for (int i = 0; i < 30; i++) {
            fixture.with(1, tokens(100), tokens(130 + 10 * (i % 3)));
        }

        Verdict verdict = gate(0, maxRatio, Behavior.TOKENS).decide(fixture.beside());

        assertThat(verdict.status()).isEqualTo(expected);
        assertThat(verdict.reason()).startsWith("tokens +40 % over 30 cases, ");
        assertThat(verdict.figures()).containsEntry("tokens ratio", 1.4).containsEntry("tokens method", "Fieller");
        assertThat(verdict.failsTheBuild()).isEqualTo(expected == VerdictStatus.FAIL);
    }

    @Test
    void fewerTokensFailNothing() {
        assertThat(gate(0, 1, Behavior.TOKENS)
                        .decide(BehaviorFixture.of()
                                .with(20, tokens(100), tokens(50))
                                .beside())
                        .status())
                .isEqualTo(VerdictStatus.PASS);
        assertThat(gate(0, 1, Behavior.TOKENS)
                        .decide(BehaviorFixture.of()
                                .with(20, tokens(70), tokens(70))
                                .beside())
                        .status())
                .isEqualTo(VerdictStatus.PASS);
    }

    @Test
    void unknownTokensAndCostsAreAnError() {
        Trace unsaid = TestTrace.of(9).step(SpanKind.LLM, "a", 0, 1).trace();

        Verdict some =
                decide(BehaviorFixture.of().with(17, tokens(1), tokens(1)).with(3, tokens(1), unsaid), Behavior.TOKENS);
        assertThat(some.status()).isEqualTo(VerdictStatus.ERROR);
        assertThat(some.reason())
                .isEqualTo("in 3 of 20 cases the tokens are not known, now or in the baseline, more than a tenth");
        Verdict cost = decide(BehaviorFixture.of().with(20, tokens(1), tokens(1)), Behavior.COST);
        assertThat(cost.status()).isEqualTo(VerdictStatus.ERROR);
        assertThat(cost.reason()).isEqualTo("no case knows its cost now and in the baseline");
    }

    @Test
    void costIsARatioLikeTokens() {
        Trace cheap = TestTrace.of(9)
                .step(SpanKind.LLM, "a", 0, 1, Map.of(TraceNames.COST_TOTAL, 0.01))
                .trace();
        Trace dear = TestTrace.of(9)
                .step(SpanKind.LLM, "a", 0, 1, Map.of(TraceNames.COST_TOTAL, 0.02))
                .trace();

        assertThat(decide(BehaviorFixture.of().with(20, cheap, dear), Behavior.COST)
                        .reason())
                .startsWith(
                        "cost +100 % over 20 cases, more than the allowed +20 % (between +100 % and +100 %, each at 95 %, Fieller)");
    }

    @Test
    void theWorstBehaviorDecidesAndIsSaidFirst() {
        Verdict verdict = decide(
                BehaviorFixture.of().with(20, SEARCH_AND_LOOKUP, LOOKUP_AND_SEARCH),
                Behavior.TOOLS,
                Behavior.DOCUMENTS,
                Behavior.TOOL_ORDER);

        assertThat(verdict.status()).isEqualTo(VerdictStatus.ERROR);
        assertThat(verdict.gate().asWritten()).isEqualTo("@SameBehavior(value = {TOOLS, DOCUMENTS, TOOL_ORDER})");
        assertThat(verdict.reason())
                .isEqualTo(
                        "no case retrieves anything, now or in the baseline, so there are no documents to compare. another order of tools in 20 of 20 cases, of which none may change. other tools in none of 20 cases");
    }

    @ParameterizedTest
    @EnumSource(
            value = Behavior.class,
            names = {"TOOLS", "TOOL_ORDER", "DOCUMENTS", "MODEL_CALLS"})
    void ofNothingItIsNotSaidThatItIsTheSame(Behavior behavior) {
        Trace guard = TestTrace.of(9).step(SpanKind.GUARDRAIL, "guard", 0, 1).trace();

        assertThat(decide(BehaviorFixture.of().with(20, guard, guard), behavior).status())
                .isEqualTo(VerdictStatus.ERROR);
    }

    @Test
    void aCaseThatTakesNoStepAnyMoreHasChanged() {
        Verdict verdict = decide(BehaviorFixture.of().with(38, SEARCH, SEARCH).with(2, SEARCH, SILENT), Behavior.TOOLS);

        assertThat(verdict.status()).isEqualTo(VerdictStatus.FAIL);
        assertThat(verdict.reason())
                .startsWith("other tools in 2 of 40 cases (tool 'search' no longer called in 2 of 40 cases)");
    }

    @Test
    void aRunWithoutAnyStepIsNotTraced() {
        Verdict verdict = decide(BehaviorFixture.of().with(40, SEARCH, SILENT), Behavior.TOOLS);

        assertThat(verdict.status()).isEqualTo(VerdictStatus.ERROR);
        assertThat(verdict.reason()).startsWith("no step was recorded in any case");
    }

    @Test
    void casesThatHaveLostTheirTraceAreNotComparedAndManyAreAnError() {
        Verdict few = decide(BehaviorFixture.of().with(36, SEARCH, SEARCH).with(4, SEARCH, Trace.NONE), Behavior.TOOLS);
        assertThat(few.status()).isEqualTo(VerdictStatus.PASS);
        assertThat(few.reason())
                .isEqualTo("other tools in none of 36 cases. 4 cases have no trace today and were not compared");
        assertThat(few.lists()).extracting(CaseList::title).containsExactly("without a trace today");

        Verdict many =
                decide(BehaviorFixture.of().with(35, SEARCH, SEARCH).with(5, SEARCH, Trace.NONE), Behavior.TOOLS);
        assertThat(many.status()).isEqualTo(VerdictStatus.ERROR);
        assertThat(many.reason())
                .isEqualTo(
                        "5 of 40 cases have a trace in the baseline and none today, more than a tenth: is the application still traced?");
    }

    @Test
    void casesOfOtherContentAreNotComparedAndManyAreAnError() {
        assertThat(decide(
                                BehaviorFixture.of()
                                        .with(36, SEARCH, SEARCH)
                                        .with(4, SEARCH, SEARCH_AND_LOOKUP)
                                        .changed(4),
                                Behavior.TOOLS)
                        .reason())
                .isEqualTo("other tools in none of 36 cases");
        Verdict many = decide(BehaviorFixture.of().with(40, SEARCH, SEARCH).changed(5), Behavior.TOOLS);
        assertThat(many.status()).isEqualTo(VerdictStatus.ERROR);
        assertThat(many.reason())
                .startsWith("5 of 40 cases have other content than in the baseline, more than a tenth");
    }

    @Test
    void withoutABaselineOrItsStepsNothingIsDecidedButOnCi() {
        RunSummary none = BehaviorFixture.of().with(20, SEARCH, SEARCH).withoutBaseline();
        RunSummary old = BehaviorFixture.of().with(20, Trace.NONE, SEARCH).beside();

        assertThat(gate(0, 1.2, Behavior.TOOLS).decide(none).status()).isEqualTo(VerdictStatus.NOT_DECIDED);
        assertThat(onCi().decide(none).status()).isEqualTo(VerdictStatus.ERROR);
        assertThat(gate(0, 1.2, Behavior.TOOLS).decide(old).status()).isEqualTo(VerdictStatus.NOT_DECIDED);
        assertThat(onCi().decide(old).status()).isEqualTo(VerdictStatus.ERROR);
        assertThat(onCi().decide(old).reason())
                .isEqualTo(
                        "the baseline says nothing of steps, since the run it was recorded from was not traced: record it anew with -Djunit.llm.baseline=update, and commit src/test/llm-baselines/demo.EvalTest.answers.json (CI is set, where a missing baseline is an error)");
    }

    @Test
    void whatIsBeingRecordedIsNotJudged() {
        Verdict verdict = onCi().decide(
                        BehaviorFixture.of().with(20, SEARCH, SEARCH_AND_LOOKUP).beside(Recording.ROLLING));

        assertThat(verdict.status()).isEqualTo(VerdictStatus.NOT_DECIDED);
        assertThat(verdict.reason()).startsWith("nothing was compared: this run is to be recorded as the baseline");
    }

    private static Verdict decide(BehaviorFixture fixture, Behavior... behaviors) {
        return gate(0, 1.2, behaviors).decide(fixture.beside());
    }

    private static SameBehaviorGate gate(double maxChanged, double maxRatio, Behavior... behaviors) {
        return new SameBehaviorGate(List.of(behaviors), maxChanged, maxRatio, 0.95, Inconclusive.WARN, false);
    }

    private static SameBehaviorGate onCi() {
        return new SameBehaviorGate(List.of(Behavior.TOOLS), 0, 1.2, 0.95, Inconclusive.WARN, true);
    }

    static Trace calls(String... tools) {
        TestTrace trace = TestTrace.of(100);
        for (int i = 0; i < tools.length; i++) {
            trace.tool(tools[i], i, 1, "{}");
        }
        return trace.trace();
    }

    static Trace tokens(long tokens) {
        return TestTrace.of(100).llm("chat", 0, 50, tokens - 1, 1).trace();
    }
}
