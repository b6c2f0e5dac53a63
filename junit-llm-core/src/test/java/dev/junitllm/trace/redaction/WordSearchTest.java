package dev.junitllm.trace.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WordSearchTest {

    private static final RedactionRule NONE = RedactionRule.of("always", "x");

    @Test
    void findsEveryWordOfEveryBuiltInRuleAtEveryPlace() {
        List<RedactionRule> rules = RuleSet.builtIn();
        WordSearch search = new WordSearch(rules);
        for (int i = 0; i < rules.size(); i++) {
            for (Word word : rules.get(i).words()) {
                String text = word.word() + (word.names() ? "\": x" : "");
                assertThat(found(search, text)[i]).as(word.word()).isTrue();
                assertThat(found(search, "\u20ac some words before it " + text)[i])
                        .as(word.word())
                        .isTrue();
            }
        }
    }

    /** A text is read in pieces. */
    @Test
    void findsWordsAtEveryPlaceOfALongText() {
        WordSearch search =
                new WordSearch(List.of(RedactionRule.of("exact", "x").withWords(Word.exactly("AKIA"))));

        for (int before = 4_080; before <= 4_100; before++) {
            assertThat(search.search(" ".repeat(before) + "AKIA" + " ".repeat(5_000)))
                    .as("after %s characters", before)
                    .isNotNull();
            assertThat(search.search(" ".repeat(before) + "AK IA" + " ".repeat(5_000)))
                    .isNull();
        }
    }

    @Test
    void findsNothingInOrdinaryText() {
        WordSearch search = new WordSearch(RuleSet.builtIn());

        assertThat(search.search(
                        "The answer takes at most 512 tokens, and a password is a key of 8 letters (see 4.1)."))
                .isNull();
        assertThat(search.search("")).isNull();
        assertThat(search.search("sk")).isNull();
    }

    @Test
    void heedsTheCaseOfWordsThatHaveOne() {
        WordSearch search = new WordSearch(List.of(
                RedactionRule.of("exact", "x").withWords(Word.exactly("AKIA")),
                RedactionRule.of("any", "x", "Ticket")));

        assertThat(search.search("akia AKI A")).isNull();
        assertThat(found(search, "AKIA")).containsExactly(true, false);
        assertThat(found(search, "TICKET")).containsExactly(false, true);
    }

    @Test
    void wantsAValueBehindAName() {
        WordSearch search = new WordSearch(List.of(RedactionRule.of("name", "x").withWords(Word.naming("token"))));

        assertThat(search.search("tokens: 5, token 5, the token")).isNull();
        assertThat(search.search("token\":\"x")).isNotNull();
        assertThat(search.search("TOKEN  =x")).isNotNull();
        assertThat(search.search("token\\\" : x")).isNotNull();
    }

    @Test
    void countsDigits() {
        WordSearch search =
                new WordSearch(List.of(RedactionRule.of("digits", "x").withDigits(9)));

        assertThat(search.search("1 2 3 4 5 6 7 8 a 9")).isNull();
        assertThat(search.search("1 2 3 4 5 6 7 8 9")).isNotNull();
    }

    @Test
    void alwaysAppliesRulesWithoutWords() {
        assertThat(found(new WordSearch(List.of(NONE)), "")).containsExactly(true);
    }

    private static boolean[] found(WordSearch search, String text) {
        return Objects.requireNonNull(search.search(text));
    }
}
