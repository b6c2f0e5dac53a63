package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.junitllm.stats.PValue.Alternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedBinaryTest {

    @Test
    void countsPairs() {
        PairedBinary pairs = PairedBinary.of(
                new boolean[] {true, true, false, false, true}, new boolean[] {true, false, true, false, false});

        assertThat(pairs).isEqualTo(new PairedBinary(1, 2, 1, 1));
        assertThat(pairs.cases()).isEqualTo(5);
        assertThat(pairs.difference()).isEqualTo(-0.2);
        assertThat(pairs.discordance()).isEqualTo(0.6);
    }

    /** All ways to change, by hand: of 3 changes at least 2 for the worse in 4 of 8. */
    @ParameterizedTest
    @CsvSource({"2,1,0.5,0.875,1", "0,0,1,1,1", "5,0,0.03125,1,0.0625", "0,1,1,0.5,1"})
    void looksAtChangedCasesOnly(int worse, int better, double less, double greater, double different) {
        PairedBinary pairs = new PairedBinary(70, worse, better, 9);

        assertThat(pairs.mcNemar(Alternative.LESS).value()).isCloseTo(less, within(1e-12));
        assertThat(pairs.mcNemar(Alternative.GREATER).value()).isCloseTo(greater, within(1e-12));
        assertThat(pairs.mcNemar(Alternative.DIFFERENT).value()).isCloseTo(different, within(1e-12));
        assertThat(pairs.mcNemar(Alternative.LESS).size()).isEqualTo(worse + better);
    }

    /** Each bound is the difference whose score is the quantile. */
    @Test
    void boundsTheDifferenceWhereTheScoreIsTheQuantile() {
        Interval bounds = new PairedBinary(36, 8, 3, 13).tango(0.975);
        TangoScore score = new TangoScore(8, 3, 60);

        assertThat(score.z(bounds.lower())).isCloseTo(1.959963985, within(1e-8));
        assertThat(score.z(bounds.upper())).isCloseTo(-1.959963985, within(1e-8));
        assertThat(score.z(bounds.estimate())).isCloseTo(0, within(1e-12));
        assertThat(bounds.method()).isEqualTo("Tango");
    }

    /** With nothing changed the score equation has a closed form: z²/(n + z²). */
    @ParameterizedTest
    @CsvSource({"51,false", "52,true"})
    void needs52UnchangedCasesToShowADropOfLessThan5Points(int cases, boolean shown) {
        NonInferiority same = new PairedBinary(cases - 5, 0, 0, 5).nonInferiority(0.05, 0.95);

        assertThat(same.difference().lower()).isCloseTo(-2.7055434541 / (cases + 2.7055434541), within(1e-9));
        assertThat(same.difference().upper()).isCloseTo(2.7055434541 / (cases + 2.7055434541), within(1e-9));
        assertThat(same.shown()).isEqualTo(shown);
        assertThat(same.p().value() < 0.05).isEqualTo(shown);
        assertThat(same.worse()).isFalse();
        assertThat(same.beyondMargin()).isFalse();
    }

    @Test
    void knowsAProvedRegression() {
        NonInferiority worse = new PairedBinary(80, 18, 2, 0).nonInferiority(0.05, 0.95);

        assertThat(worse.worse()).isTrue();
        assertThat(worse.beyondMargin()).isTrue();
        assertThat(worse.shown()).isFalse();
        assertThat(worse.p().value()).isGreaterThan(0.9);
    }

    @Test
    void comparesTheDropWithTheMarginExactly() {
        // 7 of 100 is 0.07, which as a binary number is a little more
        assertThat(new PairedBinary(93, 7, 0, 0).nonInferiority(0.07, 0.95).beyondMargin())
                .isFalse();
        assertThat(new PairedBinary(92, 8, 0, 0).nonInferiority(0.07, 0.95).beyondMargin())
                .isTrue();
        assertThat(new PairedBinary(2, 1, 0, 7).nonInferiority(0.1, 0.95).beyondMargin())
                .isFalse();
    }

    @Test
    void isDefinedAtTheEnds() {
        Interval allWorse = new PairedBinary(0, 5, 0, 0).tango(0.95);
        Interval allBetter = new PairedBinary(0, 0, 5, 0).tango(0.95);
        Interval one = new PairedBinary(1, 0, 0, 0).tango(0.95);

        assertThat(allWorse.lower()).isEqualTo(-1);
        assertThat(allWorse.upper()).isBetween(-1.0, 0.0);
        assertThat(allBetter.upper()).isEqualTo(1);
        assertThat(allBetter.lower()).isCloseTo(-allWorse.upper(), within(1e-9));
        assertThat(one.lower()).isCloseTo(-2.7055434541 / 3.7055434541, within(1e-9));
        assertThat(new PairedBinary(0, 5, 0, 0).newcombe(0.95).lower()).isCloseTo(-1, within(1e-9));
    }

    /** Newcombe 1998, table II, method 10: 36, 12, 2, 0 gives 0.0569 to 0.3404 for the 95 % interval. */
    @Test
    void agreesWithNewcombe() {
        Interval bounds = new PairedBinary(36, 2, 12, 0).newcombe(0.975);

        assertThat(bounds.estimate()).isCloseTo(0.2, within(1e-12));
        assertThat(bounds.lower()).isCloseTo(0.0569, within(5e-5));
        assertThat(bounds.upper()).isCloseTo(0.3404, within(5e-5));
    }

    @Test
    void refusesWhatIsNoComparison() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairedBinary(0, 0, 0, 0))
                .withMessage("a comparison needs at least one case");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairedBinary(1, -1, 0, 0))
                .withMessage("counts are at least 0, unlike 1, -1, 0, 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedBinary.of(new boolean[1], new boolean[2]))
                .withMessage("each case needs a baseline and a current outcome, unlike 1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairedBinary(1, 0, 0, 0).nonInferiority(-0.1, 0.95))
                .withMessage("an allowed drop lies from 0 to 1, unlike -0.1");
    }
}
