package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BettingBoundsTest {

    private static final double[] SCORES = {0.8, 0.9, 0.7, 0.95, 0.85, 0.6, 0.9, 0.75, 1, 0.88};

    @Test
    void areTheMeansThatBettingRefutes() {
        Interval bounds = BettingBounds.of(SCORES).oneSided(0.95);

        assertThat(refuted(BettingProcess.above(bounds.lower()))).isTrue();
        assertThat(refuted(BettingProcess.above(bounds.lower() + 1e-4))).isFalse();
        assertThat(refuted(BettingProcess.below(bounds.upper()))).isTrue();
        assertThat(refuted(BettingProcess.below(bounds.upper() - 1e-4))).isFalse();
        assertThat(bounds.estimate()).isBetween(bounds.lower(), bounds.upper());
        assertThat(bounds.method()).isEqualTo("betting on 20 stakes");
    }

    @Test
    void areNarrowerThanHoeffdingsForScoresThatDifferLittle() {
        double[] scores = new double[20];
        Arrays.setAll(scores, i -> 0.9 + i % 2 / 20.0);

        assertThat(BoundedMean.betting().oneSided(scores, 0.95).lower())
                .isGreaterThan(BoundedMean.hoeffding().oneSided(scores, 0.95).lower())
                .isEqualTo(BettingBounds.of(scores).oneSided(0.95).lower());
    }

    @Test
    void areWiderWhereTheyHoldTogether() {
        Interval one = BettingBounds.of(SCORES).oneSided(0.95);
        Interval two = BettingBounds.of(SCORES).twoSided(0.95);

        assertThat(two.lower()).isLessThan(one.lower());
        assertThat(two.upper()).isGreaterThan(one.upper());
    }

    @Test
    void knowLittleOfOneScore() {
        // the mean of 1 + d/21 · (1/m − 1) reaches 20 at m = 1/39
        Interval bounds = BettingBounds.of(1).oneSided(0.95);

        assertThat(bounds.lower()).isEqualTo(0.0256);
        assertThat(bounds.upper()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void lieAroundScoresThatAreAllEqual(double score) {
        double[] scores = new double[30];
        Arrays.fill(scores, score);
        Interval bounds = BettingBounds.of(scores).oneSided(0.95);

        assertThat(score).isBetween(bounds.lower(), bounds.upper());
        assertThat(bounds.upper() - bounds.lower()).isBetween(0.05, 0.5);
    }

    @Test
    void refuseWhatAreNoScores() {
        assertThatIllegalArgumentException().isThrownBy(() -> BettingBounds.of());
        assertThatIllegalArgumentException().isThrownBy(() -> BettingBounds.of(0.5, 1.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BettingBounds.of(0.5).oneSided(1));
    }

    private static boolean refuted(BettingProcess process) {
        BettingProcess last = process;
        for (double score : SCORES) {
            last = last.add(score);
        }
        return last.logWealth() >= Math.log(20);
    }
}
