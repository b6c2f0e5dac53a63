package dev.junitllm.score.text;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.junitllm.score.ScoringException;
import java.util.Map;
import java.util.Random;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    private final Levenshtein levenshtein = new Levenshtein();

    /** Counted by hand. */
    @ParameterizedTest
    @CsvSource({
        "kitten, sitting, 0.571428571428571",
        "'', abc, 0",
        "abc, '', 0",
        "'', '', 1",
        "abc, abc, 1",
        "ab, ba, 0",
        "😀a, 😀b, 0.5",
        "😀, 😃, 0",
        "e\u0301, é, 0",
        "Abc, abc, 0.666666666666667"
    })
    void isOneLessTheShareOfEdits(String output, String expected, double wanted) throws Exception {
        assertThat(value(levenshtein, output, expected)).isCloseTo(wanted, within(1e-12));
    }

    @Test
    void saysHowManyEditsAndTakesTheNearestAnswer() throws Exception {
        assertThat(score(levenshtein, "kitten", "dog", "sitting"))
                .hasToString("0.5714285714285714: 3 edits away from reference 1, of 7 characters")
                .satisfies(score -> assertThat(score.details()).isEqualTo(Map.of("distance", 3)));
        assertThat(score(levenshtein, "cat", "cats"))
                .hasToString("0.75: 1 edit away from the expected answer, of 4 characters");
        assertThat(value(new Levenshtein.Folded(), "ＣＡＴ ", "cat")).isEqualTo(1);
        assertThat(levenshtein.describe().name()).isEqualTo("levenshtein");
    }

    @Test
    void isWhatTheTextbookSays() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            int letters = 1 + random.nextInt(6);
            String one = text(random, letters);
            String other = text(random, letters);
            assertThat(EditDistance.between(
                            one.codePoints().toArray(), other.codePoints().toArray()))
                    .as("%s and %s of seed 1", one, other)
                    .isEqualTo(LevenshteinDistance.getDefaultInstance().apply(one, other));
        }
    }

    @Test
    void takesLongTextsAndRefusesLongerOnes() throws Exception {
        String nines = "9".repeat(50_000);
        assertThat(value(levenshtein, nines, "7" + nines.substring(2) + "7"))
                .isCloseTo(1 - 2 / 50_000.0, within(1e-12));
        String long1 = "a".repeat(1_000_000);
        assertThat(value(levenshtein, long1 + "x" + long1, long1 + "y" + long1)).isGreaterThan(0.99999);
        assertThatThrownBy(() -> value(levenshtein, long1, "b".repeat(10_001)))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("TOO_LARGE"))
                .hasMessage(
                        "case 'case-1' (golden/a.jsonl:3): the output and the expected answer are too long to compare:"
                                + " 1000000 by 10001 characters, and the product may be 10000000000");
    }

    private static String text(Random random, int letters) {
        return random.ints(random.nextInt(200), 'a', 'a' + letters)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
