package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.ErrorBudget;
import dev.junitllm.gate.MeanScore;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.TokenF1;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with annotations or settings is said before any case runs. */
class WrongAnnotationsTest {

    static class NoScorerTestCases {
        @GoldenSet("engine/capitals.jsonl")
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class SameNameTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(value = TokenF1.class, atLeast = 0.5)
        @ReferenceScore(value = TokenF1.class, atLeast = 0.9)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class OnlyRecordedTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(value = TokenF1.class, recordOnly = true)
        @ErrorBudget(atMost = 0.1)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class PassRateOfRecordedTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(value = TokenF1.class, recordOnly = true)
        @PassRate(atLeast = 0.1)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class UnknownScoreTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(TokenF1.class)
        @MeanScore(of = "f1", atLeast = 0.1)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class BarOutOfRangeTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(value = TokenF1.class, atLeast = 1.5)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class BarOfZeroTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(TokenF1.class)
        @PassRate(atLeast = 0)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class NoSamplesTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(TokenF1.class)
        @Samples(0)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class TooFewCasesTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(TokenF1.class)
        @PassRate(atLeast = 0.95, confidence = 0.95)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class NoConfidenceTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(TokenF1.class)
        @PassRate(atLeast = 0.9, confidence = 95)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(
                        NoScorerTestCases.class,
                        "NoScorerTestCases.answers has no scorer, so nothing would be checked: add one, such as @ReferenceScore(ExactMatch.Folded.class)"),
                Arguments.of(
                        SameNameTestCases.class,
                        "SameNameTestCases.answers has two scores called 'token-f1': give one of them another name (name = \"…\")"),
                Arguments.of(
                        OnlyRecordedTestCases.class,
                        "every score of WrongAnnotationsTest.OnlyRecordedTestCases.answers is recordOnly and no gate names one, so nothing could fail: give a score a bar (atLeast), or add @MeanScore"),
                Arguments.of(
                        PassRateOfRecordedTestCases.class,
                        "@PassRate on WrongAnnotationsTest.PassRateOfRecordedTestCases.answers: every score of the method is recordOnly, so no case can pass or fail: give one a bar (atLeast), or use @MeanScore"),
                Arguments.of(
                        UnknownScoreTestCases.class,
                        "@MeanScore on WrongAnnotationsTest.UnknownScoreTestCases.answers: of = \"f1\" is no score of the method; its scores are token-f1"),
                Arguments.of(
                        BarOutOfRangeTestCases.class,
                        "@ReferenceScore on WrongAnnotationsTest.BarOutOfRangeTestCases.answers: atLeast = 1.5: a bar lies from 0 to 1"),
                Arguments.of(
                        BarOfZeroTestCases.class,
                        "@PassRate on WrongAnnotationsTest.BarOfZeroTestCases.answers: atLeast = 0.0: it must lie above 0 and be at most 1 (a bar of 0 would be met by a run in which every case failed)"),
                Arguments.of(
                        TooFewCasesTestCases.class,
                        "@PassRate on WrongAnnotationsTest.TooFewCasesTestCases.answers: even a perfect run can't show 0.95 with 4 cases at a confidence of 0.95; 59 are needed (or inconclusive = WARN, where it is enough to catch what is clearly too low)"),
                Arguments.of(
                        NoConfidenceTestCases.class,
                        "@PassRate on WrongAnnotationsTest.NoConfidenceTestCases.answers: confidence = 95.0: it must be at least 0.5 and lie below 1, such as 0.95"),
                Arguments.of(
                        NoSamplesTestCases.class,
                        "@Samples(0) on WrongAnnotationsTest.NoSamplesTestCases.answers: each case must run at least once"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysWhatIsWrongBeforeAnyCaseRuns(Class<?> type, String message) {
        EvalRun run = EvalTestKit.run(type);

        assertThat(run.statuses()).isEmpty();
        assertThat(run.verdict()).endsWith(message);
    }

    @Test
    void aSettingThatIsWrongFails() {
        EvalRun run = EvalTestKit.with("junit.llm.sample", "many").execute(NoScorerTestCases.class);

        assertThat(run.verdict())
                .contains("junit.llm.sample (or JUNIT_LLM_SAMPLE) is 'many', but must be a whole number");
    }

    static class OverloadedTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }

        @GoldenSet("engine/forty.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(Actual actual, GoldenCase golden) {
            actual.output(golden.expected());
        }
    }

    @Test
    void overloadedMethodsNeedNames() {
        assertThat(EvalTestKit.run(OverloadedTestCases.class).verdict())
                .isEqualTo(
                        "two golden sets are called WrongAnnotationsTest.OverloadedTestCases.answers, so their results"
                                + " couldn't be told apart: name one of them, @GoldenSet(name = \"…\")");
    }
}
