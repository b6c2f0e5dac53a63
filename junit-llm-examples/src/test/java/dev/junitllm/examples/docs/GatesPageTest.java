package dev.junitllm.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.examples.handbook.Handbook;
import dev.junitllm.examples.handbook.HandbookAssistant;
import dev.junitllm.examples.handbook.HandbookBot;
import dev.junitllm.gate.ErrorBudget;
import dev.junitllm.gate.Inconclusive;
import dev.junitllm.gate.MeanScore;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.jupiter.Samples;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.TokenF1;
import org.junit.jupiter.api.Test;
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

    static class ConfidenceTestCases {

        private final HandbookAssistant bot = new HandbookBot(Handbook.load());

        // tag::confidence[]
        @GoldenSet("golden/handbook.jsonl")
        @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
        @PassRate(atLeast = 0.55, confidence = 0.95)
        @MeanScore(of = "token-f1", atLeast = 0.45, confidence = 0.95, inconclusive = Inconclusive.WARN)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
        }
        // end::confidence[]
    }

    static class SlicesTestCases {

        private final HandbookAssistant bot = new HandbookBot(Handbook.load());

        // tag::slices[]
        @GoldenSet("golden/handbook.jsonl")
        @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
        @PassRate(atLeast = 0.7)
        @PassRate(atLeast = 0.8, slice = "difficulty=easy")
        @PassRate(atLeast = 0.4, slice = "tag=numeric")
        void answers(GoldenCase golden, Actual actual) {
            actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
        }
        // end::slices[]
    }

    static class StopEarlyTestCases {

        private final HandbookAssistant bot = new HandbookBot(Handbook.load());

        // tag::stop-early[]
        @GoldenSet("golden/handbook.jsonl")
        @Samples(value = 1, stopEarly = true)
        @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
        @PassRate(atLeast = 0.5)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
        }
        // end::stop-early[]
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                PassRateTestCases.class,
                NamedScoresTestCases.class,
                ConfidenceTestCases.class,
                SlicesTestCases.class
            })
    void runsAndPasses(Class<?> testClass) {
        assertThat(PageRun.green(testClass, "answers").succeeded().count()).isEqualTo(32);
    }

    @Test
    void endsEarly() {
        assertThat(PageRun.green(StopEarlyTestCases.class, "answers")
                        .succeeded()
                        .count())
                .isEqualTo(22);
    }
}
