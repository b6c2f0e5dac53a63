package dev.junitllm.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.examples.handbook.ForgetfulBot;
import dev.junitllm.examples.handbook.Handbook;
import dev.junitllm.examples.handbook.HandbookAssistant;
import dev.junitllm.examples.handbook.HandbookBot;
import dev.junitllm.gate.Inconclusive;
import dev.junitllm.gate.NoRegression;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.TokenF1;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of docs/baselines.md, run against baselines that are committed with it. */
class BaselinesPageTest {

    static class NoRegressionTestCases {

        private final HandbookAssistant bot = new HandbookBot(Handbook.load());

        // tag::no-regression[]
        @GoldenSet("golden/handbook.jsonl")
        @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
        @NoRegression(maxDrop = 0.1)
        void answers(GoldenCase golden, Actual actual) {
            actual.attribute("model", "extractive-1"); // as the model's reply names it
            actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
        }
        // end::no-regression[]
    }

    static class NamedScoresTestCases {

        private final HandbookAssistant bot = new HandbookBot(Handbook.load());

        // tag::named-scores[]
        @GoldenSet("golden/handbook.jsonl")
        @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
        @ReferenceScore(value = ExactMatch.Squad.class, recordOnly = true)
        @NoRegression(of = "token-f1", maxDrop = 0.1) // how often the bar is reached
        @NoRegression(of = "token-f1", mean = true) // the mean
        @NoRegression(of = "exact-match-squad", inconclusive = Inconclusive.WARN) // has no bar: the mean
        void answers(GoldenCase golden, Actual actual) {
            actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
        }
        // end::named-scores[]
    }

    /** The baseline is that of the assistant before it was changed: that one answers while a baseline is recorded. */
    static class ForgetfulTestCases {

        private final HandbookAssistant bot = System.getenv("JUNIT_LLM_BASELINE") == null
                ? new ForgetfulBot(Handbook.load())
                : new HandbookBot(Handbook.load());

        @GoldenSet("golden/handbook.jsonl")
        @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
        @NoRegression(maxDrop = 0.1)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
        }
    }

    @Test
    void theForgetfulBotHasBecomeWorseThanItsBaseline() {
        String verdict = String.valueOf(PageRun.verdict(ForgetfulTestCases.class, "answers"));

        assertThat(verdict)
                .contains(
                        "FAIL @NoRegression(maxDrop = 0.1): the pass rate over 44 cases is 0.545, and was 0.727 in the baseline: a drop of 0.182, more than the allowed 0.1, and shown to be a drop")
                .contains("newly failing (")
                .contains("\n        now: The handbook doesn't say.\n");
    }

    @ParameterizedTest
    @ValueSource(classes = {NoRegressionTestCases.class, NamedScoresTestCases.class})
    void runsAndPasses(Class<?> testClass) {
        assertThat(PageRun.green(testClass, "answers").succeeded().count()).isEqualTo(32);
    }
}
