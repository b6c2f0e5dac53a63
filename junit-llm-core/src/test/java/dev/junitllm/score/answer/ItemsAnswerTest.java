package dev.junitllm.score.answer;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.score.Measure;
import dev.junitllm.score.NoScope;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScoringException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemsAnswerTest {

    private final Scorer set = new SetAnswer();
    private final Scorer list = new ListAnswer();

    @ItemsScore(ordered = true, similarity = 0.8, figure = ItemsFigure.RECALL)
    static class Annotated {}

    @ItemsScore
    static class Plain {}

    @ItemsScore(similarity = 0)
    static class Wrong {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "red, green, blue",
                "Red, green and blue.",
                "red, green, and blue",
                "red; green; blue",
                "The colours are: red, green & blue",
                "- red\n- green\n- blue",
                "Here they are:\n\n* **red**\n* `green`\n* \"blue\"\n\nI hope this helps.",
                "1. Red\n2. Green\n3. Blue",
                "1) red\n2) green\n3) blue",
                "• red\n• green\n• blue",
                "red\ngreen\nblue",
                "Colours:\nred\ngreen\nblue",
                "Colours:\nred, green, blue",
                "[\"red\", \"green\", \"blue\"]",
                "```json\n[\"red\", \"green\", \"blue\"]\n```",
                "The list: [\"red\", \"green\", \"blue\"]",
                "blue, red, green"
            })
    void readsItemsHoweverTheyAreListed(String output) throws Exception {
        assertThat(score(set, output, "red, green, blue").value()).hasValue(1);
    }

    @Test
    void readsAnExpectedJsonArray() throws Exception {
        GoldenCase golden = GoldenCase.builder("a", "q")
                .expected(new ObjectMapper().readTree("[1, 2.5, \"a, b\", {\"c\": null}]"))
                .build();

        assertThat(set.score(golden, Actual.of("[2.5, 1, \"A, B\", {\"c\":null}]"))
                        .value())
                .hasValue(1);
        assertThat(set.score(golden, Actual.of("- 1\n- 2.5\n- a, b\n- x")).value())
                .hasValue(0.75);
    }

    @Test
    void takesAnAndAsItScoresBetter() throws Exception {
        assertThat(value(set, "Serbia, Bosnia and Herzegovina", "[\"Serbia\", \"Bosnia and Herzegovina\"]"))
                .isEqualTo(1);
        assertThat(value(set, "red and blue", "[\"red\", \"blue\"]")).isEqualTo(1);
        assertThat(value(set, "salt and pepper and oil", "[\"salt and pepper\", \"oil\"]"))
                .isEqualTo(1);
    }

    @Test
    void leavesNumbersAndClausesWhole() throws Exception {
        assertThat(value(set, "1,000, 2,500,000 and 3", "[\"1,000\", \"2,500,000\", \"3\"]"))
                .isEqualTo(1);
        assertThat(value(set, "see [1] and [2]", "[\"see [1]\", \"[2]\"]")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // output, expected, precision, recall, f1
                "a, b | a, b, c, d | 1 | 0.5 | 0.6666666666666666",
                "a, b, c, d | a, b | 0.5 | 1 | 0.6666666666666666",
                "a, x | a, b, c | 0.5 | 0.3333333333333333 | 0.4",
                "a, a, a | a | 0.3333333333333333 | 1 | 0.5",
                "a, a | a, a, b | 1 | 0.6666666666666666 | 0.8",
                "x | a | 0 | 0 | 0",
                "[] | [] | 1 | 1 | 1",
                "[] | a | 0 | 0 | 0",
                "a | [] | 0 | 0 | 0"
            })
    void countsSharedItems(String output, String expected, double precision, double recall, double f1)
            throws Exception {
        assertThat(value(figure(ItemsFigure.PRECISION), output, expected)).isCloseTo(precision, within(1e-15));
        assertThat(value(figure(ItemsFigure.RECALL), output, expected)).isCloseTo(recall, within(1e-15));
        assertThat(value(set, output, expected)).isCloseTo(f1, within(1e-15));
        assertThat(score(set, output, expected).details())
                .containsEntry("precision", precision)
                .containsEntry("recall", recall)
                .containsEntry("f1", f1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a, b, c, d | a, b, c, d | 1",
                "b, c, d | a, b, c, d | 0.8571428571428571", // 2 * 3 / 7
                "x, a, b, c, d | a, b, c, d | 0.8888888888888888", // 2 * 4 / 9
                "b, a, c, d | a, b, c, d | 0.75",
                "d, c, b, a | a, b, c, d | 0.25",
                "a, a, b | a, b | 0.8"
            })
    void countsItemsInOrder(String output, String expected, double f1) throws Exception {
        assertThat(value(list, output, expected)).isCloseTo(f1, within(1e-15));
    }

    @Test
    void pairsItemsThatAreAlikeAsWellAsCanBe() throws Exception {
        Scorer alike = new ItemsScorer("alike", false, new BigDecimal("0.8"), ItemsFigure.F1);

        assertThat(value(alike, "Berlin, Pariss", "berlin, paris")).isEqualTo(1);
        assertThat(value(alike, "Berlin, Parisss", "berlin, paris")).isEqualTo(0.5);
        // the first alone could have either partner, the second only the first's
        assertThat(value(alike, "aaaab, aaaac", "aaaac, aaabb")).isEqualTo(1);
        assertThat(value(
                        new ItemsScorer("alike", true, new BigDecimal("0.8"), ItemsFigure.F1),
                        "Pariss, Berln",
                        "Paris, Berlin"))
                .isEqualTo(1);
        assertThat(value(alike, "😀😀😀😀😁", "😀😀😀😀😀")).isEqualTo(1); // one code point of five
    }

    @Test
    void saysWhatIsMissingAndWrong() throws Exception {
        assertThat(score(set, "red, green, yellow, pink, brown, grey", "red, green, blue"))
                .hasToString("0.4444444444444444: 2 of 6 items right, of 3 expected; missing: 'blue'; wrong: 'yellow',"
                        + " 'pink', 'brown' and 1 more");
        assertThat(score(list, "b, a", "a, b"))
                .hasToString("0.5: 1 of 2 items right and in order, of 2 expected; missing: 'b'; wrong: 'b'");
        assertThat(score(set, "", "a, b")).hasToString("0.0: no items in the output, 2 expected; missing: 'a', 'b'");
    }

    @Test
    void takesTheBestAcceptableList() throws Exception {
        assertThat(value(set, "a, b", "c, d", "a, b")).isEqualTo(1);
    }

    @Test
    void refusesWhatTakesTooLong() {
        String many = String.join(";", java.util.Collections.nCopies(3_000, "x"));

        assertThatThrownBy(() -> score(list, many, many))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("TOO_LARGE"))
                .hasMessage("3000 items (3000 characters) are too many to compare with 3000 (3000 characters)");
        assertThatThrownBy(() -> score(figure(ItemsFigure.F1, "0.5"), many, many))
                .isInstanceOf(ScoringException.class);
    }

    @Test
    void isMadeByItsAnnotation() {
        Measure annotated = create(Annotated.class);

        assertThat(annotated.name()).isEqualTo("list-answer");
        assertThat(annotated.scorer().describe().parameters())
                .containsEntry("similarity", "0.8")
                .containsEntry("figure", "RECALL");
        assertThat(create(Plain.class).fingerprint()).isEqualTo(set.describe().fingerprint());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(Wrong.class))
                .withMessage("similarity = 0.0: items are alike from above 0 to 1");
    }

    private static Scorer figure(ItemsFigure figure) {
        return figure(figure, "1");
    }

    private static Scorer figure(ItemsFigure figure, String similarity) {
        return new ItemsScorer("items", false, new BigDecimal(similarity), figure);
    }

    private static Measure create(Class<?> annotated) {
        return new ItemsScoreFactory().create(annotated.getAnnotation(ItemsScore.class), new NoScope());
    }
}
