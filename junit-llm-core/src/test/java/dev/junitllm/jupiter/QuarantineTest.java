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
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases that are known to be flaky run and are shown, and fail nothing. */
class QuarantineTest {

    private static void answer(GoldenCase golden, Actual actual, String... wrong) {
        actual.output(
                Stream.of(wrong).anyMatch(golden.id()::equals)
                        ? "wrong"
                        : golden.acceptableAnswers().get(0));
    }

    static class WithoutGateTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @Quarantine("engine/quarantine/france.jsonl")
        void answers(GoldenCase golden, Actual actual) {
            answer(golden, actual, "france");
        }
    }

    static class AssertingTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @Quarantine("engine/quarantine/france.jsonl")
        void answers(GoldenCase golden, Actual actual) {
            answer(golden, actual);
            assertThat(golden.id()).isNotEqualTo("france");
        }
    }

    static class GateThatOtherCasesFailTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @Quarantine("engine/quarantine/france.jsonl")
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            answer(golden, actual, "france", "spain");
        }
    }

    static class GateThatOnlyTheQuarantinedWouldFailTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @Quarantine("engine/quarantine/france.jsonl")
        @PassRate(atLeast = 1)
        void answers(GoldenCase golden, Actual actual) {
            if (golden.id().equals("france")) {
                throw new IllegalStateException("503");
            }
            answer(golden, actual);
        }
    }

    @Quarantine("engine/quarantine/unknown.jsonl")
    static class OnTheClassTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class WrongEntriesTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @Quarantine("engine/quarantine/wrong.jsonl")
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class MissingFileTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @Quarantine("engine/quarantine/frence.jsonl")
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class MostlyTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @Quarantine("engine/quarantine/most.jsonl")
        void answers(GoldenCase golden, Actual actual) {}
    }

    @Test
    void aMissOfAQuarantinedCaseIsShownAndFailsNothing() {
        EvalRun run = EvalTestKit.run(WithoutGateTestCases.class);

        assertThat(run.statuses())
                .isEqualTo(Map.of(
                        "france", "ABORTED", "spain", "SUCCESSFUL", "italy", "SUCCESSFUL", "peru", "SUCCESSFUL"));
        assertThat(run.thrownBy("france"))
                .hasMessageStartingWith(
                        "below the bar; in quarantine until 2999-12-31 (the model guesses; ticket 4711)");
        assertThat(run.verdicts()).isEmpty();
    }

    @Test
    void neitherDoesItsOwnAssertion() {
        EvalRun run = EvalTestKit.run(AssertingTestCases.class);

        assertThat(run.statuses()).containsEntry("france", "ABORTED");
        assertThat(run.thrownBy("france"))
                .hasMessageStartingWith(
                        "the test's own assertion failed; in quarantine until 2999-12-31 (the model guesses; ticket"
                                + " 4711)");
        assertThat(run.verdicts()).isEmpty();
    }

    @Test
    void noGateSeesIt() throws IOException {
        EvalRun run = EvalTestKit.run(GateThatOtherCasesFailTestCases.class);

        assertThat(run.verdict())
                .contains("2 of 3 cases passed: 0.667, below 1")
                .contains("FAILED spain")
                .doesNotContain("FAILED france")
                .contains("1 case in quarantine, no part of the verdicts");
        assertThat(Files.readString(run.folder().resolve("summary.md")))
                .contains("2 passed, 1 failed, 0 error, 1 case in quarantine")
                .contains("| france | 0 passed, 1 failed | 2999-12-31 | the model guesses; ticket 4711 |");
        assertThat(Files.readString(run.folder().resolve("cases.jsonl")))
                .contains("\"quarantine\":\"until 2999-12-31 (the model guesses; ticket 4711)\"")
                .containsOnlyOnce("\"quarantine\"");
    }

    @Test
    void itsErrorsCountAgainstNoBudget() {
        assertThat(EvalTestKit.run(GateThatOnlyTheQuarantinedWouldFailTestCases.class)
                        .verdicts())
                .isEmpty();
    }

    @Test
    void aRunOfNothingElseHasCheckedNothing() {
        assertThat(EvalTestKit.with("junit.llm.cases", "france")
                        .execute(WithoutGateTestCases.class)
                        .verdict())
                .contains("every case that ran is in quarantine, so nothing was checked");
        assertThat(EvalTestKit.with("junit.llm.cases", "france")
                        .execute(GateThatOtherCasesFailTestCases.class)
                        .verdict())
                .contains("every case that ran is in quarantine, so nothing was checked");
    }

    @Test
    void oneOfItAloneIsAPartialRun() {
        String id = EvalTestKit.run(WithoutGateTestCases.class).uniqueIdOf("france");

        EvalRun run = EvalTestKit.only(id).execute(WithoutGateTestCases.class);

        assertThat(run.statuses()).containsExactly(Map.entry("france", "ABORTED"));
        assertThat(run.verdicts()).isEmpty();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(
                        OnTheClassTestCases.class,
                        "engine/quarantine/unknown.jsonl:2, case 'frence': no case has this id; did you mean"
                                + " 'france'?"),
                Arguments.of(WrongEntriesTestCases.class, """
                    engine/quarantine/wrong.jsonl:1, case 'france': its quarantine ended on 2020-01-31 (flaky); remove the line, so that the case counts again, or give it another day if it is still known to be flaky
                      engine/quarantine/wrong.jsonl:2, case 'spain': it has no 'until'; write {"id": "refund-3", "until": "2027-01-31", "why": "…"}
                      engine/quarantine/wrong.jsonl:3, case 'spain': it has no 'why'; write {"id": "refund-3", "until": "2027-01-31", "why": "…"}
                      engine/quarantine/wrong.jsonl:4, case 'spain': 'until' is 'soon'; write a day, such as 2027-01-31
                      engine/quarantine/wrong.jsonl:5, case 'spain': it has a field 'reason'; write {"id": "refund-3", "until": "2027-01-31", "why": "…"}
                      engine/quarantine/wrong.jsonl:7, case 'italy': line 6 names it too; remove one of the two\
                    """),
                Arguments.of(MissingFileTestCases.class, "engine/quarantine/frence.jsonl: not found: looked for it on"),
                Arguments.of(
                        MostlyTestCases.class,
                        "@Quarantine on QuarantineTest.MostlyTestCases.answers: 3 of 4 cases are in quarantine, over"
                                + " half of the set, so its gates would judge something else than the set"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongWithTheFileIsSaidBeforeAnyCaseRuns(Class<?> type, String message) {
        EvalRun run = EvalTestKit.run(type);

        assertThat(run.statuses()).isEmpty();
        assertThat(run.verdict()).contains(message);
    }
}
