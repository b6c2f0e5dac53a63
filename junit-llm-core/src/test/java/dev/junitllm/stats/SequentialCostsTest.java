package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequentialCostsTest {

    private static final SequentialDesign DESIGN = SequentialDesign.strict(0.9, 0.95, 0.95, 894);

    /** The costs we promise. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.9, 147", "1, 0.95, 172", "1, 1, 60", "1, 0.85, 60",
        "8, 0.9, 160", "8, 0.95, 185", "8, 1, 60", "8, 0.85, 66",
    })
    void staysWithinItsCosts(int batch, double rate, double most) {
        SequentialCosts costs = SequentialCosts.of(DESIGN, rate, batch);

        assertThat(costs.meanSamples()).isLessThanOrEqualTo(most);
        assertThat(costs.inconclusive()).isLessThanOrEqualTo(0.025);
        assertThat(costs.pass() + costs.fail() + costs.inconclusive()).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.7", "0.7, 0.8", "0.9, 0.99", "0.95, 0.98", "0.3, 1"})
    void keepsBothErrorsWhateverTheCapAndTheBatch(double bad, double good) {
        for (int cap : new int[] {1, 7, 50, 300}) {
            SequentialDesign design = SequentialDesign.strict(bad, good, 0.95, cap);
            for (int batch : new int[] {1, 3, 8, 1_000}) {
                assertThat(SequentialCosts.of(design, bad, batch).pass()).isLessThanOrEqualTo(0.05);
                assertThat(SequentialCosts.of(design, good, batch).fail()).isLessThanOrEqualTo(0.05);
            }
        }
    }

    @Test
    void followsTwoSamplesByHand() {
        // (0.9/0.3)^2 = 9 ≥ 5: two passes pass; 0.7/0.1 = 7 ≥ 5: a failure fails; a pass and a failure are 3/7
        SequentialDesign design = new SequentialDesign(0.3, 0.9, 0.2, 0.2, SequentialBoundary.STRICT, 2);
        SequentialCosts costs = SequentialCosts.of(design, 0.6);

        assertThat(costs.pass()).isCloseTo(0.36, within(1e-12));
        assertThat(costs.fail()).isCloseTo(0.4, within(1e-12));
        assertThat(costs.inconclusive()).isCloseTo(0.24, within(1e-12));
        assertThat(costs.meanSamples()).isCloseTo(0.4 + 0.6 * 2, within(1e-12));
        assertThat(costs.samplesOf95Percent()).isEqualTo(2);
    }

    @Test
    void looksOnlyBehindEachBatchAndAtTheCap() {
        SequentialDesign capped = SequentialDesign.strict(0.9, 0.95, 0.95, 60);

        assertThat(SequentialCosts.of(capped, 1).meanSamples()).isEqualTo(56);
        assertThat(SequentialCosts.of(capped, 1, 10).meanSamples()).isEqualTo(60);
        assertThat(SequentialCosts.of(capped, 1, 50).meanSamples()).isEqualTo(60);
        assertThat(SequentialCosts.of(capped, 0).meanSamples()).isEqualTo(5);
        assertThat(SequentialCosts.of(capped, 0).fail()).isEqualTo(1);
    }

    @Test
    void needsMoreThanAFixedDesignInTheTail() {
        int fixed = FixedDesign.smallest(0.9, 0.95, 0.05, 0.05).size();

        assertThat(fixed).isEqualTo(298);
        assertThat(SequentialCosts.of(DESIGN, 0.95).samplesOf95Percent()).isBetween(fixed, 400);
    }

    @Test
    void endsWithoutACap() {
        SequentialDesign unlimited = SequentialDesign.strict(0.95, 0.98, 0.95, SequentialDesign.UNLIMITED);
        SequentialCosts costs = SequentialCosts.of(unlimited, 0.965);

        assertThat(costs.inconclusive()).isZero();
        assertThat(costs.pass() + costs.fail()).isCloseTo(1, within(1e-12));
    }

    @Test
    void refusesWhatIsNoRateAndNoBatch() {
        assertThatIllegalArgumentException().isThrownBy(() -> SequentialCosts.of(DESIGN, 1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> SequentialCosts.of(DESIGN, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> SequentialCosts.of(DESIGN, 0.9, 0));
    }
}
