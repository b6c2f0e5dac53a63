package dev.junitllm.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.examples.handbook.Handbook;
import dev.junitllm.examples.handbook.HandbookAssistant;
import dev.junitllm.examples.handbook.HandbookBot;
import dev.junitllm.gate.ErrorBudget;
import dev.junitllm.gate.MeanScore;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.TokenF1;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of docs/gates.md, run. */
class GatesPageTest {

    static class PassRateTestCases {

        private final HandbookAssistant bot = new HandbookBot(Handbook.load());

        // tag::pass-rate[]
        @GoldenSet("golden/handbook.jsonl")
        @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
        @PassRate(atLeast = 0.7)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
        }
        // end::pass-rate[]
    }

    static class NamedScoresTestCases {

        private final HandbookAssistant bot = new HandbookBot(Handbook.load());

        // tag::named-scores[]
        @GoldenSet("golden/handbook.jsonl")
        @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
        @ReferenceScore(value = ExactMatch.Squad.class, recordOnly = true)
        @PassRate(of = "token-f1", atLeast = 0.7)
        @MeanScore(of = "token-f1", atLeast = 0.5)
        @MeanScore(of = "exact-match-squad", atLeast = 0.2)
        @ErrorBudget(atMost = 0.05)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
        }
        // end::named-scores[]
    }

    @ParameterizedTest
    @ValueSource(classes = {PassRateTestCases.class, NamedScoresTestCases.class})
    void runsAndPasses(Class<?> testClass) {
        assertThat(PageRun.green(testClass, "answers").succeeded().count()).isEqualTo(32);
    }
}
