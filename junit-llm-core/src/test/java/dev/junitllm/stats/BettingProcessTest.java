package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BettingProcessTest {

    @Test
    void growsAsItsStakesDo() {
        // mean of 1 + d/21 · (1/0.5 − 1) for d = 1 … 20 is 1 + 210/420
        assertThat(BettingProcess.above(0.5).add(1).logWealth()).isCloseTo(Math.log(1.5), within(1e-12));
        // and of 1 − d/21
        assertThat(BettingProcess.above(0.5).add(0).logWealth()).isCloseTo(Math.log(0.5), within(1e-12));
        assertThat(BettingProcess.above(0.5).add(0.5).logWealth()).isCloseTo(0, within(1e-12));
    }

    @Test
    void betsOnTheMirrorImageForSmallerMeans() {
        assertThat(after(BettingProcess.below(0.75), 0.5, 0, 1).logWealth())
                .isCloseTo(after(BettingProcess.above(0.25), 0.5, 1, 0).logWealth(), within(1e-12));
    }

    @Test
    void takesValuesInAnyOrder() {
        double[] scores = {0.9, 0.1, 1, 0.75, 0.3, 0, 1, 0.8};
        double forwards = after(BettingProcess.above(0.4), scores).logWealth();
        double sorted = after(
                        BettingProcess.above(0.4),
                        Arrays.stream(scores).sorted().toArray())
                .logWealth();

        assertThat(forwards).isCloseTo(sorted, within(1e-12));
    }

    @Test
    void remembersItsPeak() {
        BettingProcess process = after(BettingProcess.above(0.5), 1, 1, 0, 0);

        assertThat(process.logWealth()).isLessThan(process.peak());
        assertThat(process.peak())
                .isEqualTo(after(BettingProcess.above(0.5), 1, 1).logWealth());
        assertThat(process.anytimeP()).isCloseTo(Math.exp(-process.peak()), within(1e-15));
        assertThat(BettingProcess.above(0.5).anytimeP()).isEqualTo(1);
    }

    @Test
    void isCertainOnlyOfWhatNoMeanOfZeroGives() {
        assertThat(after(BettingProcess.above(0), 0, 0).logWealth()).isZero();
        assertThat(after(BettingProcess.above(0), 0, 0.5, 0).logWealth()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(after(BettingProcess.above(1), 1, 1, 1).logWealth()).isZero();
        assertThat(after(BettingProcess.below(1), 1, 0.9).anytimeP()).isZero();
    }

    @Test
    void isCertainOnceTheRestOfASuiteCantMakeUpForIt() {
        BettingProcess suite = BettingProcess.above(0.5).withoutReplacement(4);

        // two of four come to a mean of a half at least, three to more
        assertThat(after(suite, 1, 1).logWealth()).isFinite();
        assertThat(after(suite, 1, 1, 0, 0).logWealth()).isFinite();
        assertThat(after(suite, 1, 1, 1).logWealth()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(after(suite, 0, 1, 1, 1).logWealth()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(after(suite, 0, 0, 1, 1).isComplete()).isTrue();
    }

    @Test
    void isNeverCertainThroughRounding() {
        for (int size : new int[] {3, 7, 30, 1_000}) {
            BettingProcess suite = BettingProcess.above(0.1).withoutReplacement(size);
            double[] scores = new double[size];
            Arrays.fill(scores, 0.1);

            assertThat(after(suite, scores).logWealth()).isLessThan(1e-6);
        }
    }

    @Test
    void betsOnTheMeanOfTheRest() {
        // after a 1, three are left of a suite with mean 0.5: (4 · 0.5 − 1)/3
        double first = BettingProcess.above(0.5).withoutReplacement(4).add(1).logWealth();
        double both =
                after(BettingProcess.above(0.5).withoutReplacement(4), 1, 1).logWealth();
        double sum = 0;
        for (int d = 1; d <= 20; d++) {
            sum += (1 + d / 21.0) * (1 + d / 21.0 * (1 / (1 / 3.0) - 1));
        }

        assertThat(first).isCloseTo(Math.log(1.5), within(1e-12));
        assertThat(both).isCloseTo(Math.log(sum / 20), within(1e-12));
    }

    @Test
    void refusesWhatIsNoScoreAndMoreThanASuiteHolds() {
        assertThatIllegalArgumentException().isThrownBy(() -> BettingProcess.above(1.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BettingProcess.above(0.5).add(Double.NaN))
                .withMessage("a value lies from 0 to 1, unlike NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BettingProcess.above(0.5).withoutReplacement(0));
        assertThatIllegalStateException()
                .isThrownBy(() -> BettingProcess.above(0.5).add(1).withoutReplacement(5));
        assertThatIllegalStateException()
                .isThrownBy(() -> after(BettingProcess.above(0.5).withoutReplacement(1), 1, 1));
    }

    private static BettingProcess after(BettingProcess process, double... values) {
        BettingProcess last = process;
        for (double value : values) {
            last = last.add(value);
        }
        return last;
    }
}
