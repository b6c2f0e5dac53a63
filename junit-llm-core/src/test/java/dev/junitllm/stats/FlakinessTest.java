package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlakinessTest {

    @ParameterizedTest
    @CsvSource({
        "3,3,STABLE_PASS",
        "5,0,STABLE_FAIL",
        "3,1,FLAKY",
        "2,1,FLAKY",
        "2,2,CANT_TELL",
        "1,0,CANT_TELL",
        "0,0,CANT_TELL"
    })
    void labelsACase(int samples, int passed, CaseStability label) {
        assertThat(CaseStability.of(samples, passed)).isEqualTo(label);
    }

    @Test
    void sumsUpASet() {
        Flakiness set = Flakiness.of(new int[] {4, 4, 4}, new int[] {4, 2, 0});

        assertThat(set.passAtK(2)).hasValueCloseTo((1 + 5 / 6.0) / 3, within(1e-12));
        assertThat(set.passHatK(2)).hasValueCloseTo((1 + 1 / 6.0) / 3, within(1e-12));
        assertThat(set.passHatKInterval(2).orElseThrow().mean()).isCloseTo((1 + 1 / 6.0) / 3, within(1e-12));
        assertThat(set.passAtKInterval(2).orElseThrow().mean()).isCloseTo((1 + 5 / 6.0) / 3, within(1e-12));
        // of the 6 pairs of 2 passes and 2 failures two agree
        assertThat(set.consistencyPerCase()).containsExactly(new double[] {1, 2 / 6.0, 1}, within(1e-12));
        assertThat(set.consistency()).hasValueCloseTo(7 / 9.0, within(1e-12));
        assertThat(set.variancePerCase()).containsExactly(new double[] {0, 1 / 3.0, 0}, within(1e-12));
        assertThat(set.count(CaseStability.FLAKY)).isEqualTo(1);
        assertThat(set.count(CaseStability.CANT_TELL)).isZero();
    }

    @Test
    void isUndefinedWhereACaseHasTooFewSamples() {
        Flakiness set = Flakiness.of(new int[] {4, 1}, new int[] {4, 1});

        assertThat(set.passAtK(2)).isEmpty();
        assertThat(set.passHatK(2)).isEmpty();
        assertThat(set.passHatKInterval(2)).isEmpty();
        assertThat(set.passAtKInterval(2)).isEmpty();
        assertThat(set.passHatK(1)).hasValue(1);
        assertThat(set.consistencyPerCase()[1]).isNaN();
        assertThat(set.consistency()).hasValue(1);
        assertThat(Flakiness.of(new int[] {1}, new int[] {1}).consistency()).isEmpty();
        assertThat(Flakiness.of(new int[] {1, 1}, new int[] {1, 0}).variance()).isEmpty();
        assertThat(Flakiness.of(new int[] {3}, new int[] {1}).variance()).isEmpty();
    }

    @Test
    void refusesWhatIsNoCount() {
        assertThatIllegalArgumentException().isThrownBy(() -> Flakiness.of(new int[0], new int[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Flakiness.of(new int[] {2}, new int[] {3}))
                .withMessage("case 0 passed 3 of 2 samples");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaseStability.of(1, 2))
                .withMessage("of at least 0 samples from 0 to all pass, unlike 2 of 1");
    }
}
