package dev.junitllm.examples.docs;

import static dev.junitllm.assertj.LlmAssertions.assertThatLlm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.examples.handbook.Handbook;
import dev.junitllm.examples.handbook.HandbookAssistant;
import dev.junitllm.examples.handbook.HandbookBot;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoreGroup;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.answer.NumericScore;
import dev.junitllm.score.text.Contains;
import dev.junitllm.score.text.Matches;
import dev.junitllm.score.text.MatchesScore;
import dev.junitllm.score.text.TokenF1;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of docs/scoring.md, run. */
class ScoringPageTest {

    private final HandbookAssistant bot = new HandbookBot(Handbook.load());

    static class ScoresTestCases {

        private final HandbookAssistant bot = new HandbookBot(Handbook.load());

        // tag::scores[]
        @GoldenSet("docs/numbers.jsonl")
        @ReferenceScore(value = TokenF1.class, atLeast = 0.5)
        @NumericScore(tolerance = 0.01)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
        }
        // end::scores[]

        @GoldenSet("docs/numbers.jsonl")
        // tag::numeric[]
        @NumericScore(tolerance = 0.01) // 3.13 passes for 3.14
        // end::numeric[]
        void near(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }

        @GoldenSet("docs/numbers.jsonl")
        // tag::numeric[]
        @NumericScore(relativeTolerance = 0.05) // 105 passes for 100
        // end::numeric[]
        void relativelyNear(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }

        @GoldenSet("docs/numbers.jsonl")
        // tag::matches[]
        @MatchesScore(pattern = "\\b[A-Z]{2}-\\d{4}\\b", name = "ticket-number")
        // end::matches[]
        void ticket(GoldenCase golden, Actual actual) {
            actual.output("Your ticket is AB-1234.");
        }

        @GoldenSet("docs/numbers.jsonl")
        // tag::group[]
        @ScoreGroup(name = "right", rule = ScoreGroup.Rule.WEIGHTED, atLeast = 0.7)
        @ReferenceScore(value = TokenF1.class, group = "right", weight = 3)
        @ReferenceScore(value = Contains.Folded.class, group = "right")
        // end::group[]
        void weighted(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }

        @GoldenSet("docs/numbers.jsonl")
        // tag::group-own-bars[]
        @ScoreGroup(name = "right", rule = ScoreGroup.Rule.ANY)
        @ReferenceScore(value = TokenF1.class, atLeast = 0.8, group = "right")
        @NumericScore(tolerance = 0.01, group = "right")
        // end::group-own-bars[]
        void eitherWay(GoldenCase golden, Actual actual) {
            actual.output("It is " + golden.expected());
        }

        @GoldenSet("docs/numbers.jsonl")
        @ReferenceScore(Polite.class)
        void polite(GoldenCase golden, Actual actual) {
            actual.output("Wait, please.");
        }
    }

    // tag::own-scorer[]
    static final class Polite implements Scorer {

        @Override
        public Score score(GoldenCase golden, Actual actual) {
            return Score.passOrFail(actual.output().contains("please"), "looks for 'please'");
        }

        @Override
        public ScorerDescription describe() {
            return ScorerDescription.of("polite");
        }
    }
    // end::own-scorer[]

    @ParameterizedTest
    @ValueSource(strings = {"answers", "near", "relativelyNear", "ticket", "weighted", "eitherWay", "polite"})
    void everyCasePasses(String method) {
        assertThat(PageRun.green(ScoresTestCases.class, method).succeeded().count())
                .isEqualTo(3);
    }

    // tag::plain-test[]
    @Test
    void knowsHowLongAPasswordMustBe() {
        var question = "How long must a password be?";
        var answer = bot.answer(question, bot.retrieve(question));

        assertThatLlm(answer)
                .given(question)
                .against("Passwords have at least 14 characters.", "14 characters")
                .scoresAtLeast(0.5, TokenF1.class)
                .scoresAtLeast(1, Matches.pattern("\\d+ characters"));
    }
    // end::plain-test[]

    @Test
    void aFailureShowsEverything() {
        assertThatThrownBy(() -> assertThatLlm("Passwords have some characters or other.")
                        .given("How long must a password be?")
                        .against("Passwords have at least 14 characters.", "14 characters")
                        .scoresAtLeast(0.8, TokenF1.class))
                .hasMessage("""
                        token-f1 is 0.5, but must be >= 0.8
                          input:    How long must a password be?
                          expected: Passwords have at least 14 characters.
                          or:       14 characters
                          actual:   Passwords have some characters or other.
                          reason:   precision 0.50 (3 of 6 words), recall 0.50 (3 of 6 words) against the expected answer""");
    }
}
