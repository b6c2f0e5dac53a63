package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BcaMeanTest {

    @Test
    void looksAtAllDrawsOfTwoValues() {
        // means of 0,0 · 0,1 · 1,0 · 1,1: one below 0.5, two on it, so that nothing is moved; type-7 quantiles of 0, ½,
        // ½, 1
        BcaMean two = BcaMean.of(new double[] {0, 1}, 1).orElseThrow();

        assertThat(two.bias()).isZero();
        assertThat(two.acceleration()).isZero();
        assertThat(two.oneSided(0.9).lower()).isCloseTo(0.15, within(1e-12));
        assertThat(two.oneSided(0.9).upper()).isCloseTo(0.85, within(1e-12));
        assertThat(two.twoSided(0.8).lower()).isCloseTo(0.15, within(1e-12));
        assertThat(two.oneSided(0.9).method()).isEqualTo("BCa bootstrap");
    }

    @Test
    void hasTheAccelerationOfAJackknife() {
        // 0, 0, 3: influences −½, −½, 1 give 0.75 / (6 · 1.5^1.5)
        assertThat(BcaMean.of(new double[] {0, 0, 3}, 1).orElseThrow().acceleration())
                .isCloseTo(0.75 / (6 * Math.pow(1.5, 1.5)), within(1e-12));
    }

    @Test
    void agreesWithTheNormalApproximationOfManyEvenValues() {
        double[] values = IntStream.range(0, 200).mapToDouble(i -> i % 10 / 9.0).toArray();
        Interval interval = BcaMean.of(values, 5).orElseThrow().twoSided(0.95);

        // standard deviation 0.3192 (population): 0.5 ± 1.96 · 0.3192/√200
        assertThat(interval.lower()).isCloseTo(0.4558, within(0.003));
        assertThat(interval.upper()).isCloseTo(0.5442, within(0.003));
    }

    @Test
    void reachesFurtherToTheLongTail() {
        double[] values = new double[20];
        Arrays.fill(values, 1);
        values[0] = 0;
        values[1] = 0.2;
        Interval interval = BcaMean.of(values, 5).orElseThrow().twoSided(0.95);

        assertThat(interval.estimate() - interval.lower())
                .isGreaterThan(1.5 * (interval.upper() - interval.estimate()));
    }

    @Test
    void drawsAboutWhatLookingAtAllGives() {
        double[] values = {0.5, 0.7, 0.71, 0.9, 0.95, 1.0};
        Interval all = BcaMean.of(values, 1).orElseThrow().twoSided(0.95);
        Interval drawn =
                BcaMean.drawn(values, BcaMean.RESAMPLES, 1).orElseThrow().twoSided(0.95);

        assertThat(drawn.lower()).isCloseTo(all.lower(), within(0.02));
        assertThat(drawn.upper()).isCloseTo(all.upper(), within(0.02));
    }

    @Test
    void followsItsSeedAlone() {
        double[] values = IntStream.range(0, 20).mapToDouble(i -> Math.sqrt(i)).toArray();

        assertThat(lower(values, 3)).isEqualTo(lower(values, 3)).isNotEqualTo(lower(values, 4));
    }

    @Test
    void readsThePercentileWhereAllDrawsLieOnOneSide() {
        // a single draw lies above or below the mean: its bias correction is infinite
        BcaMean one = BcaMean.drawn(new double[] {1, 2, 4, 8, 16, 32, 64}, 1, 1).orElseThrow();

        assertThat(one.bias()).isInfinite();
        assertThat(one.twoSided(0.95).lower()).isEqualTo(one.twoSided(0.95).upper());
    }

    @Test
    void tellsNothingOfEqualValues() {
        assertThat(BcaMean.of(new double[] {0.4, 0.4, 0.4}, 1)).isEmpty();
        assertThat(BcaMean.of(new double[] {0.4}, 1)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BcaMean.of(new double[0], 1))
                .withMessage("a bootstrap needs at least one value");
    }

    private static double lower(double[] values, long seed) {
        return BcaMean.of(values, seed).orElseThrow().oneSided(0.95).lower();
    }
}
