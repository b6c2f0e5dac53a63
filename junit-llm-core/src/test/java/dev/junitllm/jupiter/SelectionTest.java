package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import org.junit.jupiter.api.Test;

class SelectionTest {

    static class GatedTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.9)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.id().equals("italy") || golden.id().equals("spain") ? "?" : golden.expected());
        }
    }

    @Test
    void aRunOfPickedCasesDecidesNoGateAndStillShowsTheMiss() {
        EvalRun whole = EvalTestKit.run(GatedTestCases.class);

        EvalRun partial = EvalTestKit.only(whole.uniqueIdOf("italy"))
                .andOnly(whole.uniqueIdOf("peru"))
                .execute(GatedTestCases.class);

        assertThat(whole.verdicts()).hasSize(1);
        assertThat(partial.statuses())
                .containsOnlyKeys("italy", "peru")
                .containsEntry("italy", "ABORTED")
                .containsEntry("peru", "SUCCESSFUL");
        assertThat(partial.verdicts()).isEmpty();
    }

    @Test
    void aRunNarrowedByTagsIsAWholeRunOfThatSelection() {
        EvalRun run = EvalTestKit.with("junit.llm.tags", "europe").execute(GatedTestCases.class);

        assertThat(run.statuses()).containsOnlyKeys("france", "italy", "spain");
        assertThat(run.verdict())
                .startsWith("SelectionTest.GatedTestCases.answers: FAIL (engine/capitals.jsonl, 3 of 4 cases)")
                .contains("1 of 3 cases passed: 0.333, below 0.9");
    }

    @Test
    void aRunNarrowedByIdsIsAWholeRunOfThatSelection() {
        EvalRun run = EvalTestKit.with("junit.llm.cases", "p*, fr?nce").execute(GatedTestCases.class);

        assertThat(run.statuses()).containsOnlyKeys("france", "peru");
        assertThat(run.verdicts()).isEmpty();
    }

    @Test
    void aSampleIsDrawnWithTheSeedAndKeepsTheOrderOfTheFile() {
        EvalRun one =
                EvalTestKit.with("junit.llm.sample", 2).and("junit.llm.seed", 7).execute(GatedTestCases.class);
        EvalRun same =
                EvalTestKit.with("junit.llm.sample", 2).and("junit.llm.seed", 7).execute(GatedTestCases.class);

        assertThat(one.statuses()).hasSize(2);
        assertThat(same.statuses().keySet())
                .containsExactlyElementsOf(one.statuses().keySet());
    }

    @Test
    void aFilterThatLeavesNothingFails() {
        EvalRun run = EvalTestKit.with("junit.llm.tags", "asia").execute(GatedTestCases.class);

        assertThat(run.statuses()).isEmpty();
        assertThat(run.verdict())
                .contains("engine/capitals.jsonl")
                .contains("asia")
                .contains("europe");
    }

    static class EmptyTestCases {
        @GoldenSet("engine/empty.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) {}
    }

    @Test
    void anEmptyGoldenSetFails() {
        assertThat(EvalTestKit.run(EmptyTestCases.class).verdict()).contains("engine/empty.jsonl");
    }

    static class SampledTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @Samples(2)
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }
    }

    @Test
    void eachSampleIsATestOfItsOwn() {
        assertThat(EvalTestKit.run(SampledTestCases.class).statuses().keySet())
                .containsExactly(
                        "france [1/2]",
                        "france [2/2]",
                        "italy [1/2]",
                        "italy [2/2]",
                        "spain [1/2]",
                        "spain [2/2]",
                        "peru [1/2]",
                        "peru [2/2]");
    }
}
