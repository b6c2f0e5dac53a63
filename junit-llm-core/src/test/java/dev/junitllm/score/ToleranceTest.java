package dev.junitllm.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToleranceTest {

    @ParameterizedTest
    @CsvSource({
        "0.3, 0.1, true",
        "0.3000001, 0.1, false",
        "-0.1, 0.1, true",
        "1e999999999, 1e999999999, true",
        "1e999999999, 1, false",
        "1, 1e999999999, false",
        "1e-999999999, 1, false",
        "10e999999998, 1e999999999, true",
        "1e5000, 1e5000, true"
    })
    void coversExactlyAndInNoTime(BigDecimal number, BigDecimal answer, boolean covered) {
        assertThat(Tolerance.of(0.2, 0.1).covers(number, answer)).isEqualTo(covered);
    }

    @Test
    void isNeverNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tolerance(BigDecimal.ONE.negate(), BigDecimal.ZERO))
                .withMessage("a tolerance is a number from 0 on");
    }
}
