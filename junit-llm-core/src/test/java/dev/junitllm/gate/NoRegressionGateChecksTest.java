package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Tally;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoRegressionGateChecksTest {

    private static final NoRegressionGate OF_CASES = gate("", false);
    private static final NoRegressionGate OF_RATE = gate("f1", false);
    private static final NoRegressionGate OF_MEAN = gate("f1", true);

    private static final PlannedScore F1 = PlannedScore.alone("f1", Bar.atLeast(0.5), "a");
    private static final PlannedScore RECORDED = PlannedScore.alone("f1", Bar.RECORD_ONLY, "a");

    @Test
    void isDescribedByWhatIsNotAsUsual() {
        assertThat(OF_CASES.describe().asWritten()).isEqualTo("@NoRegression");
        assertThat(new NoRegressionGate("f1", true, 0.1, 0.9, Inconclusive.FAIL, true, 0.5, true)
                        .describe()
                        .asWritten())
                .isEqualTo(
                        "@NoRegression(of = \"f1\", mean = true, maxDrop = 0.1, confidence = 0.9, inconclusive = FAIL, severeDrop = 0.5, allowMissing = true)");
    }

    @Test
    void needsABarWhereCasesAreCompared() {
        PlannedScore other = PlannedScore.alone("em", Bar.RECORD_ONLY, "a");

        assertThatThrownBy(() -> OF_CASES.check(List.of(RECORDED, other)))
                .hasMessage(
                        "every score of the method is recordOnly, so no case can pass or fail: give one a bar (atLeast), or name the score whose mean is to be compared (of = \"…\")");
        assertThatCode(() -> OF_CASES.check(List.of(F1, other))).doesNotThrowAnyException();
        assertThatCode(() -> OF_RATE.check(List.of(RECORDED, other))).doesNotThrowAnyException();
    }

    @Test
    void needsTheScoreThatItNames() {
        assertThatThrownBy(() -> gate("rouge", false).check(List.of(F1)))
                .hasMessage("of = \"rouge\" is no score of the method; its scores are f1");
    }

    @Test
    void aScoreThatAddsUpToOtherFiguresHasARateAndNoMeanToCompare() {
        PlannedScore barred = addsUp(Bar.atLeast(0.5));
        String refusal =
                "of = \"f1\" is a score that adds up over the set to other figures than its mean, which can't be compared case by case";

        assertThatCode(() -> OF_RATE.check(List.of(barred))).doesNotThrowAnyException();
        assertThatThrownBy(() -> OF_MEAN.check(List.of(barred))).hasMessage(refusal);
        assertThatThrownBy(() -> OF_RATE.check(List.of(addsUp(Bar.RECORD_ONLY))))
                .hasMessage(refusal);
        assertThatCode(() -> OF_MEAN.check(List.of(F1))).doesNotThrowAnyException();
    }

    @Test
    void answersForEveryBarOrForThatOfItsScore() {
        assertThat(OF_CASES.answersFor()).isSameAs(Answers.FOR_EVERY_BAR);
        assertThat(OF_RATE.answersFor().coverScore("f1")).isTrue();
        assertThat(OF_RATE.answersFor().coverScore("em")).isFalse();
        assertThat(OF_RATE.answersFor().coverAssertions()).isFalse();
    }

    @Test
    void countsCasesOrTheScoreItNames() {
        RunSummary run = Runs.of("f1", "em")
                .with(
                        3,
                        CaseScore.held("f1", Score.of(1), Bar.atLeast(0.5)),
                        CaseScore.held("em", Score.of(0), Bar.atLeast(0.5)))
                .end();

        assertThat(OF_CASES.tally(run)).isEqualTo(new Tally(0, 3, 0, 0));
        assertThat(OF_RATE.tally(run)).isEqualTo(new Tally(3, 0, 0, 0));
    }

    @Test
    void confirmsOnlyWhereASevereDropIsNamed() {
        assertThat(OF_CASES.comparesWithBaseline()).isTrue();
        assertThat(OF_CASES.confirms()).isFalse();
        assertThat(new NoRegressionGate("", false, null, 0.95, Inconclusive.WARN, false, 0.5, false).confirms())
                .isTrue();
    }

    @Test
    void aRunWithoutAnythingBesideItCanNotBeDecided() {
        RunSummary alone = Runs.of("f1").with(1, 1).end();

        assertThatThrownBy(() -> OF_CASES.decide(alone))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there is no baseline beside this run to compare with");
    }

    private static PlannedScore addsUp(Bar bar) {
        return new PlannedScore("f1", bar, null, "a", taken -> {
            throw new AssertionError("nothing is added up before the run");
        });
    }

    private static NoRegressionGate gate(String of, boolean mean) {
        return new NoRegressionGate(of, mean, null, 0.95, Inconclusive.WARN, false, null, false);
    }
}
