package dev.junitllm.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.Usage;
import dev.junitllm.examples.handbook.Handbook;
import dev.junitllm.examples.handbook.HandbookAssistant;
import dev.junitllm.examples.handbook.HandbookBot;
import dev.junitllm.gate.NoDrift;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.report.Trend;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.TokenF1;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of docs/history.md. */
class HistoryPageTest {

    static class TrendTestCases {

        private final HandbookAssistant bot = new HandbookBot(Handbook.load());

        // tag::trend[]
        @GoldenSet("golden/handbook.jsonl")
        @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
        @PassRate(atLeast = 0.7)
        @Trend(last = 30)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
        }
        // end::trend[]
    }

    static class NoDriftTestCases {

        private final HandbookAssistant bot = new HandbookBot(Handbook.load());

        // tag::no-drift[]
        @GoldenSet("golden/handbook.jsonl")
        @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
        @PassRate(atLeast = 0.7)
        @NoDrift(of = {"score token-f1", "outputTokens", "refusalRate"})
        void answers(GoldenCase golden, Actual actual) {
            actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
        }
        // end::no-drift[]
    }

    static class ReportedTestCases {

        private final HandbookAssistant bot = new HandbookBot(Handbook.load());

        @GoldenSet("golden/handbook.jsonl")
        @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
        @PassRate(atLeast = 0.7)
        void answers(GoldenCase golden, Actual actual) {
            // tag::reported[]
            actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
            actual.usage(Usage.of(412, 38)); // tokens in and out
            actual.attribute("cost", "0.00021"); // in your money
            actual.attribute("finish_reason", "stop"); // or content_filter, refusal
            actual.attribute("model", "extractive-1"); // as the model's reply names it
            // end::reported[]
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {TrendTestCases.class, NoDriftTestCases.class, ReportedTestCases.class})
    void runsAndPasses(Class<?> testClass) {
        assertThat(PageRun.green(testClass, "answers").succeeded().count()).isEqualTo(32);
    }
}
