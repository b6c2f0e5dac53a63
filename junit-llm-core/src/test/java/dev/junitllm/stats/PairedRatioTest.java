package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class PairedRatioTest {

    private static final double[] BEFORE = {10, 12, 11, 13, 9};
    private static final double[] NOW = {13, 17, 15, 18, 12};

    /** By hand: x̄ = 11, ȳ = 15, s²ₓ = 2.5, s²ᵧ = 6.5, sₓᵧ = 4, t = 2.7764; a = 117.1457, b = 158.8331, c = 214.9788. */
    @Test
    void boundsAreTheRootsOfFiellersEquation() {
        Interval interval = PairedRatio.of(BEFORE, NOW).twoSided(0.95).orElseThrow();

        assertThat(interval.estimate()).isEqualTo(15.0 / 11);
        assertThat(interval.lower()).isCloseTo(1.29916, within(1e-5));
        assertThat(interval.upper()).isCloseTo(1.41256, within(1e-5));
        assertThat(interval.method()).isEqualTo("Fieller");
        assertThat(interval.size()).isEqualTo(5);
        assertThat(interval.twoSided()).isTrue();
        Interval each = PairedRatio.of(BEFORE, NOW).oneSided(0.95).orElseThrow();
        assertThat(each.lower()).isCloseTo(1.31604, within(1e-5));
        assertThat(each.upper()).isCloseTo(1.40219, within(1e-5));
        assertThat(each.twoSided()).isFalse();
    }

    @Test
    void thePairedTTestTurnsAtEachBound() {
        Interval interval = PairedRatio.of(BEFORE, NOW).twoSided(0.9).orElseThrow();
        double t = TDistribution.of(4).inverseSurvivalProbability(0.05);

        assertThat(statistic(interval.lower())).isCloseTo(t, within(1e-9));
        assertThat(statistic(interval.upper())).isCloseTo(-t, within(1e-9));
    }

    private static double statistic(double ratio) {
        double[] rest = new double[BEFORE.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = NOW[i] - ratio * BEFORE[i];
        }
        Moments moments = Moments.of(rest);
        return moments.mean() / moments.standardError();
    }

    @Test
    void whereEveryCaseHasGrownAlikeNothingIsLeftToChance() {
        Interval interval = PairedRatio.of(new double[] {10, 20, 35}, new double[] {12, 24, 42})
                .twoSided(0.95)
                .orElseThrow();

        assertThat(interval.lower()).isEqualTo(interval.upper()).isCloseTo(1.2, within(1e-12));
        assertThat(PairedRatio.of(BEFORE, BEFORE).oneSided(0.95).orElseThrow().upper())
                .isEqualTo(1);
    }

    @Test
    void oneCaseSaysNothingOfOthers() {
        PairedRatio one = PairedRatio.of(new double[] {10}, new double[] {15});

        assertThat(one.ratio()).isEqualTo(1.5);
        assertThat(one.cases()).isEqualTo(1);
        assertThat(one.twoSided(0.95)).isEmpty();
    }

    @Test
    void thereIsNoBoundWhereTheSumBeforeMayAsWellBeNothing() {
        assertThat(PairedRatio.of(new double[] {0, 0, 9}, new double[] {1, 2, 3})
                        .twoSided(0.95))
                .isEmpty();
    }

    @Test
    void boundsNeverLieBelowNothing() {
        Interval interval = PairedRatio.of(new double[] {10, 11, 9, 10}, new double[] {0, 0, 0, 9})
                .twoSided(0.95)
                .orElseThrow();

        assertThat(interval.lower()).isZero();
        assertThat(interval.upper()).isGreaterThan(0.225);
    }

    @Test
    void refusesWhatIsNoQuantity() {
        List<Runnable> wrong = List.of(
                () -> PairedRatio.of(new double[0], new double[0]),
                () -> PairedRatio.of(new double[] {1}, new double[] {1, 2}),
                () -> PairedRatio.of(new double[] {1}, new double[] {-1}),
                () -> PairedRatio.of(new double[] {Double.NaN}, new double[] {1}),
                () -> PairedRatio.of(new double[] {1}, new double[] {Double.POSITIVE_INFINITY}),
                () -> PairedRatio.of(new double[] {0, 0}, new double[] {1, 1}));
        assertThat(wrong)
                .allSatisfy(making -> assertThatIllegalArgumentException().isThrownBy(making::run));
    }
}
