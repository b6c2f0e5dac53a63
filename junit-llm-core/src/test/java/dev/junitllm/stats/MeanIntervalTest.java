package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeanIntervalTest {

    /** Student's sleep data (Biometrika 6, 1908), R's {@code t.test(extra ~ group, paired)}, shifted into 0 … 1. */
    @Test
    void agreesWithStudentsSleepData() {
        double[] hours = {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};
        double[] scores = Arrays.stream(hours).map(hour -> hour / 10).toArray();
        Interval interval = MeanInterval.of(scores).twoSided(0.95).orElseThrow();

        assertThat(interval.estimate()).isCloseTo(0.158, within(1e-12));
        assertThat(interval.lower()).isCloseTo(0.07001142, within(1e-8));
        assertThat(interval.upper()).isCloseTo(0.24598858, within(1e-8));
        assertThat(interval.method()).isEqualTo("Student t");
    }

    @Test
    void isClippedToTheScale() {
        Interval interval = MeanInterval.of(0, 1).twoSided(0.95).orElseThrow();

        assertThat(interval.lower()).isZero();
        assertThat(interval.upper()).isEqualTo(1);
        assertThat(interval.size()).isEqualTo(2);
    }

    @Test
    void isUndefinedForOneCase() {
        MeanInterval one = MeanInterval.of(0.7);

        assertThat(one.mean()).isEqualTo(0.7);
        assertThat(one.standardError()).isNaN();
        assertThat(one.oneSided(0.95)).isEmpty();
        assertThat(one.twoSided(0.95)).isEmpty();
    }

    @Test
    void doesNotTakeEqualScoresForCertainty() {
        Interval interval = MeanInterval.of(0.9, 0.9, 0.9).oneSided(0.95).orElseThrow();

        assertThat(interval.method()).isEqualTo("Hoeffding");
        assertThat(interval.estimate()).isEqualTo(0.9);
        assertThat(interval.lower()).isCloseTo(0.9 - Math.sqrt(Math.log(20) / 6), within(1e-12));
        assertThat(interval.upper()).isEqualTo(1);
    }

    @Test
    void choosesWhatFitsTheScores() {
        BoundedMean few = BoundedMean.hoeffding();
        double[] even = IntStream.range(0, 40).mapToDouble(i -> i % 10 / 20.0).toArray();
        double[] lopsided = even.clone();
        lopsided[0] = 1;
        lopsided[10] = 1;
        lopsided[20] = 1;

        assertThat(shown(even, few))
                .isEqualTo(MeanInterval.of(even).oneSided(0.95).orElseThrow());
        assertThat(MeanInterval.of(lopsided).skewness()).isGreaterThan(1);
        assertThat(shown(lopsided, few))
                .isEqualTo(BcaMean.of(lopsided, 7).orElseThrow().oneSided(0.95));
        assertThat(shown(Arrays.copyOf(even, 14), few).method()).isEqualTo("BCa bootstrap");
        assertThat(shown(Arrays.copyOf(even, 15), few).method()).isEqualTo("Student t");
        assertThat(shown(Arrays.copyOf(even, 10), few).method()).isEqualTo("BCa bootstrap");
        assertThat(shown(Arrays.copyOf(even, 9), few).method()).isEqualTo("Hoeffding");
        assertThat(shown(new double[] {0.5, 0.5}, few).method()).isEqualTo("Hoeffding");
        assertThat(MeanInterval.of(0.5).demonstrated(0.95, 7, few)).isEmpty();
    }

    @Test
    void showsNoMoreThanAPerfectRunOfAsManyCases() {
        for (int cases : new int[] {2, 9, 12, 30}) {
            double[] scores = new double[cases];
            Arrays.fill(scores, 1);
            Interval perfect = shown(scores, BoundedMean.hoeffding());
            Arrays.fill(scores, 0);
            Interval nothing = shown(scores, BoundedMean.hoeffding());
            for (int i = 0; i < cases; i++) {
                scores[i] = 0.99 + i % 2 * 0.001;
            }

            assertThat(perfect.lower()).isCloseTo(Math.pow(0.05, 1.0 / cases), within(1e-12));
            assertThat(nothing.upper()).isCloseTo(1 - Math.pow(0.05, 1.0 / cases), within(1e-12));
            assertThat(shown(scores, BoundedMean.hoeffding()).lower()).isLessThanOrEqualTo(perfect.lower());
        }
    }

    @Test
    void refusesWhatIsNoScore() {
        assertThatIllegalArgumentException().isThrownBy(MeanInterval::of);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanInterval.of(0.5, Double.NaN))
                .withMessage("a score lies from 0 to 1, unlike NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanInterval.of(0.5, 0.6).oneSided(0));
    }

    private static Interval shown(double[] scores, BoundedMean few) {
        return MeanInterval.of(scores).demonstrated(0.95, 7, few).orElseThrow();
    }
}
