package dev.junitllm.score.text;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import dev.junitllm.score.Measure;
import dev.junitllm.score.NoScope;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.SetAggregation.Taken;
import dev.junitllm.score.SetFigures;
import dev.junitllm.score.text.BleuScore.Smoothing;
import dev.junitllm.score.text.BleuScore.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BleuTest {

    @BleuScore
    @BleuScore(smoothing = Smoothing.ADD_K, smoothingValue = 0.5, maxOrder = 2, lowercase = true, name = "lower")
    @BleuScore(tokenizer = Tokenizer.CHAR, smoothing = Smoothing.FLOOR, effectiveOrder = false, name = "char")
    static class Good {}

    @BleuScore(maxOrder = 0)
    static class NoOrder {}

    @BleuScore(smoothingValue = 0.5)
    static class NoMethodOfAValue {}

    @BleuScore(smoothing = Smoothing.FLOOR, smoothingValue = 0)
    static class NoValue {}

    private final Bleu bleu = new Bleu();

    /** By hand: 5/6, 3/5, 1/4 and a half of 1/3; then a penalty of e to the 1 − 6/2 for two words against six. */
    @Test
    void isTheMeanOfSharesTimesThePenaltyForBrevity() throws Exception {
        assertThat(score(bleu, "the cat is on the mat", "the cat sat on the mat"))
                .satisfies(score -> assertThat(score.value().orElseThrow())
                        .isCloseTo(Math.pow(5 / 6.0 * 3 / 5 * 1 / 4 * 1 / 6, 0.25), within(1e-12)))
                .satisfies(score -> assertThat(score.reason())
                        .isEqualTo("shared n-grams 5/6, 3/5, 1/4, 0/3; brevity penalty 1.00 (6 words against 6)"));
        assertThat(value(bleu, "the cat", "the cat sat on the mat")).isCloseTo(Math.exp(-2), within(1e-12));
        assertThat(value(bleu, "the cat", "the cat")).isEqualTo(1);
        assertThat(value(bleu, "The cat", "the dog")).isZero();
        assertThat(value(bleu, "", "the cat")).isZero();
    }

    @Test
    void countsAnNGramAsOftenAsTheAnswerThatHasItMost() throws Exception {
        Score score = score(bleu, "the the the cat", "the cat", "the the dog", "a a a a a a");

        assertThat(score.details())
                .containsExactly(
                        entry("sharedNGrams", List.of(3L, 2L, 0L, 0L)),
                        entry("outputNGrams", List.of(4L, 3L, 2L, 1L)),
                        entry("outputWords", 4L),
                        entry("answerWords", 3L)); // of 2, 3 and 6
        assertThat(score(bleu, "a b c d", "a b", "a b c d e f").details()).containsEntry("answerWords", 2L);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 0",
        "FLOOR, 0.1",
        "ADD_K, 1",
        "EXP, 0",
    })
    void smoothsAsItsMethodSays(Smoothing smoothing, double usual) throws Exception {
        // one word and one pair of four are shared
        BleuSettings settings =
                new BleuSettings(Tokenizer.V13A, smoothing, BleuSettings.usualValue(smoothing), 4, false, true);
        double expected = switch (smoothing) {
            case NONE -> 0;
            case FLOOR -> Math.pow(2 / 4.0 * 1 / 3 * 0.1 / 2 * 0.1 / 1, 0.25);
            case ADD_K -> Math.pow(2 / 4.0 * 2 / 4 * 1 / 3 * 1 / 2, 0.25);
            case EXP -> Math.pow(2 / 4.0 * 1 / 3 * 0.5 / 2 * 0.25 / 1, 0.25);
        };

        assertThat(BleuSettings.usualValue(smoothing)).isEqualTo(usual);
        assertThat(value(new Bleu(settings), "a b x y", "a b c d")).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "V13A|Hello, world! It's 3.5% (ok).|Hello , world ! It's 3.5 % ( ok ) .",
                "V13A|1,000 a,b 7. x-y 1990-91 $5|1,000 a , b 7 . x-y 1990 - 91 $ 5",
                "V13A|&quot;R&amp;D&quot; a<skipped>b|\" R & D \" ab",
                "INTL|“q” 3.5 a-b €5|“ q ” 3.5 a - b € 5",
                "CHAR|東京 a|東 京 a",
                "NONE|Hello, world!|Hello, world!"
            })
    void takesTextsApartAsSacreBleuDoes(Tokenizer tokenizer, String text, String words) {
        BleuSettings settings = new BleuSettings(tokenizer, Smoothing.EXP, 0, 4, false, true);

        assertThat(BleuWords.of(text, settings)).isEqualTo(List.of(words.split(" ")));
    }

    @Test
    void joinsHyphenatedLines() {
        assertThat(BleuWords.of("hyphen-\nated\nword-\n", BleuSettings.USUAL)).containsExactly("hyphenated", "word-");
    }

    /** The sums are 9/10, 4/8, 1/6 and a half of 1/4. The sentences' mean would be another figure. */
    @Test
    void addsUpTheCountsOfACorpus() throws Exception {
        SetFigures figures = corpus(
                bleu,
                score(bleu, "the cat is on the mat", "the cat sat on the mat"),
                score(bleu, "he went home quickly", "he went quickly home"));

        assertThat(figures.main()).isEqualTo("corpus BLEU");
        assertThat(figures.value()).isCloseTo(Math.pow(9 / 10.0 * 4 / 8 * 1 / 6 * 1 / 8, 0.25), within(1e-12));
        assertThat(figures.figures())
                .containsEntry("brevity penalty", 1.0)
                .containsEntry("1-gram precision", 0.9)
                .containsEntry("4-gram precision", 0.125);
        assertThat(figures.tables().get(0).rows())
                .containsExactly(List.of("case:mixed|eff:no|tok:13a|smooth:exp", "10", "10"));
    }

    @Test
    void leavesNoOrderOutOfACorpus() throws Exception {
        Score two = score(bleu, "the cat", "the cat");

        assertThat(two.value()).hasValue(1);
        assertThat(corpus(bleu, two, two).value()).isZero();
        assertThat(corpus(bleu, two, two).figures())
                .containsOnlyKeys("corpus BLEU", "brevity penalty", "1-gram precision", "2-gram precision");
    }

    @Test
    void refusesAnswersWithoutAWord() {
        assertThatThrownBy(() -> score(bleu, "a", " ", ""))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("EMPTY_REFERENCE"))
                .hasMessage("case 'case-1' (golden/a.jsonl:3): no acceptable answer holds a word");
    }

    @Test
    void isDescribedByItsSignature() {
        assertThat(bleu.describe().parameters())
                .isEqualTo(Map.of("signature", "case:mixed|eff:yes|tok:13a|smooth:exp", "smoothingValue", "0.0"));
        assertThat(measure(0).scorer().describe()).isEqualTo(bleu.describe());
        assertThat(measure(1).scorer().describe().parameters())
                .containsEntry("signature", "case:lc|eff:yes|tok:13a|smooth:add-k[0.50]|order:2");
        assertThat(measure(2).scorer().describe().parameters())
                .containsEntry("signature", "case:mixed|eff:no|tok:char|smooth:floor[0.10]");
    }

    @Test
    void namesTheAttributeThatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(NoOrder.class))
                .withMessage("maxOrder = 0: n-grams are 1 to 9 words long");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(NoMethodOfAValue.class))
                .withMessage("smoothingValue = 0.5: smoothing by EXP has none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(NoValue.class))
                .withMessage("smoothingValue = 0.0: it is a number above 0");
    }

    private static SetFigures corpus(Bleu bleu, Score... scores) {
        List<Taken> taken = new ArrayList<>();
        for (Score score : scores) {
            taken.add(new Taken("case", 1, score.value().orElseThrow(), score.details()));
        }
        return bleu.aggregation().orElseThrow().over(taken);
    }

    private static Measure measure(int index) {
        return new BleuScoreFactory().create(Good.class.getAnnotationsByType(BleuScore.class)[index], new NoScope());
    }

    private static Measure create(Class<?> type) {
        return new BleuScoreFactory().create(type.getAnnotation(BleuScore.class), new NoScope());
    }
}
