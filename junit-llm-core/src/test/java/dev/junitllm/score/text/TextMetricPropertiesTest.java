package dev.junitllm.score.text;

import static dev.junitllm.score.TestCases.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScoringException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every text metric, whatever the text: random ones, from a fixed seed, and hostile ones. */
class TextMetricPropertiesTest {

    private static final int MEGABYTE = 1 << 20;
    private static final int LONG = MEGABYTE / 16;

    static Stream<Scorer> symmetric() {
        return Stream.of(
                new ExactMatch(),
                new ExactMatch.Folded(),
                new ExactMatch.Normalized(),
                new ExactMatch.Unaccented(),
                new ExactMatch.Squad(),
                new Levenshtein(),
                new Levenshtein.Folded(),
                new JaroWinkler(),
                new JaroWinkler.Folded(),
                new TokenF1(),
                new TokenF1.Unicode(),
                new TokenF1.Cjk());
    }

    static Stream<Scorer> all() {
        return Stream.concat(
                symmetric(),
                Stream.of(
                        new Contains(),
                        new Contains.Folded(),
                        new ContainsAll(),
                        new ContainsAll.Folded(),
                        new StartsWith(),
                        new StartsWith.Folded(),
                        new EndsWith(),
                        new EndsWith.Folded(),
                        search(TextForm.NORMALIZED),
                        search(TextForm.UNACCENTED),
                        search(TextForm.SQUAD),
                        new Rouge.One(),
                        new Rouge.Two(),
                        new Rouge.L(),
                        new Rouge.Lsum(),
                        unicode(RougeScore.Variant.ONE),
                        unicode(RougeScore.Variant.TWO),
                        unicode(RougeScore.Variant.L),
                        unicode(RougeScore.Variant.LSUM),
                        new Bleu(),
                        bleu(BleuScore.Tokenizer.INTL, BleuScore.Smoothing.FLOOR),
                        bleu(BleuScore.Tokenizer.CHAR, BleuScore.Smoothing.ADD_K),
                        bleu(BleuScore.Tokenizer.NONE, BleuScore.Smoothing.NONE),
                        new Chrf(),
                        new Chrf.PlusPlus()));
    }

    /** Those with options; the others read their megabyte with the metrics of all packages. */
    static Stream<Scorer> withOptions() {
        return Stream.of(
                search(TextForm.NORMALIZED),
                unicode(RougeScore.Variant.TWO),
                unicode(RougeScore.Variant.L),
                bleu(BleuScore.Tokenizer.INTL, BleuScore.Smoothing.FLOOR),
                bleu(BleuScore.Tokenizer.CHAR, BleuScore.Smoothing.ADD_K));
    }

    @ParameterizedTest
    @MethodSource("all")
    void score1ForTheAnswerItself(Scorer metric) {
        Random random = new Random(43);
        int scored = 0;
        for (int i = 0; i < 400; i++) {
            String text = TextSamples.any(random);
            OptionalDouble score = scoreOf(metric, text, text);
            if (score.isPresent()) {
                assertThat(score.getAsDouble()).as("'%s' of seed 43", text).isEqualTo(1, within(1e-12));
                scored++;
            }
        }
        assertThat(scored).isGreaterThan(160);
    }

    @ParameterizedTest
    @MethodSource("all")
    void scoreFrom0To1OrSayWhyNot(Scorer metric) {
        Random random = new Random(42);
        for (int i = 0; i < 400; i++) {
            String output = TextSamples.any(random);
            String expected = TextSamples.any(random);
            assertThat(scoreOf(metric, output, expected, TextSamples.any(random))
                            .orElse(0))
                    .as("'%s' against '%s' of seed 42", output, expected)
                    .isBetween(0.0, 1.0);
        }
    }

    @ParameterizedTest
    @MethodSource("symmetric")
    void areTheSameTheOtherWayRound(Scorer metric) {
        Random random = new Random(44);
        for (int i = 0; i < 400; i++) {
            String one = TextSamples.any(random);
            String other = TextSamples.any(random);
            assertThat(scoreOf(metric, one, other).orElseThrow())
                    .as("'%s' against '%s' of seed 44", one, other)
                    .isEqualTo(scoreOf(metric, other, one).orElseThrow(), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void takeSeveralAnswersInAnyOrder(Scorer metric) {
        Random random = new Random(45);
        for (int i = 0; i < 200; i++) {
            String output = TextSamples.wordy(random);
            String one = TextSamples.wordy(random);
            String other = TextSamples.wordy(random);
            assertThat(scoreOf(metric, output, one, other))
                    .as("'%s' against '%s' and '%s' of seed 45", output, one, other)
                    .isEqualTo(scoreOf(metric, output, other, one));
        }
    }

    static Stream<Scorer> ofDifferentWork() {
        return Stream.concat(
                withOptions(),
                Stream.of(
                        new Levenshtein(),
                        new JaroWinkler.Folded(),
                        new TokenF1.Cjk(),
                        new Rouge.Lsum(),
                        new Bleu(),
                        new Chrf.PlusPlus()));
    }

    @ParameterizedTest
    @MethodSource("ofDifferentWork")
    @Tag("slow")
    void readLongTextsThatDifferLittle(Scorer metric) {
        for (String unit : List.of("a\n", "\u6771\u0323", ".-'&<")) {
            readWithin(Duration.ofSeconds(10), metric, unit.repeat(LONG / unit.length()));
        }
    }

    @ParameterizedTest
    @MethodSource("withOptions")
    @Tag("slow")
    void readAMegabyteInBoundedTime(Scorer metric) {
        Random random = new Random(46);
        StringBuilder words = new StringBuilder();
        while (words.length() < MEGABYTE) {
            words.append(TextSamples.wordy(random))
                    .append(random.nextInt(1_000))
                    .append(' ');
        }
        readWithin(Duration.ofSeconds(30), metric, words.toString());
    }

    private static void readWithin(Duration limit, Scorer metric, String text) {
        int quarter = text.length() / 4;
        String answer = text.substring(0, quarter) + " b " + text.substring(quarter);
        assertTimeoutPreemptively(limit, () -> scoreOf(metric, "b" + text.substring(quarter) + "x", answer));
    }

    /** The score; that there is none is only right for what can't be compared. */
    private static OptionalDouble scoreOf(Scorer metric, String output, String expected, String... references) {
        try {
            return score(metric, output, expected, references).value();
        } catch (ScoringException e) {
            assertThat(e.kind()).isIn(Set.of("EMPTY_REFERENCE", "TOO_LARGE"));
            assertThat(e).hasMessageStartingWith("case 'case-1' (golden/a.jsonl:3): ");
            return OptionalDouble.empty();
        }
    }

    private static Scorer search(TextForm form) {
        return Contains.wholeWords(form);
    }

    private static Scorer unicode(RougeScore.Variant variant) {
        return Rouge.unicode(variant, RougeScore.Figure.F1);
    }

    private static Scorer bleu(BleuScore.Tokenizer tokenizer, BleuScore.Smoothing smoothing) {
        return new Bleu(new BleuSettings(tokenizer, smoothing, BleuSettings.usualValue(smoothing), 4, true, true));
    }
}
