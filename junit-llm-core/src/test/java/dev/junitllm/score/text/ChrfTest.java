package dev.junitllm.score.text;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.SetAggregation.Taken;
import dev.junitllm.score.SetFigures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChrfTest {

    private final Chrf chrf = new Chrf();

    /** By hand: {@code abd} shares 2 of 3 characters and 1 of 2 pairs with {@code abc}, and no triple. */
    @Test
    void isAnFScoreOfTheMeansOverTheOrdersBothAreLongEnoughFor() throws Exception {
        double mean = (2 / 3.0 + 1 / 2.0 + 0) / 3;
        assertThat(value(chrf, "abd", "abc")).isCloseTo(mean, within(1e-12));

        // 1 of 2 and 0 of 1 against 1 of 1; recall is 1, and the answer has no pairs
        assertThat(value(chrf, "ab", "a")).isCloseTo(5 * 0.5 / (4 * 0.5 + 1), within(1e-12));
        assertThat(value(chrf, "a b\nc", "abc")).isEqualTo(1);
        assertThat(value(chrf, "ABC", "abc")).isZero();
        assertThat(value(chrf, "", "abc")).isZero();
        assertThat(value(chrf, "😀b", "😀c")).isCloseTo(0.25, within(1e-12));
    }

    /** Besides, one of two words and no pair of words. */
    @Test
    void plusPlusCountsWordsToo() throws Exception {
        double characters = 2 / 4.0 + 1 / 3.0 + 0 + 0;
        assertThat(value(new Chrf.PlusPlus(), "ab cd", "ab ef"))
                .isCloseTo((characters + 1 / 2.0 + 0) / 6, within(1e-12));
        assertThat(score(chrf, "abd", "abc").details())
                .containsOnlyKeys("outputNGrams", "answerNGrams", "sharedNGrams");
        assertThat(score(new Chrf.PlusPlus(), "(hi) \"x a.", "hi").details().get("outputNGrams"))
                .as("the words (hi and ) and \" and x and a and .")
                .isEqualTo(List.of(8L, 7L, 0L, 0L, 0L, 0L, 6L, 0L));
    }

    @Test
    void takesTheBestAnswerAndSaysWhichAndWhy() throws Exception {
        assertThat(score(chrf, "abd", "xyz", "abc").reason())
                .isEqualTo("precision 0.39, recall 0.39 of n-grams against reference 1");
        assertThat(chrf.describe().name()).isEqualTo("chrf");
        assertThat(chrf.describe().parameters())
                .isEqualTo(Map.of("signature", "case:mixed|eff:yes|nc:6|nw:0|space:no"));
        assertThat(new Chrf.PlusPlus().describe().name()).isEqualTo("chrf-plus-plus");
    }

    @Test
    void addsUpTheCountsOfACorpus() throws Exception {
        Score first = score(chrf, "ab", "ab");
        Score second = score(chrf, "abd", "abc");
        SetFigures figures = chrf.aggregation().orElseThrow().over(List.of(taken(first), taken(second)));

        // 4 of 5 characters, 2 of 3 pairs, 0 of 1 triples
        assertThat(figures.main()).isEqualTo("corpus chrF");
        assertThat(figures.value()).isCloseTo((4 / 5.0 + 2 / 3.0 + 0) / 3, within(1e-12));
        assertThat(figures.figures()).containsOnlyKeys("corpus chrF", "precision", "recall");
    }

    @Test
    void refusesAnswersWithoutACharacter() {
        assertThatThrownBy(() -> score(chrf, "a", " \n"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("EMPTY_REFERENCE"))
                .hasMessage(
                        "case 'case-1' (golden/a.jsonl:3): no acceptable answer holds a character besides white space");
    }

    private static Taken taken(Score score) {
        return new Taken("case", 1, score.value().orElseThrow(), score.details());
    }
}
