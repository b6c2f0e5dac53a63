package dev.junitllm.score.text;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.score.ScoringException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContainsTest {

    private final Contains literal = new Contains();
    private final Contains.Folded folded = new Contains.Folded();

    @Test
    void findsAnAnswerAnywhere() throws Exception {
        assertThat(score(literal, "It takes 30 days.", "a month", "30 days")).hasToString("1.0: contains reference 1");
        assertThat(value(literal, "30 days", "30 days")).isEqualTo(1);
        assertThat(value(literal, "13", "3")).isEqualTo(1);
        assertThat(value(literal, "30 Days", "30 days")).isZero();
        assertThat(value(literal, "a.c", "a.c")).isEqualTo(1);
        assertThat(value(literal, "abc", "a.c")).isZero();
    }

    @Test
    void foldsWhatReadersDontTellApart() throws Exception {
        assertThat(value(folded, "It takes ３０\n DAYS.", "30 days")).isEqualTo(1);
        assertThat(value(folded, "It takes 31 days.", "30 days")).isZero();
        assertThat(value(Contains.in(TextForm.UNACCENTED), "By «Beyoncé»!", "beyonce"))
                .isEqualTo(1);
    }

    @Test
    void saysWhatIsNotThere() throws Exception {
        assertThat(score(literal, "no", "30 days")).hasToString("0.0: '30 days' is not in the output");
        assertThat(score(literal, "no", "a", "b")).hasToString("0.0: none of 'a', 'b' is in the output");
        assertThat(score(literal, "no", "a", "b", "c", "d"))
                .hasToString("0.0: none of 'a', 'b' and 2 more is in the output");
    }

    @Test
    void refusesAnAnswerThatEveryOutputContains() {
        assertThatThrownBy(() -> score(literal, "x", "a", ""))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("EMPTY_REFERENCE"))
                .hasMessage("case 'case-1' (golden/a.jsonl:3): reference 1 is empty, and every output contains that;"
                        + " write what the output must hold");
        assertThatThrownBy(() -> score(folded, "x", " \n")).isInstanceOf(ScoringException.class);
        assertThat(literal.describe().name()).isEqualTo("contains");
        assertThat(folded.describe().name()).isEqualTo("contains-folded");
    }

    @Test
    void searchesAsTheJdkDoes() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(random.nextInt(12), 'a', 'c')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String sought = random.ints(1 + random.nextInt(5), 'a', 'c')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(Substring.isIn(text, sought, false))
                    .as("%s in %s", sought, text)
                    .isEqualTo(text.contains(sought));
        }
    }
}
