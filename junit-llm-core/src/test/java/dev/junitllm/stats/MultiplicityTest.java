package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MultiplicityTest {

    /** Fifteen p-values from the paper of Benjamini and Hochberg (1995), section 3. */
    private static final double[] PAPER = {
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.0000
    };

    @Test
    void findsWhatThePaperFinds() {
        assertThat(Multiplicity.BENJAMINI_HOCHBERG.adjust(PAPER).refuted(0.05)).containsExactly(0, 1, 2, 3);
        assertThat(Multiplicity.BONFERRONI.adjust(PAPER).refuted(0.05)).containsExactly(0, 1, 2);
        assertThat(Multiplicity.HOLM.adjust(PAPER).refuted(0.05)).containsExactly(0, 1, 2);
    }

    @Test
    void keepsTheOrderOfTheHypotheses() {
        AdjustedPValues holm = Multiplicity.HOLM.adjust(0.04, 0.01, 0.03);

        // 0.01 · 3, then 0.03 · 2, then at least that
        assertThat(holm.adjusted().get(1)).isCloseTo(0.03, within(1e-12));
        assertThat(holm.adjusted().get(2)).isCloseTo(0.06, within(1e-12));
        assertThat(holm.adjusted().get(0)).isCloseTo(0.06, within(1e-12));
        assertThat(holm.raw()).containsExactly(0.04, 0.01, 0.03);
        assertThat(holm.method().label()).isEqualTo("Holm");
    }

    @ParameterizedTest
    @EnumSource(Multiplicity.class)
    void treatsEqualHypothesesEqually(Multiplicity method) {
        List<Double> adjusted = method.adjust(0.02, 0.5, 0.02, 0.02).adjusted();

        assertThat(adjusted.get(0)).isEqualTo(adjusted.get(2)).isEqualTo(adjusted.get(3));
    }

    @ParameterizedTest
    @EnumSource(Multiplicity.class)
    void neitherLowersAPValueNorPassesOne(Multiplicity method) {
        List<Double> adjusted = method.adjust(PAPER).adjusted();

        for (int i = 0; i < PAPER.length; i++) {
            assertThat(adjusted.get(i)).isBetween(PAPER[i], 1.0);
        }
        assertThat(method.adjust(0.3).adjusted()).containsExactly(0.3);
        assertThat(method.adjust().adjusted()).isEmpty();
    }

    @Test
    void refusesWhatIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Multiplicity.HOLM.adjust(0.5, Double.NaN))
                .withMessage("a p-value lies from 0 to 1, unlike NaN: leave out what can't be tested");
        assertThatIllegalArgumentException().isThrownBy(() -> Multiplicity.HOLM.adjust(1.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Multiplicity.HOLM.adjust(0.5).refuted(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdjustedPValues(Multiplicity.HOLM, List.of(0.5), List.of()));
    }

    @Test
    void refutesByEValues() {
        // at 0.05 and four hypotheses: one of 80, or two of 40, or three of 26.7
        assertThat(EValues.refuted(0.05, 1, 80, 2, 3)).containsExactly(1);
        assertThat(EValues.refuted(0.05, 40, 1, 1, 40)).containsExactly(0, 3);
        assertThat(EValues.refuted(0.05, 39, 1, 1, 45)).isEmpty();
        assertThat(EValues.refuted(0.05, 27, 30, 0, 27)).containsExactly(0, 1, 3);
        assertThat(EValues.refuted(0.05, 20)).containsExactly(0);
        assertThat(EValues.refuted(0.05)).isEmpty();
    }

    @Test
    void multipliesTheEvidenceOfIndependentRuns() {
        assertThat(EValues.product(4, 0.5, 10)).isCloseTo(20, within(1e-12));
        assertThat(EValues.product(1e200, 1e200, 1e-300)).isCloseTo(1e100, within(1e88));
        assertThat(EValues.product(0, Double.POSITIVE_INFINITY)).isZero();
        assertThat(EValues.product()).isEqualTo(1);
        assertThat(EValues.pValue(40)).isEqualTo(0.025);
        assertThat(EValues.pValue(0)).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> EValues.pValue(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> EValues.product(Double.NaN));
    }
}
