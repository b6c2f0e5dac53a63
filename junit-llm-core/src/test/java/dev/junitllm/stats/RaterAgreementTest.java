package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.junitllm.stats.RaterAgreement.Weights;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RaterAgreementTest {

    /** Fleiss, Levin and Paik: 20, 5, 10, 15 of 50 grant proposals, agreement 0.7, chance 0.5. */
    @Test
    void isOneLessDisagreementOverChance() {
        RaterAgreement raters = ofConfusion(new int[][] {{20, 5}, {10, 15}});

        assertThat(raters.agreement()).isCloseTo(0.7, within(1e-12));
        assertThat(raters.kappa(Weights.PLAIN)).hasValueCloseTo(0.4, within(1e-12));
        assertThat(raters.kappa(Weights.LINEAR)).hasValueCloseTo(0.4, within(1e-12));
    }

    @Test
    void countsFarDisagreementsMoreWhereWeighted() {
        RaterAgreement near = ofConfusion(new int[][] {{5, 1, 0}, {0, 5, 0}, {0, 0, 5}});
        RaterAgreement far = ofConfusion(new int[][] {{5, 0, 1}, {0, 5, 0}, {0, 0, 5}});

        assertThat(near.kappa(Weights.QUADRATIC).orElseThrow())
                .isGreaterThan(far.kappa(Weights.QUADRATIC).orElseThrow());
        assertThat(near.agreement()).isEqualTo(far.agreement());
    }

    /** 90 of 100 both pass, 9 only one, 1 both fail: they agree on 91, and κ says next to nothing. */
    @Test
    void isSmallWhereNearlyAllIsOfOneKindUnlikeGwets() {
        RaterAgreement raters = ofConfusion(new int[][] {{90, 5}, {4, 1}});

        assertThat(raters.agreement()).isCloseTo(0.91, within(1e-12));
        assertThat(raters.kappa(Weights.PLAIN).orElseThrow()).isBetween(0.1, 0.2);
        assertThat(raters.gwetAc1()).isBetween(0.88, 0.91);
    }

    @Test
    void isUndefinedWhereNothingCouldDiffer() {
        RaterAgreement constant = RaterAgreement.of(2, new int[] {1, 1, 1}, new int[] {1, 1, 1});
        RaterAgreement half = RaterAgreement.of(2, new int[] {1, 1, 0}, new int[] {1, 1, 1});

        assertThat(constant.kappa(Weights.PLAIN)).isEmpty();
        assertThat(constant.gwetAc1()).isEqualTo(1);
        assertThat(half.kappa(Weights.PLAIN)).hasValueCloseTo(0.0, within(1e-12));
    }

    @Test
    void hasAnIntervalOverItems() {
        RaterAgreement raters = ofConfusion(new int[][] {{45, 5}, {10, 40}});
        Interval interval = raters.bootstrap(r -> r.kappa(Weights.PLAIN), 2_000, 1)
                .orElseThrow()
                .twoSided(0.9);

        // κ = 0.7 with a standard error of 0.071 (Fleiss, Cohen and Everitt 1969)
        assertThat(interval.estimate()).isCloseTo(0.7, within(1e-12));
        assertThat(interval.lower()).isCloseTo(0.7 - 1.645 * 0.071, within(0.02));
        assertThat(interval.upper()).isCloseTo(0.7 + 1.645 * 0.071, within(0.02));
        assertThat(raters.bootstrap(r -> OptionalDouble.of(r.gwetAc1()), 100, 1))
                .isPresent();
        assertThat(RaterAgreement.of(2, new int[] {1}, new int[] {1}).bootstrap(r -> r.kappa(Weights.PLAIN), 100, 1))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoRating() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RaterAgreement.of(2, new int[] {2}, new int[] {0}))
                .withMessage("categories are 0 to 1, unlike 2");
        assertThatIllegalArgumentException().isThrownBy(() -> RaterAgreement.of(1, new int[] {0}, new int[] {0}));
        assertThatIllegalArgumentException().isThrownBy(() -> RaterAgreement.of(2, new int[0], new int[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> RaterAgreement.of(2, new int[1], new int[2]));
    }

    static RaterAgreement ofConfusion(int[][] confusion) {
        int[] rows = IntStream.range(0, confusion.length)
                .flatMap(i -> IntStream.of(confusion[i])
                        .flatMap(n -> IntStream.range(0, n).map(same -> i)))
                .toArray();
        int[] columns = IntStream.range(0, confusion.length)
                .flatMap(i -> IntStream.range(0, confusion.length)
                        .flatMap(j -> IntStream.range(0, confusion[i][j]).map(same -> j)))
                .toArray();
        return RaterAgreement.of(confusion.length, rows, columns);
    }
}
