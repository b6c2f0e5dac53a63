package dev.junitllm.score.text;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenF1Test {

    private final TokenF1 f1 = new TokenF1();

    /** Counted by hand: twice the shared words over all words. */
    @ParameterizedTest
    @CsvSource({
        "the cat sat on the mat, a cat sat on a mat, 1",
        "dog dog dog, dog, 0.5",
        "dog dog cat, dog dog bird bird bird, 0.5",
        "Normandy, France, 0",
        "in France, France, 0.6666666666666666",
        "The answer is 3.14., 3.14, 0.5",
        "'', '', 1",
        "the, 'a', 1",
        "'', dog, 0",
        "dog, the, 0"
    })
    void countsSharedWordsAsOftenAsBothHaveThem(String output, String expected, double wanted) throws Exception {
        assertThat(value(f1, output, expected)).isCloseTo(wanted, within(1e-12));
    }

    @Test
    void takesTheBestAnswerAndSaysWhichAndWhy() throws Exception {
        assertThat(score(f1, "New York City", "NYC", "New York", "the city of New York")
                        .toString())
                .isEqualTo("0.8571428571428571: precision 1.00 (3 of 3 words), recall 0.75 (3 of 4 words) against"
                        + " reference 2");
        assertThat(score(f1, "the", "a")).hasToString("1.0: no words in the output, none in the expected answer");
        assertThat(score(f1, "the", "cat")).hasToString("0.0: no words in the output");
        assertThat(score(f1, "cat", "the")).hasToString("0.0: no words in the expected answer");
        assertThat(f1.describe().name()).isEqualTo("token-f1");
    }

    @ParameterizedTest
    @CsvSource({
        "'Größe: XL', 'größe xl', 1, 1",
        "the cat, a cat, 0.5, 0.5",
        "U.S.A., usa, 1, 1",
        "'5 €', 5, 1, 1",
        "東京は首都, 東京が首都, 0, 0.8",
        "'東京, Japan', 東京 Japan, 1, 1",
        "Java言語, 言語 Java, 0, 1",
        "カタカナー, カタカナ, 0, 0.888888888888889",
        "ไม่, ไม, 0, 0.5",
        "❤\ufe0f a, a, 1, 1",
        "می\u200cخواهم, میخواهم, 1, 1",
        "'!?', '', 1, 1"
    })
    void readsOtherLanguagesWhereAsked(String output, String expected, double unicode, double cjk) throws Exception {
        assertThat(value(new TokenF1.Unicode(), output, expected)).isCloseTo(unicode, within(1e-12));
        assertThat(value(new TokenF1.Cjk(), output, expected)).isCloseTo(cjk, within(1e-12));
    }

    @Test
    void keepsPrecisionAndRecall() throws Exception {
        assertThat(score(f1, "dog dog dog", "dog").details())
                .containsExactly(entry("precision", 1.0 / 3), entry("recall", 1.0), entry("f1", 0.5));
        assertThat(new TokenF1.Unicode().describe().name()).isEqualTo("token-f1-unicode");
        assertThat(new TokenF1.Cjk().describe().name()).isEqualTo("token-f1-cjk");
    }
}
