package dev.junitllm.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    @Test
    void givesUpAGoodPairForABetterWhole() {
        // greedy takes 0.9 and is left with 0: the best is 0.8 + 0.7
        double[][] gain = {{0.9, 0.8}, {0.7, 0.0}};

        assertThat(Assignment.best(gain)).containsExactly(1, 0);
        assertThat(Assignment.total(gain, Assignment.best(gain))).isEqualTo(1.5);
    }

    @Test
    void saysWhenItWouldTakeTooLong() {
        assertThat(Assignment.isTooLarge(500, 500)).isFalse();
        assertThat(Assignment.isTooLarge(501, 501)).isTrue();
        assertThat(Assignment.isTooLarge(5, 1_000_000)).isFalse();
        assertThat(Assignment.isTooLarge(1_000_001, 5)).isTrue();
        assertThat(Assignment.isTooLarge(Integer.MAX_VALUE, Integer.MAX_VALUE)).isTrue();
        assertThat(Assignment.isTooLarge(0, Integer.MAX_VALUE)).isFalse();
    }

    @Test
    void leavesRowsOverWhereColumnsAreFewer() {
        assertThat(Assignment.best(new double[][] {{0.2}, {0.9}, {0.3}}))
                .containsExactly(Assignment.NONE, 0, Assignment.NONE);
    }

    @Test
    void leavesColumnsOverWhereRowsAreFewer() {
        assertThat(Assignment.best(new double[][] {{0.2, 0.9, 0.3}})).containsExactly(1);
    }

    @Test
    void pairsNothingWithNothing() {
        assertThat(Assignment.best(new double[0][])).isEmpty();
        assertThat(Assignment.best(new double[2][0])).containsExactly(Assignment.NONE, Assignment.NONE);
    }

    @Test
    void refusesWhatCantBeAdded() {
        assertThatIllegalArgumentException().isThrownBy(() -> Assignment.best(new double[][] {{-1}}));
        assertThatIllegalArgumentException().isThrownBy(() -> Assignment.best(new double[][] {{Double.NaN}}));
        assertThatIllegalArgumentException().isThrownBy(() -> Assignment.best(new double[][] {{1}, {1, 2}}));
    }

    @RepeatedTest(200)
    void gainsAsMuchAsTheBestOfAllPairings(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double[][] gain = new double[1 + random.nextInt(6)][1 + random.nextInt(6)];
        for (double[] row : gain) {
            Arrays.setAll(row, column -> random.nextInt(4) / 3.0);
        }

        int[] pairs = Assignment.best(gain);

        assertThat(Arrays.stream(pairs).filter(column -> column != Assignment.NONE))
                .doesNotHaveDuplicates()
                .hasSize(Math.min(gain.length, gain[0].length));
        assertThat(Assignment.total(gain, pairs)).isCloseTo(bestOfAll(gain, 0, 0), within(1e-9));
    }

    private static double bestOfAll(double[][] gain, int row, int usedColumns) {
        if (row == gain.length) {
            return 0;
        }
        double best = bestOfAll(gain, row + 1, usedColumns);
        for (int column = 0; column < gain[row].length; column++) {
            if ((usedColumns & 1 << column) == 0) {
                best = Math.max(best, gain[row][column] + bestOfAll(gain, row + 1, usedColumns | 1 << column));
            }
        }
        return best;
    }
}
