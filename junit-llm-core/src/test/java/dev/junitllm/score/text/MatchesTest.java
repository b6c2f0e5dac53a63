package dev.junitllm.score.text;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.score.ScoringException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchesTest {

    private final Matches matches = new Matches();

    @Test
    void findsAPatternAnywhereUnlessItIsAnchored() throws Exception {
        assertThat(score(matches, "😀 takes 30 days", "months?", "\\d+ days"))
                .hasToString("1.0: the pattern of reference 1 is found at character 9: '30 days'");
        assertThat(value(matches, "takes 30 days", "\\A\\d+ days\\z")).isZero();
        assertThat(value(matches, "30 days", "\\A\\d+ days\\z")).isEqualTo(1);
        assertThat(value(matches, "30 DAYS", "(?i)days")).isEqualTo(1);
        assertThat(score(matches, "abc", "(?=b)"))
                .hasToString("1.0: the pattern of the expected answer is found at character 2");
    }

    @Test
    void saysWhatWasNotFound() throws Exception {
        assertThat(score(matches, "no", "\\d+")).hasToString("0.0: '\\d+' is not found in the output");
        assertThat(score(matches, "no", "a", "b")).hasToString("0.0: none of 'a', 'b' is found in the output");
    }

    @Test
    void namesTheCaseWhoseAnswerIsNoPatternEvenWhereAnotherOneMatches() {
        assertThatThrownBy(() -> score(matches, "ok", "ok", "(a"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("REGEX_INVALID"))
                .hasMessage("case 'case-1' (golden/a.jsonl:3): reference 1 is not a regular expression: '(a'"
                        + " (Unclosed group at index 2)");
        assertThatThrownBy(() -> score(matches, "ok", ""))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("EMPTY_REFERENCE"));
        assertThatThrownBy(() -> score(matches, "ok", "(".repeat(5_000) + ")".repeat(5_000)))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("REGEX_INVALID"))
                .hasMessageContaining("(Stack overflow during pattern compilation at index ");
        assertThatThrownBy(() -> score(matches, "ok", "a".repeat(10_001)))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("REGEX_INVALID"))
                .hasMessageEndingWith("(longer than 10000 characters)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+\\1$",
                "(a|aa)+\\1$",
                "(.*a){20}$",
                "(a*)*\\1b",
                "(?=(a+)+\\1b)",
                "(.*)(.*)(.*)(.*)(.*)(.*)b"
            })
    void givesUpOnCatastrophicBacktrackingTheSameWayEveryTime(String regex) {
        String output = "a".repeat(60) + "!";

        assertThat(kindOf(regex, output)).isEqualTo("REGEX_LIMIT").isEqualTo(kindOf(regex, output));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?:(?:){20000}){20000}x",
                "((){20000}){20000}x",
                "\\b{2000000000}x",
                "(?x)((){20 000}) {200 00}x"
            })
    void givesUpOnRepetitionsOfNothingWhichReadNoCharacter(String regex) {
        assertThat(kindOf(regex, "aaa")).isEqualTo("REGEX_LIMIT");
    }

    @Test
    void givesUpWhereTheStackOverflows() {
        assertThat(kindOf("(?:a|b)*c", "ab".repeat(500_000))).isEqualTo("REGEX_LIMIT");
    }

    @Test
    void saysWhatToDoAboutAPatternThatTakesTooMuch() {
        assertThatThrownBy(() -> score(matches, "a".repeat(40) + "!", "(a+)+\\1$"))
                .hasMessage(
                        "the search for '(a+)+\\1$' in an output of 41 characters was given up: it read more than 20000656"
                                + " characters; simplify the pattern: no repetition inside a repetition, possessive quantifiers"
                                + " (*+, ++), an anchor");
    }

    @Test
    void readsALongOutputWithAnOrdinaryPattern() throws Exception {
        assertThat(value(matches, "x".repeat(2_000_000) + " AB-1234", "\\b[A-Z]{2}-\\d{4}\\b"))
                .isEqualTo(1);
        assertThat(value(matches, "x\n".repeat(1_000_000), "(?m)^(\\d{1,3},){5}y{100}$"))
                .isZero();
    }

    @Test
    void takesOnePatternForAllCases() throws Exception {
        assertThat(score(Matches.pattern("\\d+"), "in 30 days", "unused"))
                .hasToString("1.0: '\\d+' is found at character 4: '30'");
        assertThat(score(Matches.pattern("\\d+"), "soon", "unused")).hasToString("0.0: '\\d+' is not found");
        assertThat(Matches.pattern("\\d+").needs()).isEmpty();
        assertThat(Matches.pattern("a").describe().fingerprint())
                .isNotEqualTo(Matches.pattern("b").describe().fingerprint());
        assertThatThrownBy(() -> Matches.pattern("(")).isInstanceOf(IllegalArgumentException.class);
    }

    private String kindOf(String regex, String output) {
        try {
            return "scored " + score(matches, output, regex);
        } catch (ScoringException e) {
            return e.kind();
        }
    }
}
