package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.run.PlannedRun;
import dev.junitllm.score.Bar;
import dev.junitllm.score.PlannedScore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What gates refuse before the first case runs. */
class ScoresThatGatesNameTest {

    private static final PlannedScore F1 = PlannedScore.alone("f1", Bar.atLeast(0.5), "000000000000");
    private static final PlannedScore LENGTH = PlannedScore.alone("length", Bar.RECORD_ONLY, "000000000000");
    private static final PlannedScore TONE = new PlannedScore("tone", Bar.RECORD_ONLY, "rubric", "000000000000", null);
    private static final List<PlannedScore> ALL = List.of(LENGTH, F1, TONE);

    private static Gate rate(String of) {
        return new PassRateGate(0.5, of);
    }

    private static Gate sequential(String of) {
        return SequentialPassRateGate.of(new PassRateGate(0.5, of), 0.9, 0.95, Inconclusive.FAIL);
    }

    private static Gate any(String of) {
        return OfKGate.of(OfK.ANY, 2, 0.5, of);
    }

    @Test
    void areFoundByName() {
        assertThat(NamedScore.find("f1", ALL)).isSameAs(F1);
        assertThat(NamedScore.find("tone", ALL)).isSameAs(TONE);
    }

    @Test
    void mustBeScoresOfTheMethod() {
        for (Gate gate : List.of(rate("f2"), sequential("f2"), any("f2"), new MeanScoreGate("f2", 0.5))) {
            assertThatThrownBy(() -> gate.check(ALL))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("of = \"f2\" is no score of the method; its scores are length, f1, tone");
        }
    }

    @Test
    void mustHaveABarForARate() {
        for (Gate gate : List.of(rate("length"), sequential("length"), any("length"))) {
            assertThatThrownBy(() -> gate.check(ALL))
                    .hasMessage(
                            "of = \"length\" is a score without a bar (recordOnly): give it one, or use @MeanScore");
        }
        for (Gate gate : List.of(rate("f1"), rate(""), sequential("f1"), any("f1"), new MeanScoreGate("length", 0.5))) {
            assertThatCode(() -> gate.check(ALL)).doesNotThrowAnyException();
        }
    }

    @Test
    void mustNotBeScoresOfAGroupThatHasTheBar() {
        assertThatThrownBy(() -> rate("tone").check(ALL))
                .hasMessage("of = \"tone\" is a score of group 'rubric', which has the bar: write of = \"rubric\"");
    }

    @Test
    void mustNotAllBeRecordedOnly() {
        assertThatThrownBy(() -> rate("").check(List.of(LENGTH)))
                .hasMessage(
                        "every score of the method is recordOnly, so no case can pass or fail: give one a bar (atLeast), or use @MeanScore");
    }

    @Test
    void areWhatAGateAnswersFor() {
        for (Gate gate : List.of(rate("f1"), sequential("f1"), any("f1"), new MeanScoreGate("f1", 0.5))) {
            assertThat(gate.answersFor().coverScore("f1")).isTrue();
            assertThat(gate.answersFor().coverScore("length")).isFalse();
            assertThat(gate.answersFor().coverAssertions()).isFalse();
        }
        for (Gate gate : List.of(rate(""), sequential(""), any(""))) {
            assertThat(gate.answersFor().coverScore("f1")).isTrue();
            assertThat(gate.answersFor().coverAssertions())
                    .isEqualTo(rate("").answersFor().coverAssertions());
        }
    }

    @Test
    void aTargetLiesAboveTheBarAndIsAtMostOne() {
        for (double wrong : List.of(0.5, 0.4, 1.01, Double.NaN)) {
            assertThatThrownBy(
                            () -> SequentialPassRateGate.of(new PassRateGate(0.5, ""), wrong, 0.95, Inconclusive.FAIL))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "target = " + wrong
                                    + ": it must lie above atLeast = 0.5 and be at most 1, since it is the rate that a good application has");
        }
        assertThat(SequentialPassRateGate.of(new PassRateGate(0.5, ""), 1, 0.95, Inconclusive.FAIL)
                        .target())
                .isEqualTo(1);
    }

    @Test
    void aTargetNeedsAConfidenceBetweenAHalfAndOne() {
        assertThatThrownBy(
                        () -> SequentialPassRateGate.of(new PassRateGate(0.5, ""), 0.9, Double.NaN, Inconclusive.FAIL))
                .hasMessage("target = 0.9 needs confidence, such as 0.95");
        for (double wrong : List.of(0.5, 1.0, 0.1, 1.5)) {
            assertThatThrownBy(
                            () -> SequentialPassRateGate.of(new PassRateGate(0.5, ""), 0.9, wrong, Inconclusive.FAIL))
                    .hasMessage("confidence = " + wrong + ": it must lie above 0.5 and below 1");
        }
    }

    @Test
    void aSequentialGateSaysWhatWasSet() {
        assertThat(sequential("f1").describe().asWritten())
                .isEqualTo("@PassRate(of = \"f1\", atLeast = 0.5, target = 0.9, confidence = 0.95)");
        assertThat(SequentialPassRateGate.of(new PassRateGate(0.5, ""), 0.9, 0.8, Inconclusive.WARN)
                        .describe()
                        .asWritten())
                .isEqualTo("@PassRate(atLeast = 0.5, target = 0.9, confidence = 0.8, inconclusive = WARN)");
    }

    @Test
    void aPlanThatIsJustLongEnoughWillDo() {
        Gate gate = SequentialPassRateGate.of(new PassRateGate(0.9, ""), 0.95, 0.95, Inconclusive.FAIL);

        assertThatCode(() -> gate.check(new PlannedRun(56, 56, 1))).doesNotThrowAnyException();
        assertThatThrownBy(() -> gate.check(new PlannedRun(55, 55, 1)))
                .hasMessage(
                        "even a perfect run of 55 × 1 samples is too short to be sure, which takes 56: max = 2 is the least");
        assertThatThrownBy(() -> gate.check(new PlannedRun(28, 28, 1))).hasMessageEndingWith("max = 2 is the least");
    }

    @Test
    void asManySamplesAsKWillDo() {
        assertThatCode(() -> any("").check(new PlannedRun(40, 40, 2))).doesNotThrowAnyException();
    }

    @Test
    void aGateOfKSaysWhatWasSet() {
        assertThat(any("f1").describe().asWritten()).isEqualTo("@PassAtK(k = 2, of = \"f1\", atLeast = 0.5)");
        assertThat(OfKGate.of(OfK.ALL, 3, 0.9, "").describe().asWritten()).isEqualTo("@PassHatK(k = 3, atLeast = 0.9)");
    }
}
