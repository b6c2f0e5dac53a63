package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SelfStartingTest {

    private static final double[] NO_ERRORS = new double[10];

    /** Mean 5.5 and variance 55/6 of 1 … 10: t(9) = 7.5 / √(55/6 · 1.1) = 2.3618, beyond which lie 0.0212, as beyond 2.0289. */
    @Test
    void countsTheErrorOfTheLevelIn() {
        double[] runs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

        assertThat(SelfStarting.standardised(runs, NO_ERRORS, 13, 0)).isCloseTo(2.0289, within(1e-4));
        assertThat(SelfStarting.standardised(runs, NO_ERRORS, -2, 0)).isCloseTo(-2.0289, within(1e-4));
        assertThat(SelfStarting.standardised(runs, NO_ERRORS, 5.5, 0)).isZero();
    }

    /** All of the variance is known: 0.1 / √(0.05² · 1.1). */
    @Test
    void isNormalWhereStandardErrorsTellAll() {
        double[] runs = new double[10];
        Arrays.fill(runs, 0.9);
        double[] errors = new double[10];
        Arrays.fill(errors, 0.05);

        assertThat(SelfStarting.standardised(runs, errors, 0.8, 0.05)).isCloseTo(-1.90693, within(1e-5));
    }

    @Test
    void isFarOffWhereNothingEverVaried() {
        assertThat(SelfStarting.standardised(NO_ERRORS, NO_ERRORS, 0.001, 0)).isEqualTo(10);
        assertThat(SelfStarting.standardised(NO_ERRORS, NO_ERRORS, 0, 0)).isZero();
        double[] runs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        assertThat(SelfStarting.standardised(runs, NO_ERRORS, 1e300, 0)).isEqualTo(10);
    }

    @Test
    void needsTenRuns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SelfStarting.standardised(new double[9], new double[9], 1, 0))
                .withMessage("a level needs at least 10 runs, unlike 9");
    }

    @Test
    void isStandardNormalWhileNothingChanges() {
        java.util.Random random = new java.util.Random(3);
        int series = 4_000;
        double[] made = new double[series];
        for (int i = 0; i < series; i++) {
            double[] runs =
                    random.doubles(10).map(ignored -> random.nextGaussian()).toArray();
            made[i] = SelfStarting.standardised(runs, NO_ERRORS, random.nextGaussian(), 0);
        }

        assertThat(Arrays.stream(made).average().orElseThrow()).isCloseTo(0, within(0.05));
        assertThat(Arrays.stream(made).map(z -> z * z).average().orElseThrow()).isCloseTo(1, within(0.07));
        assertThat(Arrays.stream(made).filter(z -> Math.abs(z) > 1.96).count()).isBetween(150L, 250L);
    }
}
