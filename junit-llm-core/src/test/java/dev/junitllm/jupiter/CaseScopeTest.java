package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.CaseScope;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.MeanScore;
import dev.junitllm.gate.PassRate;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What a test body can say of a case beside its answer: that it was replayed, or that nobody answered. */
class CaseScopeTest {

    static class NothingToAskTestCases {

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.5)
        void answers(GoldenCase golden, Actual actual, CaseScope scope) {
            scope.unanswered(CaseError.NOT_RUN, "no model for " + scope.caseId());
            actual.output("Sorry, I am not available."); // an application that swallows the error
        }
    }

    @Test
    void notRunIsSkippedUnderAGateWhichIsNotDecided() {
        EvalTestKit.EvalRun run = EvalTestKit.run(NothingToAskTestCases.class);

        assertThat(run.statuses().values()).hasSize(4).containsOnly("ABORTED");
        assertThat(run.thrownBy("italy")).hasMessageStartingWith("NOT RUN: no model for italy");
        assertThat(run.verdicts()).isEmpty();
    }

    static class NothingToAskWithoutGateTestCases {

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, CaseScope scope) {
            scope.unanswered(CaseError.NOT_RUN, "no model");
            throw new AssertionError("the answer is missing");
        }
    }

    @Test
    void notRunIsSkippedWithoutAGateWhateverTheBodyMakesOfIt() {
        EvalTestKit.EvalRun run = EvalTestKit.run(NothingToAskWithoutGateTestCases.class);

        assertThat(run.statuses().values()).hasSize(4).containsOnly("ABORTED");
        assertThat(run.thrownBy("italy")).hasMessage("NOT RUN: no model");
        assertThat(run.verdicts()).isEmpty();
    }

    static class PartlyRunTestCases {

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 1)
        @MeanScore(of = "exact-match", atLeast = 0.1)
        void answers(GoldenCase golden, Actual actual, CaseScope scope) {
            if (golden.id().equals("italy")) {
                scope.unanswered(CaseError.NOT_RUN, "no model");
            }
            if (golden.id().equals("france")) {
                throw new IllegalStateException("the application fell over");
            }
            actual.output(golden.expected());
        }
    }

    @Test
    void otherErrorsStillCountAgainstTheErrorBudget() {
        EvalTestKit.EvalRun run = EvalTestKit.run(PartlyRunTestCases.class);

        assertThat(run.verdict())
                .contains(VerdictStatus.ERROR.name())
                .contains("ended in an error")
                .contains("NOT RUN: 1 of 4 cases")
                .contains("NOT RUN italy")
                .contains("ERROR france");
        assertThat(run.folder().resolve("summary.md"))
                .content()
                .contains("1 error, 1 not run", "| italy | NOT RUN |", "| france | ERROR |");
    }

    static class SwallowedTestCases {

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual, CaseScope scope) {
            scope.unanswered("NO_RECORDING", "nothing is recorded");
            scope.unanswered(CaseError.NOT_RUN, "too late");
            actual.output(golden.expected());
        }
    }

    @Test
    void anAnswerThatWasNotHadIsAnErrorEvenWhereTheApplicationHidesIt() {
        EvalTestKit.EvalRun run = EvalTestKit.run(SwallowedTestCases.class);

        assertThat(run.statuses().values()).hasSize(4).containsOnly("FAILED");
        assertThat(run.thrownBy("italy")).hasMessageContaining("nothing is recorded");
    }

    static class ReplayedTestCases {

        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual, CaseScope scope) {
            assertThat(scope.sample()).isEqualTo(1);
            assertThat(scope.moduleFolder())
                    .hasValueSatisfying(
                            folder -> assertThat(folder.resolve("pom.xml")).exists());
            if (golden.id().equals("italy")) {
                scope.whenEnded(whole -> "the set was whole: " + whole);
                scope.replayed();
                actual.output("wrong");
            } else {
                actual.output(golden.expected());
            }
        }
    }

    @Test
    void aReplayedRunSaysSo() throws IOException {
        EvalTestKit.EvalRun run = EvalTestKit.run(ReplayedTestCases.class);

        assertThat(run.verdict()).contains("replayed: 1 of 4 cases from recordings; the set was whole: true");
        assertThat(Files.readString(run.folder().resolve("cases.jsonl"))).containsOnlyOnce("\"replayed\":\"true\"");
        assertThat(Files.readString(run.folder().resolve("run.json"))).contains("\"replayed\" : 1");
        assertThat(Files.readString(run.folder().resolve("summary.md"))).contains("replayed: 1 of 4 cases");
    }
}
