package dev.junitllm.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.junitllm.gate.SampledCases.Sampled;
import dev.junitllm.gate.SampledCases.Stability;
import dev.junitllm.gate.SampledCases.VarianceParts;
import dev.junitllm.run.RunSummary;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Score;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SampledCasesTest {

    @Test
    void labelEachCaseByHowOftenItPassed() {
        SampledCases cases = SampledCases.of(Runs.sampled(3, "f1")
                .with(3, 1)
                .with(3, 0)
                .with(2, 1)
                .with(1, 0)
                .with(1, 1)
                .errors(2)
                .with(3, 0)
                .errors(3)
                .notApplicable(3)
                .end());

        assertThat(cases.size())
                .as("errors and what doesn't apply are no samples")
                .isEqualTo(5);
        assertThat(cases.count(Stability.STABLE_PASS)).isEqualTo(1);
        assertThat(cases.count(Stability.STABLE_FAIL)).isEqualTo(2);
        assertThat(cases.count(Stability.FLAKY)).isEqualTo(1);
        assertThat(cases.count(Stability.CANT_TELL)).isEqualTo(1);
        assertThat(cases.flaky()).containsExactly(new Sampled("case-3", 3, 2));
    }

    @Test
    void tellNothingWhereEachCaseRanOnceOrTwiceTheSameWay() {
        assertThat(SampledCases.of(Runs.of("f1").with(3, 1).with(2, 0).end()).canTell())
                .isFalse();
        assertThat(SampledCases.of(Runs.sampled(2, "f1").with(2, 1).with(2, 0).end())
                        .canTell())
                .isFalse();
        assertThat(SampledCases.of(Runs.sampled(2, "f1")
                                .with(2, 1)
                                .with(1, 1)
                                .with(1, 0)
                                .end())
                        .canTell())
                .isTrue();
    }

    @Test
    void nameTheFlakyCaseNearestToOneHalfFirstAndTiesInTheOrderOfTheFile() {
        SampledCases cases = SampledCases.of(Runs.sampled(4, "f1")
                .with(1, 1)
                .with(3, 0)
                .with(2, 1)
                .with(2, 0)
                .with(3, 1)
                .with(1, 0)
                .with(4, 1)
                .end());

        assertThat(cases.flaky())
                .containsExactly(new Sampled("case-2", 4, 2), new Sampled("case-1", 4, 1), new Sampled("case-3", 4, 3));
    }

    @Test
    void agreeAsOftenAsTwoSamplesOfACaseDo() {
        SampledCases cases = SampledCases.of(
                Runs.sampled(2, "f1").with(2, 1).with(1, 1).with(1, 0).end());

        assertThat(cases.agreement()).hasValueCloseTo(0.5, within(1e-12));
    }

    @Test
    void haveNoAgreementWhereNoCaseWasScoredTwice() {
        assertThat(SampledCases.of(Runs.of("f1").with(3, 1).end()).agreement()).isEmpty();
        assertThat(SampledCases.of(Runs.sampled(2, "f1").errors(4).end()).agreement())
                .isEmpty();
    }

    /** Case means 1, 0 and 1/2: mean squares of 1/2 between cases and 1/6 within, so both variances are 1/6. */
    @Test
    void splitTheVarianceOfPassingAndOfEachScoreIntoCasesAndAnswers() {
        RunSummary run = Runs.sampled(2, "f1")
                .with(2, 0.9)
                .with(2, 0.1)
                .with(1, 0.9)
                .with(1, 0.1)
                .end();

        List<VarianceParts> parts = SampledCases.of(run).variance(run);

        assertThat(parts).extracting(VarianceParts::of).containsExactly("passed or not", "f1");
        assertThat(parts.get(0).betweenCases()).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(parts.get(0).ofAnswers()).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(parts.get(0).ofJudge()).isEmpty();
        assertThat(parts.get(0).total()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(parts.get(1).betweenCases()).isCloseTo(0.64 / 6, within(1e-12));
        assertThat(parts.get(1).ofAnswers()).isCloseTo(0.64 / 6, within(1e-12));
    }

    @Test
    void countTheJudgesPartWhereItVoted() {
        RunSummary run = Runs.sampled(2, "judge")
                .with(1, voted(1, 1))
                .with(1, voted(1, 0))
                .with(1, voted(0, 0))
                .with(1, voted(0, 1))
                .end();

        List<VarianceParts> parts = SampledCases.of(run).variance(run);

        assertThat(parts.get(parts.size() - 1)).satisfies(judge -> {
            assertThat(judge.of()).isEqualTo("judge");
            assertThat(judge.ofJudge()).hasValueCloseTo(0.25, within(1e-12));
            assertThat(judge.total())
                    .isCloseTo(judge.betweenCases() + judge.ofAnswers() + 0.25, within(1e-12))
                    .isGreaterThanOrEqualTo(0.25);
        });
    }

    @Test
    void haveATotalThatIsTheSumOfTheParts() {
        assertThat(new VarianceParts("f1", 0.5, 0.25, OptionalDouble.of(0.125)).total())
                .isEqualTo(0.875);
    }

    @Test
    void sayNothingOfVarianceWhereNothingDiffers() {
        RunSummary same = Runs.sampled(2, "f1").with(6, 1).end();
        RunSummary errors = Runs.sampled(2, "f1").errors(4).end();

        assertThat(SampledCases.of(same).variance(same)).isEmpty();
        assertThat(SampledCases.of(errors).variance(errors)).isEmpty();
    }

    private static CaseScore voted(int one, int other) {
        Score score = Score.of((one + other) / 2.0).withDetails(Map.of("votes", List.of(one, other)));
        return CaseScore.held("judge", score, Bar.atLeast(0.5));
    }
}
