package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KolmogorovSmirnovTest {

    @Test
    void countsTheOrdersByHand() {
        // of C(4, 2) = 6 orders of two and two values, xxyy and yyxx are as far apart; of C(6, 3) = 20 also two
        KolmogorovSmirnov two = KolmogorovSmirnov.exact(new double[] {1, 2}, new double[] {3, 4});
        KolmogorovSmirnov three = KolmogorovSmirnov.exact(new double[] {4, 5, 6}, new double[] {1, 2, 3});

        assertThat(two.distance()).isEqualTo(1);
        assertThat(two.pValue()).isCloseTo(2 / 6.0, within(1e-12));
        assertThat(three.pValue()).isCloseTo(2 / 20.0, within(1e-12));
    }

    @Test
    void findsNoDifferenceBetweenTheSame() {
        KolmogorovSmirnov same = KolmogorovSmirnov.exact(new double[] {0.5, 0.7}, new double[] {0.7, 0.5});

        assertThat(same.distance()).isZero();
        assertThat(same.pValue()).isEqualTo(1);
    }

    @Test
    void isPreciseForSmallChances() {
        double[] low = new double[60];
        double[] high = new double[60];
        Arrays.setAll(low, i -> i);
        Arrays.setAll(high, i -> 100 + i);

        // 2/C(120, 60)
        assertThat(KolmogorovSmirnov.exact(low, high).pValue()).isCloseTo(2.07e-35, within(0.01e-35));
    }

    @Test
    void movesCasesAsAWhole() {
        double[][] low = cases(5, 0);
        double[][] high = cases(5, 100);
        KolmogorovSmirnov test = KolmogorovSmirnov.permutation(low, high, 9_999, 1);
        KolmogorovSmirnov wrong = KolmogorovSmirnov.exact(
                Arrays.stream(low).flatMapToDouble(Arrays::stream).toArray(),
                Arrays.stream(high).flatMapToDouble(Arrays::stream).toArray());

        // 2/C(10, 5), and not 2/C(40, 20)
        assertThat(test.distance()).isCloseTo(1, within(1e-12));
        assertThat(test.pValue()).isCloseTo(2 / 252.0, within(0.003));
        assertThat(wrong.pValue()).isLessThan(1e-9);
        assertThat(test.first()).isEqualTo(5);
    }

    @Test
    void countsEachCaseTheSame() {
        double[][] first = {{0, 0, 0, 0, 0, 0}, {1}};
        double[][] second = {{0}, {1}};

        assertThat(KolmogorovSmirnov.permutation(first, second, 99, 1).distance())
                .isCloseTo(0, within(1e-12));
        assertThat(KolmogorovSmirnov.permutation(first, second, 99, 1).pValue()).isEqualTo(1);
    }

    @Test
    void followsItsSeedAlone() {
        double[][] first = cases(6, 0);
        double[][] second = cases(6, 3);

        assertThat(KolmogorovSmirnov.permutation(first, second, 999, 7))
                .isEqualTo(KolmogorovSmirnov.permutation(first, second, 999, 7));
    }

    /** With four values of each case that are nearly the same, and no difference between the sets. */
    @Test
    @Tag("slow")
    void errsAsSeldomAsItSaysWhereCasesHaveSeveralValues() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
        int alarms = 0;
        for (int run = 0; run < 1_000; run++) {
            alarms += KolmogorovSmirnov.permutation(noise(12, random), noise(12, random), 99, run)
                                    .pValue()
                            <= 0.05
                    ? 1
                    : 0;
        }

        assertThat(alarms / 1_000.0).isLessThanOrEqualTo(0.065);
    }

    @Test
    void refusesNothing() {
        double[] some = {1};
        assertThatIllegalArgumentException().isThrownBy(() -> KolmogorovSmirnov.exact(some, new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> KolmogorovSmirnov.exact(some, new double[] {Double.NaN}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KolmogorovSmirnov.permutation(new double[][] {some}, new double[][] {{}}, 99, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KolmogorovSmirnov.permutation(new double[][] {some}, new double[0][], 99, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KolmogorovSmirnov.permutation(new double[][] {some}, new double[][] {some}, 98, 1));
    }

    private static double[][] cases(int count, double from) {
        double[][] cases = new double[count][4];
        for (int i = 0; i < count; i++) {
            double value = from + i;
            Arrays.setAll(cases[i], sample -> value + sample / 10.0);
        }
        return cases;
    }

    private static double[][] noise(int count, RandomGenerator random) {
        double[][] cases = new double[count][4];
        for (double[] samples : cases) {
            double level = random.nextDouble();
            Arrays.setAll(samples, sample -> level + random.nextDouble() / 100);
        }
        return cases;
    }
}
