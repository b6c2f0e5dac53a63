package dev.junitllm.score.text;

import static dev.junitllm.score.TestCases.accepting;
import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.junitllm.Actual;
import dev.junitllm.score.Measure;
import dev.junitllm.score.NoScope;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.text.RougeScore.Figure;
import dev.junitllm.score.text.RougeScore.Variant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RougeTest {

    @RougeScore(Variant.L)
    @RougeScore(value = Variant.ONE, figure = Figure.RECALL, unicode = true)
    @RougeScore(value = Variant.TWO, figure = Figure.PRECISION)
    @RougeScore(value = Variant.LSUM, name = "summary", atLeast = 0.5)
    static class Good {}

    /** Counted by hand: twice what is shared over what both have. */
    @ParameterizedTest
    @CsvSource({
        "the cat sat, the cat sat, 1, 1, 1",
        "'The CAT, sat!', the cat sat, 1, 1, 1",
        "police kill the gunman, police killed the gunman, 0.75, 0.333333333333, 0.75",
        "the gunman kill police, police killed the gunman, 0.75, 0.333333333333, 0.5",
        "a a a b, a b, 0.666666666667, 0.5, 0.666666666667",
        "one, one two, 0.666666666667, 0, 0.666666666667",
        "x, one two, 0, 0, 0",
        "'', one two, 0, 0, 0",
        "3.14, 3 14, 1, 1, 1",
        "café noir, caf noir, 1, 1, 1"
    })
    void isTheHarmonicMeanOfPrecisionAndRecall(String output, String answer, double one, double two, double l)
            throws Exception {
        assertThat(value(new Rouge.One(), output, answer)).isCloseTo(one, within(1e-11));
        assertThat(value(new Rouge.Two(), output, answer)).isCloseTo(two, within(1e-11));
        assertThat(value(new Rouge.L(), output, answer)).isCloseTo(l, within(1e-11));
        assertThat(value(new Rouge.Lsum(), output, answer)).isCloseTo(l, within(1e-11));
    }

    /** The example of section 3.2 of the paper: the union has four of five words. */
    @Test
    void lsumJoinsWhatTheSentencesShare() throws Exception {
        Score score = score(new Rouge.Lsum(), "w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5", "w1 w2 w3 w4 w5");

        assertThat(score.details()).isEqualTo(Map.of("precision", 0.4, "recall", 0.8, "f1", 8.0 / 15));
        assertThat(value(new Rouge.Lsum(), "b\na", "a\nb")).isEqualTo(1);
        assertThat(value(new Rouge.L(), "b\na", "a\nb")).isEqualTo(0.5);
        assertThat(value(new Rouge.Lsum(), "a\na", "a")).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void takesTheAnswerOfTheBestF1AndSaysWhichAndWhy() throws Exception {
        assertThat(score(new Rouge.Two(), "the cat sat", "a dog", "the cat sat down"))
                .hasToString("0.8: precision 1.00 (2 of 2 pairs of words), recall 0.67 (2 of 3 pairs of words) against"
                        + " reference 1");
        // the second answer has the better recall, the first the better F1
        Scorer recall = Rouge.of(Variant.ONE, Figure.RECALL);
        assertThat(value(recall, "a b c d e f", "a b c d e f g h", "a")).isEqualTo(0.75);
    }

    @Test
    void readsAnyScriptWhereAsked() throws Exception {
        assertThat(value(Rouge.unicode(Variant.ONE, Figure.F1), "東京は首都", "東京が首都"))
                .isEqualTo(0.8);
        assertThat(value(Rouge.unicode(Variant.ONE, Figure.F1), "❤\ufe0f a", "a"))
                .isEqualTo(1);
        assertThat(value(Rouge.unicode(Variant.TWO, Figure.F1), "Größe: ＸＬ", "größe xl"))
                .isEqualTo(1);
    }

    @Test
    void refusesAnAnswerItCannotReadRatherThanScore0() {
        assertThatThrownBy(() -> score(new Rouge.L(), "東京", "東京", "!"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("EMPTY_REFERENCE"))
                .hasMessage(
                        "case 'case-1' (golden/a.jsonl:3): no acceptable answer holds a word made of a to z and 0 to 9,"
                                + " which are all that ROUGE reads unless @RougeScore(unicode = true)");
        assertThatThrownBy(() -> score(Rouge.unicode(Variant.TWO, Figure.F1), "a b", "Paris"))
                .hasMessage("case 'case-1' (golden/a.jsonl:3): no acceptable answer holds two words");
    }

    @Test
    void refusesTextsWhoseSentencesTakeTooLong() {
        assertThatThrownBy(() -> score(new Rouge.Lsum(), "a ".repeat(10_001), "b ".repeat(10_000)))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("TOO_LARGE"));
    }

    @Test
    void scoresByItsAnnotation() {
        Measure l = measure(0);
        assertThat(l.name()).isEqualTo("rouge-l");
        assertThat(l.scorer().describe()).isEqualTo(new Rouge.L().describe());
        Measure recall = measure(1);
        assertThat(recall.name()).isEqualTo("rouge-1-recall");
        assertThat(recall.take(accepting("é b"), Actual.of("É")).value()).isEqualTo(0.5);
        assertThat(measure(2).take(accepting("a b"), Actual.of("a b c")).value())
                .isEqualTo(0.5);
        assertThat(measure(3).name()).isEqualTo("summary");
        assertThat(recall.scorer().describe().parameters())
                .isEqualTo(Map.of("figure", "RECALL", "words", "unicode", "stemmer", "none"));
    }

    private static Measure measure(int index) {
        return new RougeScoreFactory().create(Good.class.getAnnotationsByType(RougeScore.class)[index], new NoScope());
    }
}
