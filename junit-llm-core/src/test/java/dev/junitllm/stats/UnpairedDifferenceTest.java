package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.junitllm.stats.PValue.Alternative;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UnpairedDifferenceTest {

    /** Newcombe 1998 (independent samples), table II, method 10: 56/70 less 48/80 gives 0.0524 to 0.3339. */
    @Test
    void agreesWithNewcombe() {
        Interval bounds = UnpairedDifference.rates(rate(48, 80), rate(56, 70), 0.975);

        assertThat(bounds.estimate()).isCloseTo(0.2, within(1e-12));
        assertThat(bounds.lower()).isCloseTo(0.0524, within(5e-5));
        assertThat(bounds.upper()).isCloseTo(0.3339, within(5e-5));
        assertThat(bounds.method()).isEqualTo("MOVER Wilson");
    }

    /** Table II again: 9/10 less 3/10 gives 0.1705 to 0.8090, and 10/10 less 0/10 gives 0.6075 to 1. */
    @Test
    void agreesWithNewcombeOnFewCases() {
        assertThat(UnpairedDifference.rates(rate(3, 10), rate(9, 10), 0.975).lower())
                .isCloseTo(0.1705, within(5e-5));
        assertThat(UnpairedDifference.rates(rate(3, 10), rate(9, 10), 0.975).upper())
                .isCloseTo(0.8090, within(5e-5));
        assertThat(UnpairedDifference.rates(rate(0, 10), rate(10, 10), 0.975).lower())
                .isCloseTo(0.6075, within(5e-5));
        assertThat(UnpairedDifference.rates(rate(0, 10), rate(10, 10), 0.975).upper())
                .isCloseTo(1, within(1e-12));
    }

    /** R's sleep data unpaired: t.test(extra ~ group) has t = −1.8608, df = 17.776, p = 0.07939, −3.365 to 0.205 hours. */
    @Test
    void agreesWithWelch() {
        double[] one = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
        double[] two = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
        Interval bounds = UnpairedDifference.means(scaled(two), scaled(one), 0.975);
        double less = UnpairedDifference.welch(scaled(two), scaled(one), 0, Alternative.LESS)
                .value();

        assertThat(bounds.lower() * 8).isCloseTo(-3.3654832, within(1e-6));
        assertThat(bounds.upper() * 8).isCloseTo(0.2054832, within(1e-6));
        assertThat(bounds.method()).isEqualTo("Welch t");
        assertThat(less).isCloseTo(0.07939414 / 2, within(1e-8));
        assertThat(UnpairedDifference.welch(scaled(two), scaled(one), 0, Alternative.DIFFERENT)
                        .value())
                .isCloseTo(0.07939414, within(1e-8));
        assertThat(UnpairedDifference.welch(scaled(two), scaled(one), 0, Alternative.GREATER)
                        .value())
                .isCloseTo(1 - less, within(1e-12));
    }

    @Test
    void doesNotTakeEqualScoresForCertainty() {
        Interval bounds = UnpairedDifference.means(new double[] {1, 1, 1}, new double[] {1, 1, 1}, 0.95);

        assertThat(bounds.lower()).isNegative();
        assertThat(bounds.method()).isEqualTo("MOVER Hoeffding");
        assertThat(UnpairedDifference.welch(new double[] {1, 1}, new double[] {0, 0}, 0, Alternative.LESS)
                        .value())
                .isEqualTo(1);
    }

    @Test
    void isComparedWithAMarginWithoutRounding() {
        ClusteredRate before = rate(10, 10);
        ClusteredRate now = rate(9, 10);

        assertThat(UnpairedDifference.ratesNonInferiority(before, now, 0.1, 0.95)
                        .beyondMargin())
                .isFalse();
        assertThat(UnpairedDifference.ratesNonInferiority(before, now, 0.09, 0.95)
                        .beyondMargin())
                .isTrue();
        assertThat(UnpairedDifference.ratesNonInferiority(before, now, 0.5, 0.95)
                        .shown())
                .isTrue();
    }

    @Test
    void hasAPValueThatAgreesWithItsBound() {
        NonInferiority rates = UnpairedDifference.ratesNonInferiority(rate(45, 60), rate(44, 50), 0.05, 0.95);
        double[] before = {0.5, 0.6, 0.7, 0.9};
        double[] now = {0.4, 0.8, 0.6};
        NonInferiority means = UnpairedDifference.meansNonInferiority(before, now, 0.3, 0.95);

        assertThat(UnpairedDifference.rates(
                                rate(45, 60), rate(44, 50), 1 - rates.p().value())
                        .lower())
                .isCloseTo(-0.05, within(1e-9));
        assertThat(rates.shown()).isEqualTo(rates.p().value() < 0.05);
        assertThat(UnpairedDifference.ratesNonInferiority(rate(45, 60), rate(20, 50), 0.05, 0.95)
                        .p()
                        .value())
                .isGreaterThan(0.99);
        assertThat(UnpairedDifference.means(before, now, 1 - means.p().value()).lower())
                .isCloseTo(-0.3, within(1e-9));
    }

    @Test
    void refusesTooFew() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnpairedDifference.means(new double[] {1}, new double[] {1, 0}, 0.95))
                .withMessage("a mean to compare needs at least two cases, unlike 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnpairedDifference.means(new double[] {1, 2}, new double[] {1, 0}, 0.95))
                .withMessage("a score lies from 0 to 1, unlike 2.0");
    }

    private static ClusteredRate rate(int passed, int cases) {
        int[] passes = new int[cases];
        Arrays.fill(passes, 0, passed, 1);
        int[] ones = new int[cases];
        Arrays.fill(ones, 1);
        return ClusteredRate.of(passes, ones);
    }

    private static double[] scaled(double[] hours) {
        return Arrays.stream(hours).map(hour -> (hour + 2) / 8).toArray();
    }
}
