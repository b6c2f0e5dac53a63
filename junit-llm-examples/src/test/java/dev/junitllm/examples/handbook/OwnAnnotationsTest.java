package dev.junitllm.examples.handbook;

import static dev.junitllm.assertj.LlmAssertions.assertThatLlm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.Contains;
import dev.junitllm.score.text.TokenF1;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example's own scorer and gate, and the scorers outside of golden sets. */
class OwnAnnotationsTest {

    static class TooShortALimitTestCases {
        @GoldenSet("golden/handbook.jsonl")
        @MaxWords(1)
        void answers(GoldenCase golden, Actual actual) {
            actual.output("Two words");
        }
    }

    @Test
    void maxWordsFailsALongAnswerAndSaysWhy() {
        EvalRun run = EvalRun.of(TooShortALimitTestCases.class, Map.of("junit.llm.cases", "pay-day"));

        assertThat(run.results().testEvents().failed().list())
                .singleElement()
                .asString()
                .contains("below the bar", "2 words, at most 1 are asked for");
    }

    static class MisspeltTestCases {
        @GoldenSet("golden/handbook.jsonl")
        @ReferenceScore(TokenF1.class)
        @FewBlunders(of = "token-f2", below = 0.1, atMost = 0.2)
        void answers(GoldenCase golden, Actual actual) {
            actual.output("never runs");
        }
    }

    @Test
    void fewBlundersOfAnUnknownScoreIsRefusedBeforeTheFirstCase() {
        EvalRun run = EvalRun.of(MisspeltTestCases.class);

        assertThat(run.statuses()).isEmpty();
        assertThat(run.verdicts().get("answers"))
                .contains("@FewBlunders", "of = \"token-f2\" is no score of the method");
    }

    // tag::plain-test[]
    @Test
    void knowsHowLongAPasswordMustBe() {
        var bot = new HandbookBot(Handbook.load());
        var question = "How long must a password be?";

        var answer = bot.answer(question, bot.retrieve(question));

        assertThatLlm(answer)
                .given(question)
                .against("Passwords have at least 14 characters.", "14 characters")
                .scoresAtLeast(0.35, TokenF1.class)
                .scoresAtLeast(1, Contains.class);
    }
    // end::plain-test[]

    @Test
    void aPlainTestFailsWithTheScoreAndBothTexts() {
        assertThatThrownBy(() -> assertThatLlm("A staff card costs 15 euros.")
                        .given("How long must a password be?")
                        .against("Passwords have at least 14 characters.")
                        .scoresAtLeast(0.35, TokenF1.class))
                .hasMessageContaining("token-f1 is 0, but must be")
                .hasMessageContaining("expected: Passwords have at least 14 characters.")
                .hasMessageContaining("actual:   A staff card costs 15 euros.");
    }
}
