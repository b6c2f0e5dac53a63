package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedDesignTest {

    @ParameterizedTest
    @CsvSource({"0.5, 0.7, 67, 41", "0.8, 0.9, 135, 116", "0.9, 0.95, 298, 277", "0.9, 0.99, 61, 59"})
    void isTheSmallestThatKeepsBothErrors(double bad, double good, int size, int fewest) {
        FixedDesign design = FixedDesign.smallest(bad, good, 0.05, 0.05);

        assertThat(design.size()).isEqualTo(size);
        assertThat(design.fewestToPass()).isEqualTo(fewest);
        assertThat(design.realAlpha()).isLessThanOrEqualTo(0.05);
        assertThat(design.realBeta()).isLessThanOrEqualTo(0.05);
    }

    @Test
    void tellsItsChances() {
        FixedDesign design = new FixedDesign(0.5, 0.75, 3, 2);

        // 3p²(1 − p) + p³
        assertThat(design.realAlpha()).isCloseTo(0.5, within(1e-12));
        assertThat(design.realBeta()).isCloseTo(1 - 0.84375, within(1e-12));
        assertThat(design.passes(0)).isZero();
        assertThat(design.passes(1)).isEqualTo(1);
    }

    @Test
    void stopsWhenTheRestCantChangeTheAnswer() {
        FixedDesign design = new FixedDesign(0.5, 0.75, 3, 2);

        // two alike (chance ½) decide after two samples, else the third does
        assertThat(design.curtailedMeanSamples(0.5)).isCloseTo(2.5, within(1e-12));
        assertThat(design.curtailedMeanSamples(1)).isCloseTo(2, within(1e-12));
        assertThat(design.curtailedMeanSamples(0)).isCloseTo(2, within(1e-12));
    }

    @Test
    void refusesWhatIsNoDesign() {
        assertThatIllegalArgumentException().isThrownBy(() -> FixedDesign.smallest(0.9, 0.9, 0.05, 0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> FixedDesign.smallest(0.9, 0.95, 0, 0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> FixedDesign.smallest(0.9, 0.95, 0.05, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FixedDesign(0.9, 0.95, 3, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new FixedDesign(0.9, 0.95, 3, 0));
    }
}
