package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CurtailmentTest {

    @ParameterizedTest
    @CsvSource({"20, 0.95, 19", "20, 0.9, 18", "100, 0.29, 29", "10, 0.7, 7", "3, 0.5, 2", "5, 0, 0", "7, 1, 7"})
    void comparesARateExactly(int planned, double atLeast, int fewest) {
        assertThat(Curtailment.ofRate(planned, atLeast).fewestToPass()).isEqualTo(fewest);
    }

    @Test
    void stopsAtTheResultThatDecides() {
        Curtailment rule = Curtailment.ofRate(20, 0.9);

        assertThat(rule.decide(17, 0)).isEqualTo(SequentialDecision.CONTINUE);
        assertThat(rule.decide(18, 0)).isEqualTo(SequentialDecision.PASS);
        assertThat(rule.decide(0, 2)).isEqualTo(SequentialDecision.CONTINUE);
        assertThat(rule.decide(0, 3)).isEqualTo(SequentialDecision.FAIL);
        assertThat(rule.decide(17, 2)).isEqualTo(SequentialDecision.CONTINUE);
    }

    @Test
    void knowsWhenBoundsCantDecideAnyMore() {
        // 59 of 59 show 0.95; 20 samples can't
        Curtailment enough = Curtailment.ofBounds(BinomialInterval.CLOPPER_PEARSON, 59, 0.95, 0.95);
        Curtailment few = Curtailment.ofBounds(BinomialInterval.CLOPPER_PEARSON, 20, 0.95, 0.95);

        assertThat(enough.fewestToPass()).isEqualTo(59);
        assertThat(enough.decide(58, 0)).isEqualTo(SequentialDecision.CONTINUE);
        assertThat(few.fewestToPass()).isEqualTo(21);
        assertThat(few.decide(0, 0)).isEqualTo(SequentialDecision.CONTINUE);
        assertThat(few.decide(few.mostToFail() + 1, 0)).isEqualTo(SequentialDecision.INCONCLUSIVE);
    }

    @ParameterizedTest
    @EnumSource(BinomialInterval.class)
    void alwaysGivesTheVerdictOfAllSamples(BinomialInterval interval) {
        int planned = 40;
        Curtailment rule = Curtailment.ofBounds(interval, planned, 0.8, 0.9);
        for (int passes = 0; passes <= planned; passes++) {
            Interval bounds = interval.oneSided(passes, planned, 0.9);
            SequentialDecision verdict = bounds.lower() >= 0.8
                    ? SequentialDecision.PASS
                    : bounds.upper() < 0.8 ? SequentialDecision.FAIL : SequentialDecision.INCONCLUSIVE;
            for (int seenPasses = 0; seenPasses <= passes; seenPasses++) {
                for (int seenFailures = 0; seenFailures <= planned - passes; seenFailures++) {
                    assertThat(rule.decide(seenPasses, seenFailures)).isIn(verdict, SequentialDecision.CONTINUE);
                }
            }
            assertThat(rule.decide(passes, planned - passes)).isEqualTo(verdict);
        }
    }

    @Test
    void refusesWhatCantBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> Curtailment.ofRate(0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Curtailment.ofRate(10, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Curtailment(10, 5, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Curtailment.ofRate(10, 0.5).decide(6, 5))
                .withMessage("6 passes and 5 failures are not among 10 samples");
    }
}
