package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassAtK;
import dev.junitllm.gate.PassHatK;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What several samples of each case say, and the gates that look at them. */
class FlakinessTest {

    /** France is always right, Italy every second time, Spain never, Peru but for the last time. */
    abstract static class Flaky {

        private static final Map<String, String> RIGHT =
                Map.of("france", "++++", "italy", "+-+-", "spain", "----", "peru", "+++-");

        private static final Map<Object, Integer> ASKED = new ConcurrentHashMap<>();

        void answer(GoldenCase golden, Actual actual) {
            int sample = ASKED.merge(getClass().getSimpleName() + golden.id(), 1, Integer::sum) - 1;
            boolean right = RIGHT.get(golden.id()).charAt(sample % 4) == '+';
            actual.output(right ? golden.acceptableAnswers().get(0) : "wrong");
        }
    }

    static class OneOfTwoTestCases extends Flaky {
        @GoldenSet("engine/capitals.jsonl")
        @Samples(4)
        @ReferenceScore(ExactMatch.class)
        @PassAtK(k = 2, atLeast = 0.7)
        void answers(GoldenCase golden, Actual actual) {
            answer(golden, actual);
        }
    }

    static class AllOfTwoTestCases extends Flaky {
        @GoldenSet("engine/capitals.jsonl")
        @Samples(4)
        @ReferenceScore(ExactMatch.class)
        @PassHatK(k = 2, atLeast = 0.7)
        void answers(GoldenCase golden, Actual actual) {
            answer(golden, actual);
        }
    }

    static class TooFewSamplesTestCases extends Flaky {
        @GoldenSet("engine/capitals.jsonl")
        @Samples(4)
        @ReferenceScore(ExactMatch.class)
        @PassHatK(k = 5, atLeast = 0.7)
        void answers(GoldenCase golden, Actual actual) {
            answer(golden, actual);
        }
    }

    @Test
    void passAtKForgivesWhatPassHatKDoesNot() {
        EvalRun forgiving = EvalTestKit.run(OneOfTwoTestCases.class);
        EvalRun strict = EvalTestKit.run(AllOfTwoTestCases.class);

        assertThat(forgiving.verdicts()).isEmpty(); // (1 + 5/6 + 0 + 1) / 4
        assertThat(forgiving.statuses())
                .containsEntry("italy [2/4]", "ABORTED")
                .containsEntry("italy [3/4]", "SUCCESSFUL");
        assertThat(strict.verdict()) // (1 + 1/6 + 0 + 1/2) / 4
                .contains("FAIL @PassHatK(k = 2, atLeast = 0.7): pass^2 of 4 cases: 0.417, below 0.7")
                .contains("italy: 2 of 4 passed")
                .contains(
                        "of 4 cases 1 passed every time, 1 never, 2 are flaky; two samples of a case agree with a chance of 0.708");
    }

    @Test
    void theSummarySaysWhereDifferencesComeFrom() throws IOException {
        EvalRun run = EvalTestKit.run(AllOfTwoTestCases.class);

        assertThat(Files.readString(run.folder().resolve("summary.md")))
                .contains("### From sample to sample")
                .contains("of 4 cases 1 passed every time, 1 never, 2 are flaky")
                .containsPattern(
                        "\\| passed or not \\| 0\\.\\d+ \\(\\d+ %\\) \\| 0\\.\\d+ \\(\\d+ %\\) \\| no votes \\|")
                .contains("| italy | 2 of 4 |\n| peru | 3 of 4 |");
    }

    @Test
    void moreThanThereAreSamplesIsRefusedBeforeAnyCaseRuns() {
        EvalRun run = EvalTestKit.run(TooFewSamplesTestCases.class);

        assertThat(run.statuses()).isEmpty();
        assertThat(run.verdict())
                .endsWith(
                        "@PassHatK on FlakinessTest.TooFewSamplesTestCases.answers: k = 5 needs at least 5 samples of each case, and there are 4: write @Samples(5) or more");
    }
}
