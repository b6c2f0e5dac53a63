package dev.junitllm.examples.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandbookSearchTest {

    private final HandbookSearch search = new HandbookSearch(Handbook.load());

    @ParameterizedTest
    @CsvSource({
        "How long are laptops kept?, equipment#laptop-and-phone",
        "When is the canteen open?, pay#canteen",
        "What happens at an exit talk?, leaving#exit-talk",
        "Do I get a buddy?, onboarding#your-buddy",
    })
    void findsThePassageThatAnswers(String question, String id) {
        assertThat(search.search(question, 3))
                .extracting(found -> found.passage().id())
                .contains(id);
    }

    @Test
    void matchesWordsByTheirStem() {
        assertThat(search.search("retiring", 1))
                .extracting(found -> found.passage().id())
                .containsExactly("leaving#retirement");
    }

    @Test
    void returnsTheBestFirstAndNoMoreThanAskedFor() {
        assertThat(search.search("notice", 4))
                .hasSize(4)
                .allMatch(found -> found.score() > 0)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(ScoredPassage::score).reversed());
    }

    @Test
    void keepsTheHandbooksOrderAmongEqualScores() {
        var twins = new HandbookSearch(new Handbook(List.of(
                new Passage("z", "Tea", "Tea is free."),
                new Passage("m", "Coal", "Nobody burns coal."),
                new Passage("a", "Tea", "Tea is free."))));

        assertThat(twins.search("tea", 5))
                .extracting(found -> found.passage().id())
                .containsExactly("z", "a");
    }

    @Test
    void findsNothingForWordsTheHandbookNeverUses() {
        assertThat(search.search("quantum chromodynamics", 4)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "'   '", "how many may I?", "?!*:("})
    void findsNothingForAQuestionWithoutASubject(String question) {
        assertThat(search.search(question, 4)).isEmpty();
    }
}
