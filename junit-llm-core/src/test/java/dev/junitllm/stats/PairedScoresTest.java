package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.junitllm.stats.PValue.Alternative;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedScoresTest {

    private static final BoundedMean FEW = BoundedMean.hoeffding();

    /** Student's sleep data again, R's paired t.test: t = 4.0621, p = 0.002833; 90 % interval 0.867 to 2.293 hours. */
    @Test
    void agreesWithStudentsSleepData() {
        double[] one = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
        double[] two = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
        PairedScores pairs = PairedScores.of(scaled(one), scaled(two));

        assertThat(pairs.studentTest(0, Alternative.DIFFERENT).orElseThrow().value())
                .isCloseTo(0.002832890197, within(1e-10));
        assertThat(pairs.student(0.975).orElseThrow().lower() * 8).isCloseTo(0.7001142, within(1e-6));
        assertThat(pairs.student(0.975).orElseThrow().upper() * 8).isCloseTo(2.4598858, within(1e-6));
        // one difference is 0, all others are positive: both of its signs of all others positive, and the mirror
        assertThat(pairs.signFlip(Alternative.DIFFERENT, 1).value()).isCloseTo(4 / 1024.0, within(1e-12));
        assertThat(pairs.signFlip(Alternative.GREATER, 1).value()).isCloseTo(2 / 1024.0, within(1e-12));
    }

    @Test
    void drawsSignsOfManyCases() {
        double[] baseline = new double[40];
        double[] current = new double[40];
        for (int i = 0; i < 40; i++) {
            baseline[i] = 0.5;
            current[i] = 0.5 + (i % 3 == 0 ? 0.2 : -0.1) + i * 0.001;
        }
        PairedScores pairs = PairedScores.of(baseline, current);
        double exact =
                new SignFlip(pairs.differences(), 1).exact(Alternative.LESS).value();
        PValue drawn = pairs.signFlip(Alternative.LESS, 1);

        assertThat(drawn.value()).isCloseTo(exact, within(0.006));
        assertThat(drawn.method()).isEqualTo("sign-flip permutation, 100000 draws");
        assertThat(drawn)
                .isEqualTo(pairs.signFlip(Alternative.LESS, 1))
                .isNotEqualTo(pairs.signFlip(Alternative.LESS, 2));
        assertThat(pairs.signFlip(Alternative.DIFFERENT, 1).value())
                .isCloseTo(
                        new SignFlip(pairs.differences(), 1)
                                .exact(Alternative.DIFFERENT)
                                .value(),
                        within(0.01));
        assertThat(pairs.signFlip(Alternative.GREATER, 1).value()).isCloseTo(1 - exact, within(0.01));
    }

    @Test
    void neverGivesAChanceOfZeroForDraws() {
        PairedScores worse = PairedScores.of(filled(60, 1.0), filled(60, 0.0));

        assertThat(worse.signFlip(Alternative.LESS, 1).value()).isEqualTo(1 / 100_001.0);
    }

    @Test
    void countsEverySignAsOftenAsGoingThroughThem() {
        double[] differences = {0.1, -0.25, 0.1, 0.3, -0.05, -0.1, 0.4};
        double sum = Arrays.stream(differences).sum();
        long atMost = IntStream.range(0, 128)
                .filter(signs -> IntStream.range(0, 7)
                                .mapToDouble(i -> (signs >> i & 1) == 0 ? differences[i] : -differences[i])
                                .sum()
                        <= sum + 1e-12)
                .count();

        assertThat(new SignFlip(differences, 1).exact(Alternative.LESS).value()).isEqualTo(atMost / 128.0);
    }

    @Test
    void isCertainOfNothingWhereNoCaseChanged() {
        PairedScores same = PairedScores.of(filled(52, 0.8), filled(52, 0.8));
        NonInferiority shown = same.nonInferiority(0.05, 0.95, 1, FEW).orElseThrow();
        NonInferiority less = PairedScores.of(filled(51, 0.8), filled(51, 0.8))
                .nonInferiority(0.05, 0.95, 1, FEW)
                .orElseThrow();
        Interval tango = new PairedBinary(52, 0, 0, 0).tango(0.95);

        assertThat(same.student(0.95)).isEmpty();
        assertThat(same.bca(0.95, 1)).isEmpty();
        assertThat(same.studentTest(0, Alternative.LESS)).isEmpty();
        assertThat(same.signFlip(Alternative.LESS, 1).value()).isEqualTo(1);
        assertThat(shown.difference().lower()).isCloseTo(tango.lower(), within(1e-12));
        assertThat(shown.difference().upper()).isCloseTo(tango.upper(), within(1e-12));
        assertThat(shown.p().value())
                .isCloseTo(
                        new PairedBinary(52, 0, 0, 0)
                                .nonInferiority(0.05, 0.95)
                                .p()
                                .value(),
                        within(1e-12));
        assertThat(shown.shown()).isTrue();
        assertThat(less.shown()).isFalse();
        assertThat(less.worse()).isFalse();
    }

    @Test
    void takesTheSameDropOfAllCasesForADrop() {
        NonInferiority dropped = PairedScores.of(filled(40, 1.0), filled(40, 0.5))
                .nonInferiority(0.1, 0.95, 1, FEW)
                .orElseThrow();
        NonInferiority all = PairedScores.of(filled(40, 1.0), filled(40, 0.0))
                .nonInferiority(1, 0.95, 1, FEW)
                .orElseThrow();

        assertThat(dropped.worse()).isTrue();
        assertThat(dropped.beyondMargin()).isTrue();
        assertThat(dropped.p().value()).isEqualTo(1);
        assertThat(all.difference().lower()).isEqualTo(-1);
        assertThat(all.beyondMargin()).isFalse();
    }

    @Test
    void choosesWhatFitsTheDifferences() {
        assertThat(method(9)).isEqualTo("Hoeffding");
        assertThat(method(10)).isEqualTo("BCa bootstrap");
        assertThat(method(14)).isEqualTo("BCa bootstrap");
        assertThat(method(15)).isEqualTo("paired t");
        assertThat(PairedScores.of(new double[] {1}, new double[] {1}).nonInferiority(0.05, 0.95, 1, FEW))
                .isEmpty();
        assertThat(PairedScores.of(new double[] {1}, new double[] {0}).student(0.95))
                .isEmpty();
    }

    @Test
    void movesFewDifferencesToTheScaleOfTheBound() {
        double[] current = {0.5, 0.7};
        Interval bounds = PairedScores.of(new double[] {0.5, 0.5}, current)
                .nonInferiority(0.05, 0.95, 1, (scores, confidence) -> {
                    assertThat(scores[0]).isEqualTo(0.5);
                    assertThat(scores[1]).isCloseTo(0.6, within(1e-12));
                    return new Interval("mine", 0.55, 0.25, 0.75, 2, confidence, false);
                })
                .orElseThrow()
                .difference();

        assertThat(bounds.lower()).isEqualTo(-0.5);
        assertThat(bounds.upper()).isEqualTo(0.5);
        assertThat(bounds.estimate()).isCloseTo(0.1, within(1e-12));
        assertThat(bounds.method()).isEqualTo("mine");
    }

    @Test
    void showsNoMoreThanIfNoCaseHadChangedWhereCapped() {
        double[] current = filled(40, 1.0);
        current[0] = 0.8;
        PairedScores oneChanged = PairedScores.of(filled(40, 1.0), current);
        Interval unchanged = PairedScores.of(filled(40, 1.0), filled(40, 1.0)).unchanged(0.95);
        NonInferiority plain = oneChanged.nonInferiority(0.05, 0.95, 1, FEW).orElseThrow();
        NonInferiority capped =
                oneChanged.cappedNonInferiority(0.05, 0.95, 1, FEW).orElseThrow();

        assertThat(plain.shown()).isTrue();
        assertThat(capped.shown()).isFalse();
        assertThat(capped.difference().lower()).isLessThan(unchanged.lower());
        assertThat(capped.difference().method()).isEqualTo("BCa bootstrap, capped");
    }

    @Test
    void comparesTheDropWithTheMarginWithoutRounding() {
        // 2/3 as a binary number makes 1 − 2/3 a little more than a third: 3 of 10 such cases drop by a tenth
        double[] current = filled(10, 1.0);
        Arrays.fill(current, 0, 3, 2 / 3.0);
        PairedScores pairs = PairedScores.of(filled(10, 1.0), current);

        assertThat(pairs.nonInferiority(0.1, 0.95, 1, FEW).orElseThrow().beyondMargin())
                .isFalse();
        assertThat(pairs.nonInferiority(0.0999, 0.95, 1, FEW).orElseThrow().beyondMargin())
                .isTrue();
    }

    @Test
    void refusesWhatIsNoPair() {
        assertThatIllegalArgumentException().isThrownBy(() -> PairedScores.of(new double[0], new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> PairedScores.of(new double[1], new double[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedScores.of(new double[] {0.5}, new double[] {1.5}))
                .withMessage("a score lies from 0 to 1, unlike 1.5");
    }

    private static String method(int cases) {
        double[] current =
                IntStream.range(0, cases).mapToDouble(i -> 0.4 + i % 5 / 20.0).toArray();
        return PairedScores.of(filled(cases, 0.5), current)
                .nonInferiority(0.05, 0.95, 1, FEW)
                .orElseThrow()
                .difference()
                .method();
    }

    private static double[] scaled(double[] hours) {
        return Arrays.stream(hours).map(hour -> (hour + 2) / 8).toArray();
    }

    private static double[] filled(int cases, double score) {
        double[] scores = new double[cases];
        Arrays.fill(scores, score);
        return scores;
    }
}
