package dev.junitllm.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Usage;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Score;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseWordsTest {

    private static final Cases CASES = Cases.of(CaseWordsTest.class, "answers");

    @Test
    void sayEachScoreInOneLine() {
        assertThat(CaseWords.score(Cases.score("token-f1", 0.75, 0.5))).isEqualTo("token-f1 0.75, bar 0.5 reached");
        assertThat(CaseWords.score(Cases.score("token-f1", 0.25, 0.5))).isEqualTo("token-f1 0.25, below the bar 0.5");
        assertThat(CaseWords.score(CaseScore.held("bleu", Score.of(0.25), Bar.RECORD_ONLY)))
                .isEqualTo("bleu 0.25, recorded only");
        assertThat(CaseWords.score(CaseScore.held("numeric", Score.notApplicable("no number"), Bar.atLeast(1))))
                .isEqualTo("numeric doesn't apply");
        assertThat(CaseWords.score(CaseScore.error("judge", Bar.atLeast(1), CaseError.of("TIMEOUT", "late"))))
                .isEqualTo("judge could not be scored");
    }

    @Test
    void neverRoundAMissToAHit() {
        assertThat(CaseWords.score(Cases.score("token-f1", 0.49996, 0.5)))
                .isEqualTo("token-f1 0.49996, below the bar 0.5");
    }

    @Test
    void nameEveryMissInTheHeading() {
        CaseResult twice = CASES.result(
                "a",
                1,
                CaseOutcome.FAILED,
                true,
                List.of(Cases.score("x", 0.1, 0.5), Cases.score("y", 1, 0.5), Cases.score("z\u0007", 0, 1)),
                null,
                Cases.exchange("a", "b"));
        assertThat(CaseWords.heading(twice)).isEqualTo("Below the bar: x 0.1, bar 0.5; z\\u0007 0, bar 1");
    }

    @Test
    void nameTheTestsOwnAssertion() {
        CaseResult missed = CASES.passed("a");
        CaseResult asserted = new CaseResult(
                missed.test(),
                "a",
                1,
                1,
                CaseOutcome.FAILED,
                true,
                List.of(),
                "expected: 1\nbut was: 2",
                null,
                missed.exchange(),
                Duration.ZERO,
                Duration.ZERO);
        assertThat(CaseWords.heading(asserted))
                .isEqualTo("Below the bar: the test's own assertion (expected: 1\\nbut was: 2)");
    }

    @Test
    void sayTokensAsFarAsTheyAreKnown() {
        assertThat(CaseWords.tokens(Usage.of(3, 4))).contains("3 in, 4 out");
        assertThat(CaseWords.tokens(new Usage(null, 4L))).contains("4 out");
        assertThat(CaseWords.tokens(Usage.UNKNOWN)).isEmpty();
    }
}
