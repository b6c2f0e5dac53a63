package dev.junitllm.score.text;

import static dev.junitllm.score.TestCases.accepting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.junitllm.Actual;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Measure;
import dev.junitllm.score.NoScope;
import dev.junitllm.score.ScoreOutcome;
import dev.junitllm.score.ScoredBy;
import org.junit.jupiter.api.Test;

class MatchesScoreTest {

    @MatchesScore(pattern = "\\d+")
    @MatchesScore(pattern = "\\d+ days", whole = true, name = "only-days", atLeast = 0.5)
    @MatchesScore(pattern = "x", name = "x", recordOnly = true)
    static class Good {}

    @MatchesScore(pattern = "a(b")
    static class Invalid {}

    @MatchesScore(pattern = "")
    static class Empty {}

    @MatchesScore(pattern = "a", atLeast = 2)
    static class WrongBar {}

    private final MatchesScoreFactory factory = new MatchesScoreFactory();

    @Test
    void scoresByItsAttributes() {
        MatchesScore[] scores = Good.class.getAnnotationsByType(MatchesScore.class);

        Measure found = factory.create(scores[0], new NoScope());
        assertThat(found.name()).isEqualTo("matches");
        assertThat(found.bar()).isEqualTo(Bar.atLeast(1));
        assertThat(outcome(found, "in 30 days")).isEqualTo(ScoreOutcome.PASSED);

        Measure whole = factory.create(scores[1], new NoScope());
        assertThat(whole.name()).isEqualTo("only-days");
        assertThat(whole.bar()).isEqualTo(Bar.atLeast(0.5));
        assertThat(take(whole, "in 30 days"))
                .extracting(CaseScore::value, CaseScore::reason)
                .containsExactly(0.0, "'\\d+ days' doesn't match the whole output");
        assertThat(take(whole, "30 days").reason()).isEqualTo("'\\d+ days' matches the whole output");

        assertThat(outcome(factory.create(scores[2], new NoScope()), "y")).isEqualTo(ScoreOutcome.RECORDED);
    }

    @Test
    void isFoundAsAScorer() {
        assertThat(MatchesScore.class.getAnnotation(ScoredBy.class).value()).isEqualTo(MatchesScoreFactory.class);
    }

    @Test
    void namesTheAttributeThatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(Invalid.class))
                .withMessage("pattern = 'a(b' is not a regular expression: Unclosed group at index 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(Empty.class))
                .withMessage("pattern is empty, and every output matches that");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(WrongBar.class))
                .withMessage("atLeast = 2.0: a bar lies from 0 to 1");
    }

    private Measure create(Class<?> type) {
        return factory.create(type.getAnnotation(MatchesScore.class), new NoScope());
    }

    private static ScoreOutcome outcome(Measure measure, String output) {
        return take(measure, output).outcome();
    }

    private static CaseScore take(Measure measure, String output) {
        return measure.take(accepting("unused"), Actual.of(output));
    }
}
