package dev.junitllm.score.answer;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.score.Measure;
import dev.junitllm.score.NoScope;
import dev.junitllm.score.ScoringException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityAnswerTest {

    private final QuantityAnswer exact = new QuantityAnswer();

    @NumericScore(tolerance = 0.5, units = true)
    static class Annotated {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "5000 m | 5 km",
                "It is 5 kilometres away. | 5 km",
                "5 Kilometers | 5km",
                "5 KM | 5 km",
                "a 5-km walk | 5 km",
                "**5** km | 5 km",
                "**5 km** | 5 km",
                "$5$ km | 5 km",
                "$5\\,\\text{km}$ | 5 km",
                "\\boxed{5 \\text{ km}} | 5 km",
                "about $33.5\\%$ | 33.5%",
                "1 mile | 1.609344 km",
                "12 in | 1 ft",
                "12 inches in total | 1 foot",
                "36 km/h | 10 m/s",
                "36 kilometres per hour | 10 metres per second",
                "60 mph | 60 miles per hour",
                "25 m2 | 25 m²",
                "25 m^2 of wall | 25 square metres",
                "1 ha | 10,000 sq m",
                "1 litre | 1000 cm³",
                "2 lbs | 907.18474 g",
                "5 pounds | £5",
                "5 pounds | 5 lb",
                "100 °C | 212 °F",
                "-40 degrees Celsius | -40°F",
                "0 K | -273.15 ℃",
                "90 minutes | 1.5 hours",
                "1 h 30 min | 1.5 h",
                "1 hour and 30 minutes | 90 min",
                "5 ft. 11 in. | 71 inches",
                "2 years | 24 months",
                "50% | 0.5",
                "0.5 | 50 per cent",
                "5 ‰ | 0.5 percent",
                "$5 | 5 USD",
                "-$5 | USD -5",
                "US$ 5 | 5 dollars",
                "5 US dollars | $5",
                "C$5 | 5 Canadian dollars",
                "$5 for all | $5.00",
                "5 dollars and 30 cents | $5.30",
                "50 cents | €0.50",
                "EUR 5 | €5",
                "5 € | 5 euros",
                "$15/hour | 15 dollars per hour",
                "3 million dollars | $3,000,000",
                "2.5 kWh | 9 MJ",
                "1 MiB | 1048576 bytes",
                "16 GB | 16000 MB",
                "8 Mbps | 1 MB/s",
                "5 µm | 0.005 mm",
                "3 Ω | 3 ohms",
                "42 | 42.0",
                "42 apples | 42",
                "He has 42 left | 42",
                "the 5th | 5",
                "first 3 km, then 5 km | 5 km",
                "#### 5 km, as 2 + 3 is | 5 km",
                "2 km + 3 m = 2003 m | 2003 m"
            })
    void takesEqualQuantitiesForEqual(String output, String expected) throws Exception {
        assertThat(score(exact, output, expected).value())
                .as(score(exact, output, expected).reason())
                .hasValue(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "5 km | 5 m | 5 km, the last number, is 5000 m, instead of 5 m",
                "4 km | 5 km | 4 km, the last number, instead of 5 km",
                "5 kg | 5 km | 5 kg, the last number, measures something else than 5 km",
                "#### 5 | 5 km | 5 after #### has no unit, unlike 5 km",
                "5 parsecs | 5 km | 5 parsecs, the last number, has no unit that is known, unlike 5 km",
                "5 km per trip | 5 km | 5 km, the last number, has no unit that is known, unlike 5 km",
                "5 m/s² | 5 m | 5 m/s², the last number, has no unit that is known, unlike 5 m",
                "5 km/s2 | 5 | 5 km/s2, the last number, has no unit that is known, unlike 5",
                "5k | 5 | 5 k, the last number, has no unit that is known, unlike 5",
                "$5m | $5 | 5 m, the last number, has no unit that is known, unlike 5 $",
                "5 EUR | $5 | 5 EUR, the last number, measures something else than 5 $",
                "5 mW | 5 MW | 5 mW, the last number, is 0.000000005 MW, instead of 5 MW",
                "50 | 50% | 50, the last number, is 5000 %, instead of 50 %",
                "5 km | 5 | 5 km, the last number, measures something else than 5",
                "12 months | 365 days | 12 months, the last number, measures something else than 365 days",
                "20 degrees | 20 °C | 20 degrees, the last number, measures something else than 20 °C"
            })
    void takesOthersForAMiss(String output, String expected, String reason) throws Exception {
        assertThat(score(exact, output, expected)).hasToString("0.0: " + reason);
    }

    @Test
    void looksForTheUnitOnTheLineOfTheNumber() throws Exception {
        assertThat(value(exact, "The answer is 5\nA good one", "5")).isEqualTo(1);
    }

    @Test
    void takesAnOutputWithoutANumberForUnreadable() throws Exception {
        assertThat(score(exact, "some km", "5 km")).hasToString("0.0: there is no number in the output");
        assertThat(score(exact, "some km", "5 km").negated().value()).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 parsecs", "5 is the answer", "5k", "5 km/s/Mpc", "5 m4"})
    void refusesAnAnswerOfAnUnknownUnit(String expected) throws Exception {
        assertThatThrownBy(() -> score(exact, "5 km", expected))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("UNKNOWN_UNIT"))
                .hasMessageStartingWith("case 'case-1' (golden/a.jsonl:3): behind 5 ")
                .hasMessageEndingWith(
                        " in its 'expected' or 'references' stands no unit that is known; write one of them,"
                                + " or nothing for a plain number");
        assertThat(value(exact, "5 km", expected, "5000 m")).isEqualTo(1);
    }

    @Test
    void refusesAnAnswerWithoutANumber() {
        assertThatThrownBy(() -> score(exact, "5 km", "five km"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("NO_NUMBER"));
    }

    @ParameterizedTest
    @CsvSource({
        "4.9 km, 5 km, 0.1, 0, 1",
        "4900 m, 5 km, 0.1, 0, 1",
        "4899 m, 5 km, 0.1, 0, 0",
        "4950 m, 5 km, 0, 0.01, 1",
        "3.1 mi, 5 km, 0.02, 0, 1",
        "77.5 °F, 25 °C, 0.3, 0, 1",
        "77.6 °F, 25 °C, 0.3, 0, 0"
    })
    void toleratesInTheUnitOfTheAnswer(String output, String expected, double absolute, double relative, double score)
            throws Exception {
        assertThat(value(QuantityAnswer.within(absolute, relative), output, expected))
                .isEqualTo(score);
    }

    @Test
    void isMadeByTheAnnotationOfNumbers() {
        Measure measure =
                new NumericScoreFactory().create(Annotated.class.getAnnotation(NumericScore.class), new NoScope());

        assertThat(measure.name()).isEqualTo("quantity-answer");
        assertThat(measure.scorer()).isInstanceOf(QuantityAnswer.class);
        assertThat(measure.scorer().describe().parameters()).containsEntry("tolerance", "0.5");
    }
}
