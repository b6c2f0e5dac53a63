package dev.junitllm.score.text;

import static dev.junitllm.score.TestCases.accepting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.junitllm.Actual;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Measure;
import dev.junitllm.score.NoScope;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordLimitTest {

    @WordLimit(max = 2)
    @WordLimit(min = 2)
    @WordLimit(min = 1, max = 2, name = "short")
    static class Good {}

    @WordLimit(min = 3, max = 2)
    static class Reversed {}

    @WordLimit
    static class Unlimited {}

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "' \n', 0",
        "one, 1",
        "'one  two\nthree', 3",
        "well-known don't 3.14, 3",
        "a — b - c …, 3",
        "'(one, two.)', 2",
        "我用Java写, 4",
        "東京へ行く。, 5",
        "서울은 수도, 2",
        "สวัสดี, 4",
        "naïve cafe\u0301, 2",
        "👍 👍🏽 ❤\ufe0f \u0301, 0",
        "\ud800 a, 1"
    })
    void countsWordsAsReadersDo(String text, int words) {
        assertThat(WordRule.count(text)).isEqualTo(words);
    }

    @Test
    void keepsBothLimitsAndSaysWhichWordsItCounted() {
        assertThat(take(0, "a b").value()).isEqualTo(1);
        assertThat(take(0, "").value()).isEqualTo(1);
        assertThat(take(1, "a b").value()).isEqualTo(1);
        assertThat(take(2, "a").value()).isEqualTo(1);
        assertThat(take(0, "a b c"))
                .extracting(CaseScore::value, CaseScore::reason, CaseScore::details)
                .containsExactly(0.0, "3 words, at most 2 are asked for", Map.of("words", 3));
        assertThat(take(1, "a").reason()).isEqualTo("1 word, at least 2 are asked for");
        assertThat(take(2, "").reason()).isEqualTo("0 words, 1 to 2 are asked for");
        assertThat(measure(0).name()).isEqualTo("word-limit");
        assertThat(measure(0).scorer().needs()).isEmpty();
        assertThat(measure(2).scorer().describe().parameters()).isEqualTo(Map.of("min", "1", "max", "2"));
    }

    @Test
    void isThereForPlainTestsToo() {
        assertThat(WordCount.atMost(2).describe()).isEqualTo(measure(0).scorer().describe());
        assertThat(WordCount.atLeast(2).describe())
                .isEqualTo(measure(1).scorer().describe());
        assertThat(WordCount.between(1, 2).describe())
                .isEqualTo(measure(2).scorer().describe());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WordCount.atMost(-1))
                .withMessage("min = 0, max = -1: no text has so many words");
    }

    @Test
    void refusesLimitsThatDecideNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(Reversed.class))
                .withMessage("min = 3, max = 2: no text has so many words");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(Unlimited.class))
                .withMessage("neither min nor max is set, and every output keeps that");
    }

    private static Measure measure(int index) {
        return new WordLimitFactory().create(Good.class.getAnnotationsByType(WordLimit.class)[index], new NoScope());
    }

    private static CaseScore take(int index, String output) {
        return measure(index).take(accepting("unused"), Actual.of(output));
    }

    private static Measure create(Class<?> type) {
        return new WordLimitFactory().create(type.getAnnotation(WordLimit.class), new NoScope());
    }
}
