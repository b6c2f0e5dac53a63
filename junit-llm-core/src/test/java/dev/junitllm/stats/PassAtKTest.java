package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassAtKTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0, 1, 0",
        "1, 1, 1, 1",
        "10, 3, 1, 0.3",
        "5, 2, 2, 0.7", // 1 - 3/10
        "4, 1, 2, 0.5", // 1 - 3/6
        "4, 1, 3, 0.75", // 1 - 1/4
        "4, 1, 4, 1",
        "6, 2, 3, 0.8", // 1 - 4/20
        "10, 8, 3, 1", // no three fail
        "5, 0, 3, 0"
    })
    void isTheShareOfDrawsThatHoldAPass(int samples, int passed, int k, double expected) {
        assertThat(PassAtK.estimate(samples, passed, k)).hasValueCloseTo(expected, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1",
        "4, 2, 2, 0.16666666666666666",
        "5, 3, 2, 0.3",
        "10, 8, 3, 0.4666666666666667",
        "5, 2, 3, 0"
    })
    void allIsTheShareOfDrawsThatHoldNothingElse(int samples, int passed, int k, double expected) {
        assertThat(PassAtK.all(samples, passed, k)).hasValueCloseTo(expected, within(1e-15));
    }

    @Test
    void equalsTheBinomialCoefficientsForEverySmallNumber() {
        for (int n = 1; n <= 30; n++) {
            for (int c = 0; c <= n; c++) {
                for (int k = 1; k <= n; k++) {
                    assertThat(PassAtK.estimate(n, c, k).orElseThrow())
                            .as("pass@%s of %s in %s", k, c, n)
                            .isCloseTo(1 - ratio(n - c, n, k), within(1e-14));
                    assertThat(PassAtK.all(n, c, k).orElseThrow())
                            .as("pass^%s of %s in %s", k, c, n)
                            .isCloseTo(ratio(c, n, k), within(1e-14));
                }
            }
        }
    }

    @Test
    void isExactAtItsEnds() {
        for (int n = 1; n <= 200; n++) {
            for (int k = 1; k <= n; k++) {
                assertThat(PassAtK.estimate(n, n, k)).hasValue(1.0);
                assertThat(PassAtK.estimate(n, 0, k)).hasValue(0.0);
                assertThat(PassAtK.all(n, n, k)).hasValue(1.0);
                assertThat(PassAtK.all(n, 0, k)).hasValue(0.0);
            }
        }
    }

    @Test
    void staysFiniteWhereFactorialsDoNot() {
        assertThat(PassAtK.estimate(1_000_000, 1, 500_000)).hasValueCloseTo(0.5, within(1e-9));
        assertThat(PassAtK.estimate(Integer.MAX_VALUE, 1, 1).orElseThrow()).isPositive();
    }

    @Test
    void countsSetsOfWhichAtLeastSomePass() {
        // of C(5, 3) = 10 sets of three, with 2 of 5 passed: one of the 3 others with both, 3; 6 with one; 1 with none
        assertThat(PassAtK.atLeast(5, 2, 2, 3)).hasValueCloseTo(0.3, within(1e-12));
        assertThat(PassAtK.atLeast(5, 2, 1, 3)).hasValueCloseTo(0.9, within(1e-12));
        assertThat(PassAtK.atLeast(5, 2, 0, 3)).hasValue(1);
        assertThat(PassAtK.atLeast(5, 2, 3, 3)).hasValueCloseTo(0.0, within(1e-12));
        assertThat(PassAtK.atLeast(2, 2, 1, 3)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PassAtK.atLeast(5, 2, 4, 3))
                .withMessage("of k = 3 from 0 to all must pass, unlike 4");
    }

    @Test
    void liesBetweenPassAtKAndAllOfK() {
        for (int c = 0; c <= 12; c++) {
            for (int k = 1; k <= 12; k++) {
                assertThat(PassAtK.atLeast(12, c, 1, k))
                        .hasValueCloseTo(PassAtK.estimate(12, c, k).orElseThrow(), within(1e-12));
                assertThat(PassAtK.atLeast(12, c, k, k))
                        .hasValueCloseTo(PassAtK.all(12, c, k).orElseThrow(), within(1e-12));
            }
        }
    }

    @Test
    void isUndefinedWithFewerSamplesThanK() {
        assertThat(PassAtK.estimate(2, 2, 3)).isEmpty();
        assertThat(PassAtK.estimate(0, 0, 1)).isEmpty();
        assertThat(PassAtK.all(2, 2, 3)).isEmpty();
    }

    @Test
    void refusesNumbersThatMeanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PassAtK.estimate(3, 1, 0))
                .withMessage("k is at least 1, unlike 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PassAtK.estimate(3, 4, 1))
                .withMessage("of at least 0 samples from 0 to all pass, unlike 4 of 3");
        assertThatIllegalArgumentException().isThrownBy(() -> PassAtK.all(3, -1, 1));
    }

    private static double ratio(int some, int all, int k) {
        return new BigDecimal(choose(some, k))
                .divide(new BigDecimal(choose(all, k)), MathContext.DECIMAL128)
                .doubleValue();
    }

    private static BigInteger choose(int n, int k) {
        BigInteger product = BigInteger.ONE;
        for (int i = 0; i < k; i++) {
            product = product.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
        }
        return product.max(BigInteger.ZERO);
    }
}
