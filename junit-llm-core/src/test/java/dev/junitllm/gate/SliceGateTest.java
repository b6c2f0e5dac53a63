package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.Slices;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Score;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SliceGateTest {

    @Test
    void looksAtItsSliceAlone() {
        // of 40 cases the last 20 are German, and half of those fail
        RunSummary run = german(Runs.of("f1").with(30, 1).with(10, 0).end(), 20, 40);

        List<Verdict> verdicts =
                Gates.of(List.of(rate(0.75, ""), rate(0.75, "language=de"))).decide(run);

        assertThat(verdicts).extracting(Verdict::status).containsExactly(VerdictStatus.PASS, VerdictStatus.FAIL);
        assertThat(verdicts.get(1).line())
                .startsWith(
                        "FAIL @PassRate(atLeast = 0.75, slice = \"language=de\"): 10 of 20 cases passed: 0.5, below 0.75 (");
        assertThat(verdicts.get(1).figures()).containsEntry("cases", 20).containsEntry("samples", 20);
        assertThat(verdicts.get(1).deciding())
                .hasSize(10)
                .allMatch(sample -> sample.caseId().compareTo("case-30") > 0);
    }

    @Test
    void takesTheMeanOfItsSliceAlone() {
        RunSummary run = german(Runs.of("f1").with(20, 0.9).with(20, 0.4).end(), 20, 40);

        Verdict verdict = Gates.of(List.of(new MeanScoreGate("f1", Demand.observed(0.5), "language=de")))
                .decide(run)
                .get(0);

        assertThat(verdict.status()).isEqualTo(VerdictStatus.FAIL);
        assertThat(verdict.estimate().value()).isEqualTo(0.4);
        assertThat(verdict.gate().asWritten())
                .isEqualTo("@MeanScore(of = \"f1\", atLeast = 0.5, slice = \"language=de\")");
    }

    @Test
    void saysHowLittleASmallSliceShows() {
        RunSummary run = german(Runs.of("f1").with(20, 1).end(), 16, 20);

        assertThat(Gates.of(List.of(rate(0.5, "language=de")))
                        .decide(run)
                        .get(0)
                        .reason())
                .endsWith(". With only 4 cases of language=de one alone moves this by 0.25");
        assertThat(Gates.of(List.of(rate(0.5, "language=de")))
                        .decide(german(Runs.of("f1").with(20, 1).end(), 10, 20))
                        .get(0)
                        .reason())
                .doesNotContain("With only");
    }

    @Test
    void isNotDecidedWhereNoCaseOfItWasSelected() {
        Verdict verdict = Gates.of(List.of(rate(0.5, "language=de")))
                .decide(Runs.of("f1").with(4, 1).end())
                .get(0);

        assertThat(verdict.line())
                .isEqualTo(
                        "NOT_DECIDED @PassRate(atLeast = 0.5, slice = \"language=de\"): none of the 4 cases that were selected, and are not in quarantine, belongs to language=de");
        assertThat(verdict.failsTheBuild()).isFalse();
    }

    @Test
    void answersForMissesOfItsSliceAlone() {
        Gates gates = Gates.of(List.of(rate(0.5, "language=de")));
        List<CaseScore> miss = List.of(CaseScore.held("f1", Score.of(0), Bar.atLeast(1)));

        assertThat(gates.answerFor(CaseOutcome.FAILED, false, miss, "language=de"::equals))
                .isTrue();
        assertThat(gates.answerFor(CaseOutcome.FAILED, false, miss, "language=en"::equals))
                .isFalse();
        assertThat(gates.answerFor(CaseOutcome.FAILED, true, List.of(), "language=en"::equals))
                .isFalse();
        assertThat(gates.slices()).containsExactly("language=de");
    }

    @Test
    void isCheckedAgainstTheSlicesThereAreAndTheSizeOfItsOwn() {
        Slices slices = german(Runs.of("f1").with(40, 1).end(), 20, 40).slices();
        PlannedRun twenty = new PlannedRun(20, 40, 1);

        assertThatCode(() -> Gates.check(rate(0.9, "language=de"), slices, slice -> twenty))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Gates.check(rate(0.9, "language=dee"), slices, slice -> twenty))
                .hasMessage(
                        "slice = \"language=dee\" is a part of the set that no case belongs to; did you mean language=de?");
        assertThatThrownBy(() -> Gates.check(rate(0.9, "planet=mars"), slices, slice -> twenty))
                .hasMessage(
                        "slice = \"planet=mars\" is a part of the set that no case belongs to; there are language=de, language=en");
        Gate sure = new PassRateGate(Demand.of(0.9, 0.95, Inconclusive.FAIL), "", "language=de");
        assertThatThrownBy(() -> Gates.check(sure, slices, slice -> twenty))
                .hasMessageContaining("with 20 of 40 cases at");
        assertThatCode(() -> Gates.check(sure, slices, slice -> new PlannedRun(0, 40, 1)))
                .doesNotThrowAnyException();
    }

    @Test
    void namesASliceByWhatAndWhich() {
        for (String wrong : List.of("de", "=de", "language=", "=")) {
            assertThatThrownBy(() -> SliceName.of(wrong))
                    .hasMessageStartingWith("slice = \"" + wrong + "\": write what and which");
        }
        assertThat(SliceName.of("formula=a=b")).isEqualTo("formula=a=b");
        assertThat(SliceName.of("")).isEmpty();
    }

    @Test
    void listsTenSlicesAndSaysThatThereAreMore() {
        Map<String, BitSet> ten = new LinkedHashMap<>();
        for (int i = 0; i < 10; i++) {
            ten.put("topic=" + i, new BitSet());
        }
        Map<String, BitSet> eleven = new LinkedHashMap<>(ten);
        eleven.put("topic=10", new BitSet());

        assertThatThrownBy(() -> SliceName.check("planet=mars", new Slices(ten, ten.keySet())))
                .hasMessageEndingWith("topic=8, topic=9");
        assertThatThrownBy(() -> SliceName.check("planet=mars", new Slices(eleven, eleven.keySet())))
                .hasMessageEndingWith(" and more");
    }

    static RunSummary german(RunSummary run, int from, int to) {
        BitSet german = new BitSet();
        german.set(from, to);
        BitSet english = new BitSet();
        english.set(0, from);
        Map<String, BitSet> slices = new LinkedHashMap<>();
        slices.put("language=de", german);
        slices.put("language=en", english);
        return run.sliced(new Slices(slices, slices.keySet()));
    }

    private static PassRateGate rate(double atLeast, String slice) {
        return new PassRateGate(Demand.observed(atLeast), "", slice);
    }
}
