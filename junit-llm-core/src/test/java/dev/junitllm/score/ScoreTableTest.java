package dev.junitllm.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTableTest {

    @Test
    void alignsNamesValuesBarsOutcomesAndReasons() {
        String table = ScoreTable.of(List.of(
                CaseScore.held("token-f1", Score.of(0.4996, "precision 0.50"), Bar.atLeast(0.5)),
                CaseScore.held("contains", Score.of(1), Bar.atLeast(1)),
                CaseScore.held("length", Score.of(2 / 3.0, "two\nlines\u001b"), Bar.RECORD_ONLY),
                CaseScore.held("recall", Score.notApplicable("nothing is relevant"), Bar.atLeast(0.8)),
                CaseScore.error("faithfulness", Bar.atLeast(0.8), CaseError.of("TIMEOUT", "no answer for 30 s"))));

        assertThat(table).isEqualTo("""
                score         value   bar     outcome         reason
                token-f1      0.4996  >= 0.5  FAILED          precision 0.50
                contains      1       >= 1    PASSED
                length        0.667   -       RECORDED        two\\nlines\\u001b
                recall        -       >= 0.8  NOT APPLICABLE  nothing is relevant
                faithfulness  -       >= 0.8  ERROR           TIMEOUT: no answer for 30 s""");
    }

    @Test
    void isOnlyAHeadingWhereThereIsNoScore() {
        assertThat(ScoreTable.of(List.of())).isEqualTo("score  value  bar  outcome  reason");
    }

    @Test
    void alignsByCodePointsAndCutsLongReasons() {
        String table = ScoreTable.of(List.of(
                CaseScore.held("𝒳𝒳𝒳𝒳𝒳𝒳", Score.of(1, "x".repeat(161)), Bar.atLeast(1)),
                CaseScore.held("abcdef", Score.of(1, "y"), Bar.atLeast(1))));

        assertThat(table)
                .isEqualTo("score   value  bar   outcome  reason\n𝒳𝒳𝒳𝒳𝒳𝒳  1      >= 1  PASSED   "
                        + "x".repeat(160)
                        + "… (161 characters)\nabcdef  1      >= 1  PASSED   y");
    }

    @ParameterizedTest
    @CsvSource({
        "0.4996, 0.5, 0.4996",
        "0.49999999, 0.5, 0.49999999",
        "0.4994, 0.5, 0.499",
        "0.66666, 0.6667, 0.66666",
        "0.8999999999999999, 0.9, 0.8999999999999999",
        "0.33333, 0.33332, 0.33333",
        "0.99999, 0.5, 0.99999",
        "0.99999, 1, 0.99999",
        "0.00001, 0, 0.00001",
        "0.00001, 0.00002, 0.00001",
        "0.99998, 0.99999, 0.99998",
        "0.123456, 0.5, 0.123",
        "0.5, 0.5, 0.5",
        "1, 1, 1",
        "0, 0.5, 0"
    })
    void showsAValueOnItsOwnSideOfTheBar(double value, double bar, String shown) {
        assertThat(ScoreTable.value(value, Bar.atLeast(bar))).isEqualTo(shown);
    }

    @Test
    void showsBarsAsTheyWereWritten() {
        assertThat(ScoreTable.bar(Bar.atLeast(0.00001))).isEqualTo(">= 0.00001");
        assertThat(ScoreTable.bar(Bar.atLeast(0))).isEqualTo(">= 0");
        assertThat(ScoreTable.bar(Bar.RECORD_ONLY)).isEqualTo("-");
    }
}
