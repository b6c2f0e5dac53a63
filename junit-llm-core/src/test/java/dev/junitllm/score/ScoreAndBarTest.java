package dev.junitllm.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreAndBarTest {

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesValuesOutsideInsteadOfClampingThem(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Score.of(value))
                .withMessage("a score lies from 0 to 1, unlike " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bar.atLeast(value))
                .withMessage("a bar lies from 0 to 1, unlike " + value);
    }

    @Test
    void knowsNoNegativeZero() {
        assertThat(Score.of(-0.0).value().getAsDouble()).isEqualTo(0.0);
        assertThat(Score.of(-0.0)).hasToString("0.0");
        assertThat(Bar.atLeast(-0.0)).isEqualTo(Bar.atLeast(0.0));
    }

    @Test
    void showsItself() {
        assertThat(Score.passOrFail(true, "found")).hasToString("1.0: found");
        assertThat(Score.passOrFail(false, "")).hasToString("0.0");
        assertThat(Score.notApplicable("no claims")).hasToString("not applicable: no claims");
        assertThat(Score.notApplicable("no claims").value()).isEmpty();
    }

    @Test
    void comparesWithABarAsDecimals() {
        assertThat(Bar.atLeast(0.55).isReachedBy(55 / 100.0)).isTrue();
        assertThat(Bar.atLeast(0.5).isReachedBy(0.49999999999999994)).isFalse();
        assertThat(Bar.atLeast(0).isReachedBy(0)).isTrue();
        assertThat(Bar.RECORD_ONLY.isReachedBy(0)).isTrue();
        assertThat(Bar.RECORD_ONLY.recordOnly()).isTrue();
        assertThat(Bar.atLeast(0).recordOnly()).isFalse();
    }

    @Test
    void aCaseScoreHasAValueOrAReasonToHaveNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseScore("x", ScoreOutcome.PASSED, null, Bar.RECORD_ONLY, "", null))
                .withMessage("a score x can't be PASSED with value null and error null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseScore("x", ScoreOutcome.ERROR, null, Bar.RECORD_ONLY, "", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseScore(
                        "x", ScoreOutcome.ERROR, 0.0, Bar.RECORD_ONLY, "", CaseError.of("TIMEOUT", "late")));
        assertThat(CaseScore.error("x", Bar.RECORD_ONLY, CaseError.of("TIMEOUT", "late"))
                        .value())
                .isNull();
    }
}
