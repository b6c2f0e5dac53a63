package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Gates of a part of a golden set, by the real engine: 12 cases are English, of which one fails, and 12 German, of which four do. */
class SlicedGatesTest {

    static class TwoLanguagesTestCases {
        @GoldenSet("engine/languages.jsonl")
        @ReferenceScore(ExactMatch.Folded.class)
        @PassRate(atLeast = 0.75)
        @PassRate(atLeast = 0.9, slice = "language=en")
        @PassRate(atLeast = 0.75, slice = "language=de")
        void answers(GoldenCase golden, Actual actual) {
            actual.output(answer(golden));
        }
    }

    static class OnlyGermanIsGatedTestCases {
        @GoldenSet("engine/languages.jsonl")
        @ReferenceScore(ExactMatch.Folded.class)
        @PassRate(atLeast = 0.5, slice = "language=de")
        void answers(GoldenCase golden, Actual actual) {
            actual.output(answer(golden));
        }
    }

    static class OneOfManyValuesTestCases {
        @GoldenSet("engine/languages.jsonl")
        @ReferenceScore(ExactMatch.Folded.class)
        @PassRate(atLeast = 0.5)
        @PassRate(atLeast = 1, slice = "author=person 3")
        void answers(GoldenCase golden, Actual actual) {
            actual.output(answer(golden));
        }
    }

    static class UnknownSliceTestCases {
        @GoldenSet("engine/languages.jsonl")
        @ReferenceScore(ExactMatch.Folded.class)
        @PassRate(atLeast = 0.5, slice = "langauge=de")
        void answers(GoldenCase golden, Actual actual) {
            actual.output(answer(golden));
        }
    }

    @Test
    void failByTheSliceThatIsTooLow() throws IOException {
        EvalRun run = EvalTestKit.run(TwoLanguagesTestCases.class);

        assertThat(run.verdict())
                .contains("PASS @PassRate(atLeast = 0.75): 19 of 24 cases passed")
                .contains("PASS @PassRate(atLeast = 0.9, slice = \"language=en\"): 11 of 12 cases passed")
                .contains("FAIL @PassRate(atLeast = 0.75, slice = \"language=de\"): 8 of 12 cases passed");
        assertThat(Files.readString(run.folder().resolve("summary.md")))
                .contains("**Slices**, exploratory: ")
                .contains("| language=de | 12 | 0.667 | ")
                .contains("| tag=small | 4 | ")
                .contains(" | too small |")
                .doesNotContain("person");
    }

    @Test
    void answerForNoMissOfAnotherSlice() {
        EvalRun run = EvalTestKit.run(OnlyGermanIsGatedTestCases.class);

        assertThat(run.verdicts()).isEmpty();
        assertThat(run.statuses())
                .containsEntry("case-12", "FAILED")
                .containsEntry("case-15", "ABORTED")
                .containsEntry("case-11", "SUCCESSFUL");
    }

    @Test
    void mayLookAtOneOfManyValues() {
        assertThat(EvalTestKit.run(OneOfManyValuesTestCases.class).verdicts()).isEmpty();
    }

    @Test
    void areRefusedBeforeAnyCaseRunsWhereNoCaseBelongsToTheSlice() {
        EvalRun run = EvalTestKit.run(UnknownSliceTestCases.class);

        assertThat(run.statuses()).isEmpty();
        assertThat(run.verdict())
                .endsWith(
                        "slice = \"langauge=de\" is a part of the set that no case belongs to; did you mean language=de?");
    }

    @Test
    void areNotDecidedWhereNoCaseOfTheSliceWasSelected() {
        EvalRun run = EvalTestKit.with("junit.llm.cases", "case-01,case-02").execute(TwoLanguagesTestCases.class);

        assertThat(run.verdicts()).isEmpty();
    }

    /** Wrong for every third German case, and for the last English one. */
    private static String answer(GoldenCase golden) {
        int number = Integer.parseInt(golden.input());
        return number == 12 || (number > 12 && number % 3 == 0) ? "wrong" : golden.input();
    }
}
