package dev.junitllm.score.text;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JaroWinklerTest {

    private final JaroWinkler jaroWinkler = new JaroWinkler();

    /** The names as in the tables of Winkler's papers, to three decimals; the others by hand. */
    @ParameterizedTest
    @CsvSource({
        "SHACKLEFORD, SHACKELFORD, 0.982",
        "DUNNINGHAM, CUNNIGHAM, 0.896",
        "NICHLESON, NICHULSON, 0.956",
        "MASSEY, MASSIE, 0.933",
        "ABROMS, ABRAMS, 0.922",
        "MARTHA, MARHTA, 0.961",
        "JONES, JOHNSON, 0.832",
        "DIXON, DICKSONX, 0.813",
        "DWAYNE, DUANE, 0.840",
        "abc, xyz, 0",
        "'', '', 1",
        "'', a, 0",
        "a, a, 1",
        "😀b, 😀c, 0.700",
        "abcd, bcda, 0.833"
    })
    void isWhatWasPublished(String output, String expected, double wanted) throws Exception {
        assertThat(value(jaroWinkler, output, expected)).isCloseTo(wanted, within(0.0005));
    }

    @Test
    void saysWhyAndTakesTheMostSimilarAnswer() throws Exception {
        assertThat(score(jaroWinkler, "MARTHA", "JOHN", "MARHTA").toString())
                .endsWith(": Jaro similarity 0.94 to reference 1, with which the first 3 characters agree");
        assertThat(value(new JaroWinkler.Folded(), "martha", "MARTHA ")).isEqualTo(1);
        assertThat(jaroWinkler.describe().name()).isEqualTo("jaro-winkler");
    }

    @Test
    void pairsCharactersAsTheTextbookDoes() throws Exception {
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            String one = text(random);
            String other = text(random);
            assertThat(value(jaroWinkler, one, other))
                    .as("%s and %s of seed 2", one, other)
                    .isCloseTo(textbook(one, other), within(1e-12));
        }
    }

    private static double textbook(String one, String other) {
        int reach = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
        boolean[] taken = new boolean[other.length()];
        StringBuilder ofOne = new StringBuilder();
        for (int i = 0; i < one.length(); i++) {
            for (int j = Math.max(0, i - reach); j <= Math.min(other.length() - 1, i + reach); j++) {
                if (!taken[j] && one.charAt(i) == other.charAt(j)) {
                    taken[j] = true;
                    ofOne.append(one.charAt(i));
                    break;
                }
            }
        }
        StringBuilder ofOther = new StringBuilder();
        for (int j = 0; j < other.length(); j++) {
            if (taken[j]) {
                ofOther.append(other.charAt(j));
            }
        }
        double shared = ofOne.length();
        int different = 0;
        for (int i = 0; i < shared; i++) {
            different += ofOne.charAt(i) == ofOther.charAt(i) ? 0 : 1;
        }
        int start = 0;
        while (start < Math.min(4, Math.min(one.length(), other.length()))
                && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        double jaro = shared == 0
                ? 0
                : (shared / one.length() + shared / other.length() + (shared - different / 2) / shared) / 3;
        return jaro + 0.1 * start * (1 - jaro);
    }

    private static String text(Random random) {
        return random.ints(1 + random.nextInt(15), 'a', 'e')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
