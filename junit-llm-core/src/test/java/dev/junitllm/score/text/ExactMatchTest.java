package dev.junitllm.score.text;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.score.Scorer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactMatchTest {

    private final Scorer strict = new ExactMatch();
    private final Scorer folded = new ExactMatch.Folded();
    private final Scorer squad = new ExactMatch.Squad();

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Paris,Paris,1,1,1",
                "paris,Paris,0,1,1",
                " Paris ,Paris,0,1,1",
                "New  York,New York,0,1,1",
                "New\u00a0York,New York,0,1,1",
                "ﬁn,fin,0,1,0",
                "e\u0301,é,0,1,0",
                "Beyonce,Beyoncé,0,0,0",
                "The cat.,cat,0,0,1",
                "theatre,atre,0,0,0",
                "straße,strasse,0,0,0",
                "a-b,ab,0,0,1",
                "'','',1,1,1",
                "'',x,0,0,0"
            })
    void comparesByItsVariant(String output, String expected, double asIs, double byFolding, double bySquad)
            throws Exception {
        assertThat(value(strict, output, expected)).isEqualTo(asIs);
        assertThat(value(folded, output, expected)).isEqualTo(byFolding);
        assertThat(value(squad, output, expected)).isEqualTo(bySquad);
    }

    @Test
    void takesAnyAcceptableAnswerAndSaysWhich() throws Exception {
        assertThat(score(strict, "NYC", "New York", "NYC")).hasToString("1.0: equals reference 1");
        assertThat(score(strict, "New York", "New York", "NYC")).hasToString("1.0: equals the expected answer");
        GoldenCase onlyReferences =
                GoldenCase.builder("a", "q").references(List.of("x", "y")).build();
        assertThat(strict.score(onlyReferences, Actual.of("y"))).hasToString("1.0: equals reference 2");
    }

    @Test
    void saysWhereItDiffersFromTheNearestAnswer() throws Exception {
        assertThat(score(strict, "30 days", "a month", "30 weeks"))
                .hasToString("0.0: differs from reference 1 at character 4: 'days' instead of 'weeks'");
        assertThat(score(strict, "😀a", "😀"))
                .hasToString("0.0: differs from the expected answer at character 2: 'a' instead of the end");
        assertThat(score(strict, "", "x\u001b"))
                .hasToString("0.0: differs from the expected answer at character 1: the end instead of 'x\\u001b'");
    }

    @Test
    void lowersCaseTheSameWayInEveryCountry() throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertThat(value(folded, "TITLE", "title")).isEqualTo(1);
            assertThat(value(squad, "TITLE", "title")).isEqualTo(1);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void comparesInTheFormItIsNamedAfter() throws Exception {
        assertThat(value(new ExactMatch.Normalized(), "„Straße“ – U.S.A.!", "STRASSE usa"))
                .isEqualTo(1);
        assertThat(value(new ExactMatch.Normalized(), "Beyonce", "Beyoncé")).isZero();
        assertThat(value(new ExactMatch.Normalized(), "3.14", "314")).isZero();
        assertThat(value(new ExactMatch.Unaccented(), "Beyonce", "Beyoncé")).isEqualTo(1);
        assertThat(new ExactMatch.Normalized().describe().name()).isEqualTo("exact-match-normalized");
        assertThat(new ExactMatch.Unaccented().describe().name()).isEqualTo("exact-match-unaccented");
    }

    @Test
    void isNamedByItsVariantAndNeedsAnAnswer() {
        assertThat(List.of(strict, folded, squad))
                .extracting(scorer -> scorer.describe().name())
                .containsExactly("exact-match", "exact-match-folded", "exact-match-squad");
        assertThat(List.of(strict, folded, squad))
                .allSatisfy(scorer -> assertThat(scorer.needs()).containsExactly(GoldenPart.ANSWER));
    }
}
