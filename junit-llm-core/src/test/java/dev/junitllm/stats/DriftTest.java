package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DriftTest {

    @Test
    void addsUpWhatIsOffByMoreThanTheSlack() {
        DriftChart chart = new Cusum(0.5, 2).watch(1, 1, -2, 2, 2);

        assertThat(chart.rising()).containsExactly(0.5, 1.0, 0.0, 1.5, 3.0);
        assertThat(chart.falling()).containsExactly(0.0, 0.0, 1.5, 0.0, 0.0);
        assertThat(chart.alarm()).hasValue(new DriftAlarm(5, true, 3, 2));
        assertThat(chart.method()).isEqualTo("CUSUM with slack 0.5 and limit 2.0");
    }

    @Test
    void isNoAlarmAtTheLimitItself() {
        assertThat(new Cusum(0.5, 2).watch(2.5).alarm()).isEmpty();
        assertThat(new Cusum(0.5, 2).watch(2.6).alarm()).isPresent();
        assertThat(Cusum.STANDARD.watch().alarm()).isEmpty();
    }

    @Test
    void averagesWithWeights() {
        // of one value z the average is λz, and its standard deviation λ
        DriftChart chart = Ewma.STANDARD.watch(2, -2);

        assertThat(chart.rising().get(0)).isCloseTo(2, within(1e-12));
        // (0.2 · −2 + 0.8 · 0.4) / √(0.04 + 0.64 · 0.04)
        assertThat(chart.rising().get(1)).isCloseTo(-0.08 / Math.sqrt(0.0656), within(1e-12));
        assertThat(chart.falling().get(1)).isEqualTo(-chart.rising().get(1));
    }

    @Test
    void findsEitherDirection() {
        double[] rises = {0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 2};
        double[] falls = Arrays.stream(rises).map(z -> -z).toArray();

        for (DriftChart chart : List.of(
                Cusum.STANDARD.watch(rises), Ewma.STANDARD.watch(rises), new PageHinkley(0.1, 2).watch(rises))) {
            assertThat(chart.alarm()).hasValueSatisfying(alarm -> {
                assertThat(alarm.rising()).isTrue();
                assertThat(alarm.at()).isBetween(6, 11);
            });
        }
        for (DriftChart chart : List.of(
                Cusum.STANDARD.watch(falls), Ewma.STANDARD.watch(falls), new PageHinkley(0.1, 2).watch(falls))) {
            assertThat(chart.alarm())
                    .hasValueSatisfying(alarm -> assertThat(alarm.rising()).isFalse());
        }
    }

    @Test
    void needsNoBaselineForPageAndHinkley() {
        // means 1, 1, 2: the last is off by 2 (and 0.5 tolerated); the sum was lowest before
        DriftChart chart = new PageHinkley(0.5, 1).watch(1, 1, 4);

        assertThat(chart.rising().get(2)).isCloseTo(1.5, within(1e-12));
        assertThat(chart.alarm()).hasValue(new DriftAlarm(3, true, 1.5, 1));
    }

    @Test
    void tellsHowOftenItErrs() {
        // Δ = 0: b²
        assertThat(Cusum.STANDARD.meanRunLength(0.5)).isCloseTo(6.166 * 6.166, within(1e-9));
        assertThat(Cusum.STANDARD.meanRunLength(0.5 + 1e-4)).isCloseTo(6.166 * 6.166, within(0.05));
        assertThat(Cusum.STANDARD.meanRunLengthWithoutShift()).isBetween(460.0, 475.0);
    }

    /** Siegmund's 469 is an approximation; the exact number is 465 (Hawkins and Olwell 1998). */
    @Test
    @Tag("slow")
    void errsAsSeldomAsItSays() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        int runs = 300;
        long length = 0;
        for (int run = 0; run < runs; run++) {
            double[] noise = new double[8_000];
            Arrays.setAll(noise, i -> random.nextGaussian());
            length += Cusum.STANDARD.watch(noise).alarm().map(DriftAlarm::at).orElse(noise.length);
        }

        assertThat(length / (double) runs).isBetween(400.0, 540.0);
    }

    @Test
    void takesTheCasesShareOffTheSpreadOfTheRuns() {
        double[] values = {1, 3, 1, 3, 1, 3, 1, 3, 1, 3};
        double[] errors = new double[10];
        Arrays.fill(errors, 0.5);
        DriftBaseline baseline = DriftBaseline.of(values, errors).orElseThrow();

        // the variance of the values is 10/9
        assertThat(baseline.mean()).isEqualTo(2);
        assertThat(baseline.between()).isCloseTo(10 / 9.0 - 0.25, within(1e-12));
        assertThat(baseline.standardised(4, 0.5)).isCloseTo(2 / Math.sqrt(10 / 9.0), within(1e-12));
        assertThat(baseline.standardised(4, 5)).isLessThan(0.5);
        Arrays.fill(errors, 4);
        assertThat(DriftBaseline.of(values, errors).orElseThrow().between()).isZero();
    }

    @Test
    void needsTenRunsForABaseline() {
        assertThat(DriftBaseline.of(new double[9], new double[9])).isEmpty();
        assertThat(DriftBaseline.of(new double[10], new double[10])).isPresent();
    }

    @Test
    void noticesWhatDiffersWhereNothingEverDid() {
        double[] same = new double[10];
        Arrays.fill(same, 0.1);
        DriftBaseline baseline = DriftBaseline.of(same, new double[10]).orElseThrow();

        assertThat(baseline.standardised(new double[] {0.1, 0.2, 0}, new double[3]))
                .containsExactly(0, 10, -10);
    }

    @Test
    void refusesWhatIsNoSeries() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cusum.STANDARD.watch(0, Double.NaN))
                .withMessage("a series has finite values, unlike [0.0, NaN]: leave out runs without one");
        assertThatIllegalArgumentException().isThrownBy(() -> Ewma.STANDARD.watch(Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> new PageHinkley(0, 1).watch(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> DriftBaseline.of(new double[10], new double[9]));
        assertThatIllegalArgumentException().isThrownBy(() -> new DriftBaseline(0, 1, 10).standardised(1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cusum(-1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ewma(0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ewma(1.1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new PageHinkley(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new DriftAlarm(1, true, 2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new DriftChart("any", List.of(1.0), List.of(), 1));
    }
}
