package dev.junitllm.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BetaBinomialSequenceTest {

    @Test
    void solvesOnePassByHand() {
        // B(3/2, 1/2)/B(1/2, 1/2) = 1/2, and 1/(2m) < 20 for m > 1/40
        Interval interval = BetaBinomialSequence.after(1, 0, 0.95);

        assertThat(interval.lower()).isCloseTo(0.025, within(1e-12));
        assertThat(interval.upper()).isEqualTo(1);
        assertThat(interval.estimate()).isEqualTo(1);
        assertThat(interval.twoSided()).isTrue();
    }

    @Test
    void isSymmetric() {
        Interval passes = BetaBinomialSequence.after(17, 3, 0.9);
        Interval failures = BetaBinomialSequence.after(3, 17, 0.9);

        assertThat(passes.lower()).isCloseTo(1 - failures.upper(), within(1e-12));
        assertThat(passes.upper()).isCloseTo(1 - failures.lower(), within(1e-12));
    }

    @Test
    void isWiderThanAnIntervalForAFixedNumber() {
        Interval sequence = BetaBinomialSequence.after(95, 5, 0.95);
        Interval fixed = BinomialInterval.CLOPPER_PEARSON.twoSided(95, 100, 0.95);

        assertThat(sequence.lower()).isLessThan(fixed.lower());
        assertThat(sequence.upper()).isGreaterThan(fixed.upper());
    }

    @Test
    void holdsForManySamples() {
        Interval interval = BetaBinomialSequence.after(900_000, 100_000, 0.95);

        assertThat(interval.lower()).isBetween(0.898, 0.9);
        assertThat(interval.upper()).isBetween(0.9, 0.902);
    }

    @Test
    void refusesNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> BetaBinomialSequence.after(0, 0, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> BetaBinomialSequence.after(-1, 5, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> BetaBinomialSequence.after(1, 5, 0));
    }
}
