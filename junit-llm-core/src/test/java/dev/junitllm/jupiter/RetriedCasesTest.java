package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Failed tests that are run again in the same JVM until they pass. */
class RetriedCasesTest {

    static class FlakyTestCases {

        static final AtomicInteger TRIES = new AtomicInteger();

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) {
            boolean wrong = golden.id().equals("italy") && TRIES.getAndIncrement() == 0;
            actual.output(wrong ? "Milan" : golden.acceptableAnswers().get(0));
        }
    }

    @Test
    void aCaseThatPassesAtItsSecondTryIsNoPass() {
        assertThat(EvalTestKit.run(FlakyTestCases.class).statuses()).containsEntry("italy", "FAILED");

        assertThat(EvalTestKit.run(FlakyTestCases.class).verdict())
                .startsWith("RetriedCasesTest.FlakyTestCases.answers: ERROR (engine/capitals.jsonl)")
                .contains(
                        "1 case failed before, and passed when run again: italy. To try until a case passes is pass@k");
    }

    static class GatedTestCases {

        static final AtomicInteger TRIES = new AtomicInteger();

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.5)
        void answers(GoldenCase golden, Actual actual) {
            boolean wrong = golden.id().equals("italy") && TRIES.getAndIncrement() == 0;
            actual.output(wrong ? "Milan" : golden.acceptableAnswers().get(0));
        }
    }

    @Test
    void aGateJudgesEachRunByItself() {
        assertThat(EvalTestKit.run(GatedTestCases.class).verdicts()).isEmpty();
        assertThat(EvalTestKit.run(GatedTestCases.class).verdicts()).isEmpty();
    }
}
