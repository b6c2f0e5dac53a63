package dev.junitllm.examples.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandbookBotTest {

    private final Handbook handbook = Handbook.load();
    private final HandbookBot bot = new HandbookBot(handbook);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who signs in at reception?             | Visitors sign in at reception and are accompanied at all times.
            What is the monthly limit of the card? | Its monthly limit is 3,000 euros.
            Who gets a written reference?          | Everyone leaving receives a written reference within four weeks.
            """)
    void answersWithASentenceOfTheHandbook(String question, String answer) {
        assertThat(ask(bot, question)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Who won the world cup?", "Which moon orbits Neptune?", "", "How many may I?"})
    void saysSoWhereTheHandbookSaysNothing(String question) {
        assertThat(ask(bot, question)).isEqualTo("The handbook doesn't say.");
    }

    @Test
    void saysSoWhenNothingWasRetrieved() {
        assertThat(bot.answer("How many days of annual leave?", List.of())).isEqualTo(HandbookAssistant.NO_ANSWER);
    }

    @Test
    void prefersANumberWhereOneIsAskedFor() {
        var passage = new Passage("tea", "Tea", "Tea is for everyone in the kitchen. Tea costs 2 euros.");
        var tea = new HandbookBot(new Handbook(List.of(passage)));

        assertThat(ask(tea, "How much is tea?")).isEqualTo("Tea costs 2 euros.");
        assertThat(ask(tea, "Who is tea for?")).isEqualTo("Tea is for everyone in the kitchen.");
    }

    @Test
    void addsTheNextSentenceWhereItCoversTheRestOfTheQuestion() {
        var passage = new Passage("lab", "Laboratory", "Glasses are worn inside. Drinks stay outside. Doors are blue.");
        var lab = new HandbookBot(new Handbook(List.of(passage)));

        assertThat(ask(lab, "What about glasses and drinks?"))
                .isEqualTo("Glasses are worn inside. Drinks stay outside.");
    }

    @Test
    void answersFromThePassagesItIsGivenAlone() {
        var other = List.of(new ScoredPassage(handbook.passage("pay#canteen").orElseThrow(), 1));

        assertThat(bot.answer("How long does probation last?", other)).isEqualTo(HandbookAssistant.NO_ANSWER);
    }

    @Test
    void answersTheSameTwiceAndFromManyThreads() {
        var question = "How many days may be carried over?";
        var passages = bot.retrieve(question);
        var again = new HandbookBot(Handbook.load());

        assertThat(again.retrieve(question)).isEqualTo(passages);
        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> ask(again, question)))
                .containsOnly(bot.answer(question, passages));
    }

    @Test
    void losesTheThreadWhenItsAnalyzerForgetsStemsAndStopWords() {
        var forgetful = new ForgetfulBot(handbook);
        var question = "How long must a password be?";

        assertThat(forgetful.retrieve(question)).hasSize(1);
        assertThat(ask(forgetful, question)).isEqualTo(HandbookAssistant.NO_ANSWER);
        assertThat(ask(bot, question)).contains("14 characters");
    }

    private static String ask(HandbookAssistant assistant, String question) {
        return assistant.answer(question, assistant.retrieve(question));
    }
}
