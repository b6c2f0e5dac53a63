package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.junitllm.stats.CalibrationSize.JudgeRates;
import org.junit.jupiter.api.Test;

class CalibrationSizeTest {

    private static final JudgeRates JUDGE = new JudgeRates(0.9, 0.8);

    @Test
    void isJustLargeEnough() {
        CalibrationSize size =
                CalibrationSize.smallest(JUDGE, 0.7, 1_000, 0.08, 0.95).orElseThrow();
        double reached = 1.959964 * size.standardError();

        assertThat(reached).isLessThanOrEqualTo(0.08).isCloseTo(0.08, within(0.001));
    }

    @Test
    void followsItsFormula() {
        // p = 0.63 + 0.06; unit = (0.08/1.959964 · 0.7)² = 0.00081636; less 0.69 · 0.31/1000 leaves 0.00060246;
        // deviations 0.7 · 0.3 = 0.21 and 0.3 · 0.4 = 0.12
        CalibrationSize size =
                CalibrationSize.smallest(JUDGE, 0.7, 1_000, 0.08, 0.95).orElseThrow();

        assertThat(size.good()).isEqualTo((long) Math.ceil(0.21 * 0.33 / 0.00060246));
        assertThat(size.bad()).isEqualTo((long) Math.ceil(0.12 * 0.33 / 0.00060246));
    }

    @Test
    void isImpossibleForTooFewOutputs() {
        assertThat(CalibrationSize.smallest(JUDGE, 0.7, 100, 0.08, 0.95)).isEmpty();
    }

    @Test
    void hasOutputsOfBothKindsEvenForAPerfectJudge() {
        CalibrationSize size = CalibrationSize.smallest(new JudgeRates(1, 1), 0.7, 1_000, 0.08, 0.95)
                .orElseThrow();

        assertThat(size.good()).isEqualTo(1);
        assertThat(size.bad()).isEqualTo(1);
    }

    @Test
    void refusesAJudgeThatIsACoin() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JudgeRates(0.6, 0.4))
                .withMessage("a judge that passes 0.6 of the good and fails 0.4 of the bad can't be corrected: together"
                        + " they must come to more than 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new JudgeRates(1.1, 0.8));
        assertThatIllegalArgumentException().isThrownBy(() -> CalibrationSize.smallest(JUDGE, 1.1, 1_000, 0.08, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> CalibrationSize.smallest(JUDGE, 0.7, 0, 0.08, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> CalibrationSize.smallest(JUDGE, 0.7, 1_000, 0, 0.95));
    }
}
