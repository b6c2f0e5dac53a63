package dev.junitllm.stats;

import static dev.junitllm.stats.BinomialInterval.CLOPPER_PEARSON;
import static dev.junitllm.stats.BinomialInterval.WILSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BinomialIntervalTest {

    /** Newcombe, Statistics in Medicine 17 (1998), table I, methods 3 and 5. */
    @ParameterizedTest
    @CsvSource({
        "WILSON, 81, 263, 0.2553, 0.3662",
        "WILSON, 15, 148, 0.0624, 0.1605",
        "WILSON, 0, 20, 0.0000, 0.1611",
        "WILSON, 1, 29, 0.0061, 0.1718",
        "CLOPPER_PEARSON, 81, 263, 0.2527, 0.3676",
        "CLOPPER_PEARSON, 15, 148, 0.0578, 0.1617",
        "CLOPPER_PEARSON, 0, 20, 0.0000, 0.1684",
        "CLOPPER_PEARSON, 1, 29, 0.0009, 0.1776"
    })
    void agreesWithPublishedIntervals(BinomialInterval method, int successes, int trials, double lower, double upper) {
        Interval interval = method.twoSided(successes, trials, 0.95);

        assertThat(interval.lower()).isCloseTo(lower, within(5e-5));
        assertThat(interval.upper()).isCloseTo(upper, within(5e-5));
    }

    @Test
    void carriesItsMethodAndInputs() {
        assertThat(CLOPPER_PEARSON.oneSided(1, 2, 0.9))
                .extracting(
                        Interval::method, Interval::estimate, Interval::size, Interval::confidence, Interval::twoSided)
                .containsExactly("Clopper–Pearson", 0.5, 2.0, 0.9, false);
        assertThat(WILSON.twoSided(1, 2, 0.9))
                .extracting(Interval::method, Interval::twoSided)
                .containsExactly("Wilson", true);
    }

    @ParameterizedTest
    @EnumSource
    void touchesTheEndsWhereAllOrNoneSucceeded(BinomialInterval method) {
        assertThat(method.oneSided(0, 10, 0.95).lower()).isZero();
        assertThat(method.oneSided(0, 10, 0.95).upper()).isBetween(0.2, 0.3);
        assertThat(method.oneSided(10, 10, 0.95).upper()).isEqualTo(1);
        assertThat(method.oneSided(10, 10, 0.95).lower()).isBetween(0.7, 0.8);
        assertThat(method.twoSided(1, 1, 0.95).estimate()).isEqualTo(1);
    }

    @Test
    void isTheRootOfAlphaWhereAllSucceeded() {
        assertThat(CLOPPER_PEARSON.oneSided(59, 59, 0.95).lower()).isCloseTo(Math.pow(0.05, 1 / 59.0), within(1e-9));
        assertThat(CLOPPER_PEARSON.oneSided(58, 58, 0.95).lower()).isLessThan(0.95);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsNoRate(BinomialInterval method) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.oneSided(0, 0, 0.95))
                .withMessage("a rate needs at least one trial, unlike 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.twoSided(3, 2, 0.95))
                .withMessage("successes lie from 0 to the 2 trials, unlike 3");
        assertThatIllegalArgumentException().isThrownBy(() -> method.twoSided(-1, 2, 0.95));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.twoSided(1, 2, 1))
                .withMessage("a confidence lies between 0 and 1, unlike 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> method.twoSided(1, 2, Double.NaN));
    }
}
