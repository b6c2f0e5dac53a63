package dev.junitllm.gate;

import static dev.junitllm.gate.SameBehaviorGateTest.calls;
import static dev.junitllm.gate.SameBehaviorGateTest.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.SpanKind;
import dev.junitllm.TestTrace;
import dev.junitllm.Trace;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BehaviorChangesTest {

    private static final Trace AB =
            TestTrace.of(9).retrieval("handbook", 0, 1, "a", "b").trace();
    private static final Trace AC =
            TestTrace.of(9).retrieval("handbook", 0, 1, "a", "c").trace();

    @Test
    void saysWhatHasChangedInHowManyCases() {
        BehaviorChanges changes = changes(BehaviorFixture.of()
                .with(22, calls("search", "lookup"), calls("search", "lookup"))
                .with(7, calls("search", "lookup"), calls("search"))
                .with(5, AB, AC)
                .with(4, calls("search", "lookup"), calls("lookup", "search"))
                .with(
                        2,
                        TestTrace.of(9).llm("a", 0, 1, 5, 5).trace(),
                        TestTrace.of(9)
                                .llm("a", 0, 1, 5, 5)
                                .failed(SpanKind.LLM, "b", 2, 1, "503")
                                .trace()));

        assertThat(changes.compared()).isEqualTo(40);
        assertThat(changes.sentences())
                .containsExactly(
                        "tool 'lookup' no longer called in 7 of 40 cases",
                        "tools called in another order in 4 of 40 cases",
                        "retrieval returned other documents in 5 of 40 cases",
                        "models called more often in 2 of 40 cases",
                        "more steps fail in 2 of 40 cases");
        assertThat(changes.cases())
                .containsOnlyKeys(
                        "other tools",
                        "another order of tools",
                        "other documents",
                        "another number of model calls",
                        "more failed steps");
        assertThat(changes.cases().get("another order of tools"))
                .hasSize(4)
                .containsEntry("case-35", "lookup, search, was search, lookup");
    }

    @Test
    void claimsAChangeOfTokensOnlyWhereItIsShown() {
        BehaviorFixture shown = BehaviorFixture.of();
        BehaviorFixture noise = BehaviorFixture.of();
        for (int i = 0; i < 30; i++) {
            shown.with(1, tokens(100), tokens(133 + 5 * (i % 3)));
            noise.with(1, tokens(100), tokens(i % 2 == 0 ? 60 : 144));
        }

        assertThat(changes(shown).sentences())
                .singleElement()
                .asString()
                .isEqualTo("tokens +38 % (95 % interval +36 % to +40 %, Fieller)");
        assertThat(changes(noise).sentences()).isEmpty();
        assertThat(changes(noise).rows().get(1).remark()).startsWith("tokens +2 % (95 % interval −");
    }

    @Test
    void tellsThePatternOfTheWholeRunThenAndNow() {
        BehaviorChanges changes = changes(BehaviorFixture.of()
                .with(
                        3,
                        tokens(100),
                        TestTrace.of(100)
                                .llm("a", 0, 70, 99, 1)
                                .llm("b", 71, 90, 99, 1)
                                .trace()));

        assertThat(changes.rows())
                .containsExactly(
                        new BehaviorChanges.Row("LLM steps a case", "1", "2", ""),
                        new BehaviorChanges.Row(
                                "tokens a case",
                                "100",
                                "200",
                                "tokens +100 % (95 % interval +100 % to +100 %, Fieller)"),
                        new BehaviorChanges.Row(
                                "ms of one LLM step, median", "50", "80", "gates nothing: time is noise"));
    }

    @Test
    void theTimeOfAStepIsTheMedianOverTheCases() {
        Trace fast = TestTrace.of(100).llm("a", 0, 10, 1, 1).trace();
        Trace slow =
                TestTrace.of(100).llm("a", 0, 30, 1, 1).llm("b", 31, 50, 1, 1).trace();

        assertThat(changes(BehaviorFixture.of().with(2, fast, fast).with(2, slow, fast))
                        .rows())
                .contains(new BehaviorChanges.Row(
                        "ms of one LLM step, median", "25", "10", "gates nothing: time is noise"));
    }

    @Test
    void aRecordingSaysNothingOfTime() {
        assertThat(changes(BehaviorFixture.replayed().with(3, tokens(100), tokens(100)))
                        .rows())
                .extracting(BehaviorChanges.Row::what)
                .containsExactly("LLM steps a case", "tokens a case");
    }

    @Test
    void thereIsNothingToSayOfARunThatWasNotTracedOrHasNoBaseline() {
        assertThat(BehaviorChanges.of(BehaviorFixture.of()
                        .with(3, tokens(1), TestTrace.of(1).trace())
                        .beside()))
                .isEmpty();
        assertThat(BehaviorChanges.of(
                        BehaviorFixture.of().with(3, tokens(1), tokens(1)).withoutBaseline()))
                .isEmpty();
        assertThat(changes(BehaviorFixture.of().with(3, Trace.NONE, tokens(1))).isBaselineWithoutSteps())
                .isTrue();
    }

    @Test
    void casesWithoutATraceAreCounted() {
        assertThat(changes(BehaviorFixture.of().with(9, tokens(1), tokens(1)).with(1, tokens(1), Trace.NONE))
                        .sentences())
                .containsExactly("1 case has no trace any more");
    }

    @Test
    void hostileNamesAreMadeSafe() {
        assertThat(changes(BehaviorFixture.of().with(2, calls("a\u001b[2J"), calls("b")))
                        .sentences()
                        .get(0))
                .isEqualTo("tool 'a\\u001b[2J' no longer called in 2 of 2 cases");
    }

    @Test
    void manyToolsAreCut() {
        BehaviorChanges changes =
                changes(BehaviorFixture.of().with(2, calls("a", "b", "c", "d", "e", "f", "g"), calls("a")));

        assertThat(changes.sentences()).hasSize(6).last().isEqualTo("1 more tool no longer called");
        assertThat(changes.cases())
                .isEqualTo(Map.of(
                        "other tools",
                        Map.of("case-1", "a, was a, b, c, d, e, f, g", "case-2", "a, was a, b, c, d, e, f, g")));
    }

    private static BehaviorChanges changes(BehaviorFixture fixture) {
        return BehaviorChanges.of(fixture.beside()).orElseThrow();
    }
}
