package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.MeanScore;
import dev.junitllm.gate.PassHatK;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Combinations that make no sense are refused before any case runs. */
class SamplesTest {

    @ReferenceScore(ExactMatch.class)
    abstract static class Wrong {
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class NeitherTestCases extends Wrong {
        @Override
        @GoldenSet("engine/forty.jsonl")
        @Samples
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class BothTestCases extends Wrong {
        @Override
        @GoldenSet("engine/forty.jsonl")
        @Samples(value = 5, max = 50, stopEarly = true)
        @PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class MaxAloneTestCases extends Wrong {
        @Override
        @GoldenSet("engine/forty.jsonl")
        @Samples(max = 50)
        @PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class NoGateTestCases extends Wrong {
        @Override
        @GoldenSet("engine/forty.jsonl")
        @Samples(max = 50, stopEarly = true)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class GateOfAllSamplesTestCases extends Wrong {
        @Override
        @GoldenSet("engine/forty.jsonl")
        @Samples(max = 50, stopEarly = true)
        @PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95)
        @MeanScore(of = "exact-match", atLeast = 0.5)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class TargetWithoutMaxTestCases extends Wrong {
        @Override
        @GoldenSet("engine/forty.jsonl")
        @Samples(5)
        @PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class TargetTooLowTestCases extends Wrong {
        @Override
        @GoldenSet("engine/forty.jsonl")
        @Samples(max = 50, stopEarly = true)
        @PassRate(atLeast = 0.9, target = 0.9, confidence = 0.95)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class NoConfidenceTestCases extends Wrong {
        @Override
        @GoldenSet("engine/forty.jsonl")
        @Samples(max = 50, stopEarly = true)
        @PassRate(atLeast = 0.9, target = 0.95)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class TooShortTestCases extends Wrong {
        @Override
        @GoldenSet("engine/forty.jsonl")
        @Samples(max = 1, stopEarly = true)
        @PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class FixedNumberTestCases extends Wrong {
        @Override
        @GoldenSet("engine/forty.jsonl")
        @Samples(value = 5, stopEarly = true)
        @PassRate(atLeast = 0.9, confidence = 0.95)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class FixedNumberWithoutGateTestCases extends Wrong {
        @Override
        @GoldenSet("engine/forty.jsonl")
        @Samples(value = 5, stopEarly = true)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class FixedNumberWithAnotherGateTestCases extends Wrong {
        @Override
        @GoldenSet("engine/forty.jsonl")
        @Samples(value = 5, stopEarly = true)
        @PassRate(atLeast = 0.9)
        @PassHatK(k = 3, atLeast = 0.5)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(
                        FixedNumberTestCases.class,
                        "@Samples on SamplesTest.FixedNumberTestCases.answers: stopEarly needs a gate whose verdict may be settled before the end, such as @PassRate(atLeast = 0.9)"),
                Arguments.of(
                        FixedNumberWithoutGateTestCases.class,
                        "stopEarly needs a gate whose verdict may be settled before the end, such as @PassRate(atLeast = 0.9)"),
                Arguments.of(
                        FixedNumberWithAnotherGateTestCases.class,
                        "the verdict of @PassHatK(k = 3, atLeast = 0.5) is not settled before every sample has run: remove stopEarly"),
                Arguments.of(
                        NeitherTestCases.class,
                        "@Samples(0) on SamplesTest.NeitherTestCases.answers: each case must run at least once"),
                Arguments.of(
                        BothTestCases.class,
                        "@Samples on SamplesTest.BothTestCases.answers: both value and max are set: value for a fixed"
                                + " number, or max with stopEarly = true"),
                Arguments.of(
                        MaxAloneTestCases.class,
                        "@Samples on SamplesTest.MaxAloneTestCases.answers: max = 50 needs stopEarly = true; for a"
                                + " fixed number write @Samples(50)"),
                Arguments.of(
                        NoGateTestCases.class,
                        "@Samples on SamplesTest.NoGateTestCases.answers: @Samples(max = …, stopEarly = true) needs a"
                                + " gate that can stop, such as @PassRate(atLeast = 0.9, target = 0.95, confidence ="
                                + " 0.95)"),
                Arguments.of(
                        GateOfAllSamplesTestCases.class,
                        "@MeanScore(of = \"exact-match\", atLeast = 0.5) is about every sample, and @Samples(max = …,"
                                + " stopEarly = true) leaves some out: remove the gate, or give cases a fixed number of"
                                + " samples, @Samples(5)"),
                Arguments.of(
                        TargetWithoutMaxTestCases.class,
                        "@PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95) stops as soon as it is sure, so it"
                                + " needs @Samples(max = …, stopEarly = true); without that leave target out"),
                Arguments.of(
                        TargetTooLowTestCases.class,
                        "target = 0.9: it must lie above atLeast = 0.9 and be at most 1, since it is the rate that a"
                                + " good application has"),
                Arguments.of(NoConfidenceTestCases.class, "target = 0.95 needs confidence, such as 0.95"),
                Arguments.of(
                        TooShortTestCases.class,
                        "even a perfect run of 40 × 1 samples is too short to be sure, which takes 56: max = 2 is the least"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isRefusedBeforeAnyCaseRuns(Class<?> type, String message) {
        EvalRun run = EvalTestKit.run(type);

        assertThat(run.statuses()).isEmpty();
        assertThat(run.verdict()).endsWith(message);
    }
}
