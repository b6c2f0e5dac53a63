package dev.junitllm.score.answer;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.DoubleNode;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.score.Measure;
import dev.junitllm.score.NoScope;
import dev.junitllm.score.ScoringException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumericAnswerTest {

    private final NumericAnswer exact = new NumericAnswer();

    @NumericScore(tolerance = 0.01, name = "pi")
    @NumericScore(relativeTolerance = 0.01, recordOnly = true)
    static class Good {}

    @NumericScore(tolerance = -1)
    static class Wrong {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5+3=8 #### 8 | 8",
                "#### 1,000 | 1000",
                "#### 5 or #### 6, not 7 | 6",
                "#### none, so 4 | 4",
                "A: 18 | 18",
                "leaving 7. | 7",
                "It is 7.50. | 7.5",
                "$1,234.50 | 1234.5",
                "-$5 | -5",
                "$-5 | -5",
                "−5 | -5",
                "10-7 | 7",
                "(3)-2 | 2",
                "16 - 3 | 3",
                "= -3 | -3",
                "GPT-4 | 4",
                "---9 | 9",
                "50% | 50",
                "costs .5 | 0.5",
                "costs $.50 | 0.5",
                "version 1.2.3 | 3",
                "1,00,000 rupees | 100000",
                "one of 1,2,3 | 3",
                "1,2345 | 2345",
                "1.5e3 | 1500",
                "1.0E10 | 10000000000",
                "2e | 2",
                "5 apples | 5",
                "5e3x | 3"
            })
    void readsTheNumberATextEndsUpWith(String text, BigDecimal number) {
        assertThat(FinalNumber.in(text).orElseThrow().value()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no number", "####", "１２", "-", "1e99999"})
    void readsNoNumberWhereThereIsNone(String text) {
        assertThat(FinalNumber.in(text)).isEmpty();
    }

    @Test
    void comparesAsDecimals() throws Exception {
        assertThat(value(exact, "#### 72.0", "72")).isEqualTo(1);
        assertThat(value(exact, "0.1000000000000000055511151231257827", "0.1")).isZero();
        assertThat(score(exact, "so 5 + 13 = 18.", "… #### 18")).hasToString("1.0: 18, the last number, equals 18");
        assertThat(score(exact, "#### 26", "18", "19")).hasToString("0.0: 26 after #### instead of 18 or 19");
        assertThat(score(exact, "#### 26", "18", "19", "20", "21", "22"))
                .hasToString("0.0: 26 after #### instead of 18 or 19 or 20 or 2 more");
    }

    @Test
    void readsAnExpectedJsonNumber() throws Exception {
        GoldenCase golden =
                GoldenCase.builder("a", "q").expected(DoubleNode.valueOf(1e10)).build();

        assertThat(exact.score(golden, Actual.of("10,000,000,000")).value()).hasValue(1);
    }

    @Test
    void takesAnOutputWithoutANumberForAMiss() throws Exception {
        assertThat(score(exact, "I don't know", "18")).hasToString("0.0: there is no number in the output");
    }

    @Test
    void takesAReferenceWithoutANumberForAnError() throws Exception {
        assertThatThrownBy(() -> score(exact, "18", "eighteen"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("NO_NUMBER"))
                .hasMessage("case 'case-1' (golden/a.jsonl:3): there is no number in its 'expected' or 'references' to"
                        + " compare the output with");
        assertThat(value(exact, "18", "eighteen", "18")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "3.13, 3.14, 0.01, 0, 1",
        "3.1299999, 3.14, 0.01, 0, 0",
        "0.3, 0.1, 0.2, 0, 1",
        "99, 100, 0, 0.01, 1",
        "98.99, 100, 0, 0.01, 0",
        "-99, -100, 0, 0.01, 1",
        "-1, 1, 0, 1, 0",
        "105, 100, 5, 0.01, 1",
        "105, 100, 1, 0.05, 1",
        "0.1, 0, 0, 0.5, 0"
    })
    void allowsTheLargerOfBothTolerances(String output, String expected, double absolute, double relative, double score)
            throws Exception {
        assertThat(value(NumericAnswer.within(absolute, relative), output, expected))
                .isEqualTo(score);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000", "1e-1000"})
    void doesArithmeticWithTheLargestNumbersItReads(String number) throws Exception {
        assertThat(value(NumericAnswer.within(0.01, 0.01), number, number)).isEqualTo(1);
        assertThat(FinalNumber.in("1e1001")).isEmpty();
        assertThat(FinalNumber.in("7 or 1e999999999999"))
                .map(FinalNumber::value)
                .contains(new BigDecimal(7));
        assertThat(FinalNumber.in("7 or " + "9".repeat(1_001)))
                .map(FinalNumber::value)
                .contains(new BigDecimal(7));
    }

    @Test
    void isMadeByItsAnnotation() {
        NumericScore[] scores = Good.class.getAnnotationsByType(NumericScore.class);
        Measure absolute = new NumericScoreFactory().create(scores[0], new NoScope());
        Measure relative = new NumericScoreFactory().create(scores[1], new NoScope());

        assertThat(absolute.name()).isEqualTo("pi");
        assertThat(absolute.scorer().describe().parameters())
                .containsEntry("tolerance", "0.01")
                .containsEntry("relativeTolerance", "0");
        assertThat(relative.name()).isEqualTo("numeric-answer");
        assertThat(relative.bar().recordOnly()).isTrue();
        assertThat(relative.scorer().needs()).containsExactly(GoldenPart.ANSWER);
        assertThat(exact.describe().parameters()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new NumericScoreFactory().create(Wrong.class.getAnnotation(NumericScore.class), new NoScope()))
                .withMessage("tolerance = -1.0: a tolerance is a number from 0 on");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumericAnswer.within(0, Double.NaN))
                .withMessage("relativeTolerance = NaN: a tolerance is a number from 0 on");
    }
}
