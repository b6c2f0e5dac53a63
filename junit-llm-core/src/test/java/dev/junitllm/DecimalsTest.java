package dev.junitllm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0.3333333, 0.333",
        "1, 1",
        "0, 0",
        "-0.0, 0",
        "0.5, 0.5",
        "0.99996, 0.99996",
        "0.00001, 0.00001",
        "1234.5, 1234.5"
    })
    void showsThreeDecimalsUnlessThoseWouldShowAnEndThatIsNone(double value, String shown) {
        assertThat(Decimals.show(value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0.49996, 0.5, 0.49996",
        "0.4999999999, 0.5, 0.4999999999",
        "0.50001, 0.5, 0.50001",
        "0.5, 0.5, 0.5",
        "0.6666666, 0.5, 0.667",
        "0.8999, 0.9, 0.8999"
    })
    void showsOnWhichSideOfAnotherNumberOneLies(double value, double other, String shown) {
        assertThat(Decimals.show(value, other)).isEqualTo(shown);
    }

    @Test
    void showsTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Decimals.show(0.25)).isEqualTo("0.25");
        } finally {
            Locale.setDefault(before);
        }
    }
}
