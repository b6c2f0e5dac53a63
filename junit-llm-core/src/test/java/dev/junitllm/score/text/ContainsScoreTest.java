package dev.junitllm.score.text;

import static dev.junitllm.score.TestCases.accepting;
import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.Actual;
import dev.junitllm.GoldenPart;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Measure;
import dev.junitllm.score.NoScope;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.text.ContainsScore.Match;
import dev.junitllm.score.text.ContainsScore.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainsScoreTest {

    @ContainsScore({"30 days", "a month"})
    @ContainsScore(
            value = {"days", "refund"},
            match = Match.ALL,
            form = TextForm.FOLDED)
    @ContainsScore(
            value = {"as an AI", "sorry"},
            match = Match.NONE,
            form = TextForm.FOLDED)
    @ContainsScore(value = "Dear", place = Place.START, wholeWords = true)
    @ContainsScore(value = "days.", place = Place.END, negate = true)
    @ContainsScore(wholeWords = true, name = "own-answers")
    static class Good {}

    @ContainsScore({"a", ""})
    static class Empty {}

    @ContainsScore(value = "?!", form = TextForm.NORMALIZED)
    static class EmptyInItsForm {}

    private final ContainsScoreFactory factory = new ContainsScoreFactory();

    @Test
    void looksForFixedTextsAndSaysWhatItFound() {
        assertThat(take(0, "It takes 30 days.")).isEqualTo("1.0: contains '30 days'");
        assertThat(take(0, "no")).isEqualTo("0.0: none of '30 days', 'a month' is in the output");
        assertThat(take(1, "A Refund takes days.")).isEqualTo("1.0: contains all 2 texts");
        assertThat(take(1, "It takes days.")).isEqualTo("0.0: 'refund' is not in the output (1 of 2 are)");
        assertThat(take(1, "no")).isEqualTo("0.0: none of 'days', 'refund' is in the output");
        assertThat(take(2, "It takes days.")).isEqualTo("1.0: none of 'as an AI', 'sorry' is in the output");
        assertThat(take(2, "SORRY")).isEqualTo("0.0: contains 'sorry', and should not");
        assertThat(take(3, "Dear all")).isEqualTo("1.0: begins with 'Dear'");
        assertThat(take(3, "Dearest")).isEqualTo("0.0: 'Dear' is not at the start of the output as whole words");
        assertThat(take(4, "30 days.")).isEqualTo("0.0: negated, was 1: ends with 'days.'");
        assertThat(take(4, "days")).isEqualTo("1.0: negated, was 0: 'days.' is not at the end of the output");
        assertThat(take(5, "13 or 3")).isEqualTo("1.0: contains the expected answer");
        assertThat(take(5, "13")).isEqualTo("0.0: '3' is not in the output as whole words");
    }

    @Test
    void isNamedByWhatItAsksAndNeedsAnswersOnlyWithoutTexts() {
        assertThat(List.of(measure(0), measure(1), measure(2), measure(3), measure(4), measure(5)))
                .extracting(Measure::name)
                .containsExactly(
                        "contains", "contains-all", "contains-none", "starts-with", "not-ends-with", "own-answers");
        assertThat(measure(0).scorer().needs()).isEmpty();
        assertThat(measure(5).scorer().needs()).containsExactly(GoldenPart.ANSWER);
        assertThat(measure(1).scorer().describe().parameters())
                .containsEntry("text1", "days")
                .containsEntry("text2", "refund")
                .containsEntry("form", "FOLDED")
                .containsEntry("wholeWords", "false");
    }

    @Test
    void refusesATextThatEveryOutputContains() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(Empty.class))
                .withMessage("value: '' has nothing to look for, and every output contains that");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(EmptyInItsForm.class))
                .withMessage("value: '?!' has nothing to look for, and every output contains that");
        Scorer normalized = new TextSearch(List.of(), Match.ALL, Place.ANYWHERE, TextForm.NORMALIZED, false);
        assertThatThrownBy(() -> score(normalized, "x", "?")).isInstanceOf(ScoringException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 13, 0",
        "3, 3rd, 0",
        "3, (3), 1",
        "3, '13, 3', 1",
        "cat, concatenate cat, 1",
        "cat, cat\u0301, 0",
        "é, éa é, 1",
        "café, cafés, 0",
        "(a), x(a)y, 1",
        "東京, 東京都, 1",
        "cat, 猫cat猫, 1",
        "ไทย, ภาษาไทยกลาง, 1",
        "\uD83D\uDE00, a\uD83D\uDE00b, 1",
        "3, ❤\ufe0f3, 1",
        "aa, aaa aa, 1",
        "aa, aaaa, 0"
    })
    void wholeWordsEndWhereReadersEndThem(String sought, String output, double wanted) throws Exception {
        assertThat(value(Contains.wholeWords(TextForm.AS_WRITTEN), output, sought))
                .isEqualTo(wanted);
    }

    @Test
    void findsNoHalvesOfCharacters() throws Exception {
        assertThat(value(new Contains(), "a\uD83D\uDE00b", "\uDE00b")).isZero();
        assertThat(value(new StartsWith(), "\uD83D\uDE00b", "\uD83D")).isZero();
        assertThat(value(new EndsWith(), "a\uD83D\uDE00", "\uDE00")).isZero();
        assertThat(value(new Contains(), "a\uDE00b", "\uDE00b")).isEqualTo(1);
    }

    @Test
    void theNamedMetricsLookForTheAnswersOfTheCase() throws Exception {
        assertThat(score(new ContainsAll(), "a b c", "a", "b")).hasToString("1.0: contains all 2 texts");
        assertThat(score(new ContainsAll(), "a", "a")).hasToString("1.0: contains the expected answer");
        assertThat(score(new ContainsAll(), "a b c", "a", "x", "y"))
                .hasToString("0.0: none of 'x', 'y' is in the output (1 of 3 are)");
        assertThat(score(new ContainsNone(), "a b c", "x", "y")).hasToString("1.0: none of 'x', 'y' is in the output");
        assertThat(score(new ContainsNone(), "a b c", "x", "c"))
                .hasToString("0.0: contains reference 1, and should not");
        assertThat(score(new StartsWith(), "a b c", "b", "a")).hasToString("1.0: begins with reference 1");
        assertThat(score(new EndsWith(), "a b c", "b", "c")).hasToString("1.0: ends with reference 1");
        assertThat(score(new EndsWith(), "a b c", "b")).hasToString("0.0: 'b' is not at the end of the output");
        assertThat(value(new ContainsAll.Folded(), "A\n B", "a b", "B")).isEqualTo(1);
        assertThat(value(new ContainsNone.Folded(), "SORRY", "sorry")).isZero();
        assertThat(value(new StartsWith.Folded(), " Ａb", "AB")).isEqualTo(1);
        assertThat(value(new EndsWith.Folded(), "ab \n", "B")).isEqualTo(1);
        assertThat(List.of(new ContainsNone(), new ContainsAll.Folded(), new StartsWith(), new EndsWith.Folded()))
                .extracting(metric -> metric.describe().name())
                .containsExactly("contains-none", "contains-all-folded", "starts-with", "ends-with-folded");
    }

    private Measure measure(int index) {
        return factory.create(Good.class.getAnnotationsByType(ContainsScore.class)[index], new NoScope());
    }

    private String take(int index, String output) {
        CaseScore taken = measure(index).take(accepting("3"), Actual.of(output));
        return taken.value() + ": " + taken.reason();
    }

    private Measure create(Class<?> type) {
        return factory.create(type.getAnnotation(ContainsScore.class), new NoScope());
    }
}
