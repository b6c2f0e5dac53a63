package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.junitllm.stats.PValue.Alternative;
import dev.junitllm.stats.SignedRanks.Zeros;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignedRanksTest {

    /** R's example of depression scores (Hollander and Wolfe 1973): V = 40, p-value = 0.01953 for greater. */
    @Test
    void agreesWithHollanderAndWolfe() {
        double[] before = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
        double[] after = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
        double[] differences =
                IntStream.range(0, 9).mapToDouble(i -> before[i] - after[i]).toArray();
        SignedRanks ranks = SignedRanks.of(differences, Zeros.DROPPED);

        assertThat(ranks.plus()).isEqualTo(40);
        assertThat(ranks.minus()).isEqualTo(5);
        assertThat(ranks.test(Alternative.GREATER).value()).isCloseTo(0.01953125, within(1e-12));
    }

    @Test
    void isExactWithTies() {
        // ranks 1½, 1½, 3: sums of signs 0, 1½, 1½, 3, 3, 4½, 4½, 6; of 4½ or more are 3 of 8
        SignedRanks ranks = SignedRanks.of(new double[] {1, -1, 2}, Zeros.DROPPED);

        assertThat(ranks.plus()).isEqualTo(4.5);
        assertThat(ranks.test(Alternative.GREATER).value()).isEqualTo(3 / 8.0);
        assertThat(ranks.test(Alternative.LESS).value()).isEqualTo(7 / 8.0);
        assertThat(ranks.test(Alternative.DIFFERENT).value()).isEqualTo(6 / 8.0);
        assertThat(ranks.test(Alternative.LESS).method()).isEqualTo("exact signed ranks");
    }

    @Test
    void ranksZerosOnlyWhereAsked() {
        double[] differences = {0, 0, 0.5, -1};

        assertThat(SignedRanks.of(differences, Zeros.DROPPED).plus()).isEqualTo(1);
        assertThat(SignedRanks.of(differences, Zeros.RANKED).plus()).isEqualTo(3);
        assertThat(SignedRanks.of(differences, Zeros.RANKED).size()).isEqualTo(2);
    }

    @Test
    void findsNothingWhereNothingChanged() {
        SignedRanks none = SignedRanks.of(new double[] {0, 0, 0}, Zeros.DROPPED);

        assertThat(none.test(Alternative.LESS).value()).isEqualTo(1);
        assertThat(none.approximate(Alternative.DIFFERENT, true).value()).isEqualTo(1);
        assertThat(SignedRanks.of(new double[0], Zeros.RANKED).size()).isZero();
    }

    @Test
    void approximatesManyDifferences() {
        double[] many =
                IntStream.range(1, 302).mapToDouble(i -> i % 9 < 4 ? -i : i).toArray();
        double[] most = java.util.Arrays.copyOf(many, 300);
        SignedRanks exact = SignedRanks.of(most, Zeros.DROPPED);

        assertThat(SignedRanks.of(many, Zeros.DROPPED).test(Alternative.LESS).method())
                .isEqualTo("signed ranks, normal approximation");
        assertThat(exact.test(Alternative.GREATER).value())
                .isCloseTo(exact.approximate(Alternative.GREATER, false).value(), within(1e-3));
    }

    @Test
    void refusesWhatIsNoDifference() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignedRanks.of(new double[] {1, Double.NaN}, Zeros.DROPPED))
                .withMessage("differences are finite numbers");
    }
}
