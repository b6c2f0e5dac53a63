package dev.junitllm.jupiter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.ErrorBudget;
import dev.junitllm.gate.NoRegression;
import dev.junitllm.gate.PassRate;
import dev.junitllm.run.TestModule;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.TokenF1;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Who writes baselines, and who doesn't. */
class BaselineRecordingTest {

    private static final String[] UPDATE = {"junit.llm.baseline", "update"};
    private static final String[] APPROVE = {"junit.llm.baseline", "approve"};

    @TempDir
    Path folder;

    static class YesTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @NoRegression
        @ErrorBudget(atMost = 0.5)
        void answers(GoldenCase golden, Actual actual) {
            actual.attribute("model", "parrot-2");
            EvalModule.answer(this, golden, actual);
        }
    }

    static class OtherScoreTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(TokenF1.class)
        @NoRegression
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answer(this, golden, actual);
        }
    }

    static class NoBaselineTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.1)
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answer(this, golden, actual);
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class SampledTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @Samples(4)
        @NoRegression
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answerEvenly(this, golden, actual);
        }
    }

    static class QuarantineTestCases {
        @GoldenSet("file:golden.jsonl")
        @Quarantine("file:quarantine.jsonl")
        @ReferenceScore(ExactMatch.class)
        @NoRegression
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answer(this, golden, actual);
        }
    }

    static class ReplayedTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @NoRegression
        void answers(GoldenCase golden, Actual actual) {
            actual.attribute("replayed", "true");
            EvalModule.answer(this, golden, actual);
        }
    }

    static class BlockingTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @NoRegression
        void answers(GoldenCase golden, Actual actual) throws IOException {
            Path module = TestModule.of(getClass()).folder();
            Files.createDirectories(module.resolve("src/test"));
            Files.writeString(module.resolve("src/test/llm-baselines"), "a file where a folder belongs", UTF_8);
            EvalModule.answer(this, golden, actual);
        }
    }

    static class SameNameTestCases {
        @GoldenSet(value = "file:golden.jsonl", name = "answers")
        @ReferenceScore(ExactMatch.class)
        @NoRegression
        void first(GoldenCase golden, Actual actual) {
            EvalModule.answer(this, golden, actual);
        }

        @GoldenSet(value = "file:golden.jsonl", name = "Answers")
        @ReferenceScore(ExactMatch.class)
        @NoRegression
        void second(GoldenCase golden, Actual actual) {
            EvalModule.answer(this, golden, actual);
        }
    }

    @Test
    void nothingIsWrittenUnlessAskedFor() {
        EvalModule module = EvalModule.in(folder).goldenOf(3);

        assertThat(module.run(YesTestCases.class).verdicts()).isEmpty();

        assertThat(module.folder().resolve("src")).doesNotExist();
        assertThat(module.run(NoBaselineTestCases.class, UPDATE).verdicts()).isEmpty();
        assertThat(module.folder().resolve("src")).doesNotExist();
    }

    @Test
    void updateWritesALinePerCaseAndSaysSo() {
        EvalModule module = EvalModule.in(folder).goldenOf(3).answersNoTo("case-2");

        assertThat(module.run(YesTestCases.class, UPDATE).verdicts()).isEmpty();

        assertThat(baseline(module))
                .filteredOn(line -> line.startsWith("{\"case\""))
                .hasSize(3)
                .element(1)
                .asString()
                .contains(
                        "\"rolling\":{\"outcome\":\"FAILED\",\"passes\":0,\"samples\":1,\"scores\":{\"exact-match\":0.0},\"output\":\"no\"}}");
        assertThat(module.summary())
                .contains("baseline updated: src/test/llm-baselines/"
                        + name(YesTestCases.class).replace("$", "\\$") + ".answers.json, 3 cases\n");
    }

    @Test
    void theHeadSaysWhatWasRecorded() {
        EvalModule module = EvalModule.in(folder)
                .goldenOf(3)
                .set("junit.llm.application-version", "4.2")
                .set("junit.llm.prompt-version", "terse-3");

        module.run(YesTestCases.class, UPDATE);

        assertThat(baseline(module))
                .anyMatch(
                        line -> line.startsWith(
                                "\"rolling\": {\"application\":\"4.2\",\"prompt\":\"terse-3\",\"model\":\"parrot-2\",\"goldenSet\":\""));
    }

    @Test
    void updateMovesTheRollingMarkAndApproveTheAnchorToo() {
        EvalModule module = EvalModule.in(folder).goldenOf(3);
        module.run(YesTestCases.class, UPDATE);

        module.answersNoTo("case-2").run(YesTestCases.class, UPDATE);

        assertThat(line(module, "case-2"))
                .contains("\"rolling\":{\"outcome\":\"FAILED\"", "\"anchor\":{\"outcome\":\"PASSED\"");
        assertThat(line(module, "case-1")).doesNotContain("anchor");
        assertThat(module.summary()).contains("now failing (1): case-2");

        module.run(YesTestCases.class, APPROVE);

        assertThat(line(module, "case-2")).contains("\"outcome\":\"FAILED\"").doesNotContain("anchor");
        assertThat(module.summary()).contains("baseline approved: ", "anchor moved (1): case-2");
        assertThat(module.verdicts().get(0).at("/reason").asText())
                .startsWith("nothing was compared: this run is to be approved");
    }

    @Test
    void aDropThatWasOnlyUpdatedStillFailsAgainstTheAnchor() {
        EvalModule module = EvalModule.in(folder).goldenOf(10);
        module.run(YesTestCases.class, UPDATE);

        String verdict = module.answersNoTo("case-1", "case-2")
                .run(YesTestCases.class, UPDATE)
                .verdict();

        assertThat(verdict)
                .contains(
                        "FAIL @NoRegression: the pass rate over 10 cases is 0.8, and was 1 in the approved baseline: a drop of 0.2, more than the allowed 0.05",
                        "This run is to be recorded as the baseline");
        assertThat(module.run(YesTestCases.class).verdict())
                .contains("was 1 in the approved baseline", "was 0.8 in the baseline: no change");
    }

    @Test
    void aSecondUpdateOfTheSameSaysThatNothingChanged() {
        EvalModule module = EvalModule.in(folder).goldenOf(3);
        module.run(YesTestCases.class, UPDATE);
        module.run(YesTestCases.class, UPDATE);

        assertThat(module.summary()).contains(", 3 cases, nothing changed");
    }

    @Test
    void newGoneAndChangedCasesAreNamed() {
        EvalModule module = EvalModule.in(folder).goldenOf(3);
        module.run(YesTestCases.class, UPDATE);

        module.golden(Map.of("case-1", "yes", "case-3", "si", "case-4", "yes")).run(YesTestCases.class, UPDATE);

        assertThat(module.verdicts().get(0).at("/status").asText()).isEqualTo("NOT_DECIDED");
        assertThat(module.summary()).contains("other content (1): case-3; new (1): case-4; gone (1): case-2");
        assertThat(line(module, "case-3")).doesNotContain("anchor");
    }

    @Test
    void anErrorIsNeverRecorded() {
        EvalModule module = EvalModule.in(folder).goldenOf(3);
        module.run(YesTestCases.class, UPDATE);
        String before = line(module, "case-2");

        module.golden(Map.of("case-1", "yes", "case-2", "yes", "case-3", "yes", "case-4", "yes", "case-5", "yes"))
                .answersWithErrorTo("case-2", "case-5")
                .run(YesTestCases.class, UPDATE);

        assertThat(line(module, "case-2")).isEqualTo(before);
        assertThat(baseline(module)).noneMatch(line -> line.contains("case-5"));
        assertThat(module.summary())
                .contains("kept, for want of a result (1): case-2; left out, for want of a result (1): case-5");
    }

    @Test
    void aCaseInQuarantineIsNotMissedAndKeepsItsMarks() throws IOException {
        EvalModule module = EvalModule.in(folder).goldenOf(60);
        quarantine("case-3");
        module.run(QuarantineTestCases.class, UPDATE);
        assertThat(module.summary()).contains("59 cases; left out, for want of a result (1): case-3");
        List<String> before = baseline(module, QuarantineTestCases.class);

        quarantine("case-2");
        module.answersNoTo("case-2").run(QuarantineTestCases.class);

        assertThat(module.verdicts().get(0).at("/status").asText()).isEqualTo("PASS");
        assertThat(module.verdicts().get(0).at("/reason").asText()).contains("over 58 cases");
        assertThat(module.verdicts().get(0).at("/lists").toString())
                .doesNotContain("case-2")
                .contains("case-3");

        module.run(QuarantineTestCases.class, UPDATE);

        assertThat(module.summary()).contains("60 cases; new (1): case-3; kept, for want of a result (1): case-2");
        assertThat(baseline(module, QuarantineTestCases.class)).containsAll(before.subList(10, 60));
    }

    private void quarantine(String id) throws IOException {
        Files.writeString(
                folder.resolve("quarantine.jsonl"),
                "{\"id\": \"%s\", \"until\": \"2999-12-31\", \"why\": \"it guesses\"}\n".formatted(id),
                UTF_8);
    }

    @Test
    void aRunOfErrorsRecordsNothing() {
        EvalModule module = EvalModule.in(folder).goldenOf(3).answersWithErrorTo("case-1", "case-2");

        assertThat(module.run(YesTestCases.class, UPDATE).verdict()).contains("ERROR");

        assertThat(module.folder().resolve("src")).doesNotExist();
        assertThat(module.summary()).contains("baseline not recorded: a gate ends in ERROR");
    }

    @Test
    void aNarrowedRunRefusesBeforeTheFirstCase() {
        EvalModule module = EvalModule.in(folder).goldenOf(3);

        EvalTestKit.EvalRun run =
                module.run(YesTestCases.class, "junit.llm.baseline", "update", "junit.llm.cases", "case-1");

        assertThat(run.verdict()).contains("only 1 of 3 cases are selected: a baseline is recorded from the whole set");
        assertThat(run.statuses()).isEmpty();
        assertThat(module.folder().resolve("src")).doesNotExist();
    }

    @Test
    void aPartialRunRecordsNothing() {
        EvalModule module = EvalModule.in(folder).goldenOf(3);
        String one = module.run(YesTestCases.class).uniqueIdOf("case-2");

        module.runOnly(one, YesTestCases.class, UPDATE);

        assertThat(module.folder().resolve("src")).doesNotExist();
        assertThat(module.summary()).contains("baseline not recorded: a baseline is recorded from the whole set");
    }

    @Test
    void replayedAnswersAreNotRecorded() {
        EvalModule module = EvalModule.in(folder).goldenOf(3);

        module.run(ReplayedTestCases.class, UPDATE);

        assertThat(module.folder().resolve("src")).doesNotExist();
        assertThat(module.summary()).contains("baseline not recorded: answers were replayed from recordings");
    }

    @Test
    void otherScoresNeedApproval() {
        EvalModule module = EvalModule.in(folder).goldenOf(3);
        module.run(OtherScoreTestCases.class, UPDATE);
        replace(module.baseline(OtherScoreTestCases.class, "answers"), "\"fingerprint\":\"", "\"fingerprint\":\"0");

        assertThat(module.run(OtherScoreTestCases.class, UPDATE).verdict())
                .contains(
                        "ERROR @NoRegression: score token-f1 is made in another way (its metric, judge or criterion has changed) since src/test/llm-baselines/",
                        "approve a new baseline with -Djunit.llm.baseline=approve");
        assertThat(module.summary()).contains("baseline not recorded: ");
        assertThat(module.run(OtherScoreTestCases.class, APPROVE).verdicts()).isEmpty();
        assertThat(module.run(OtherScoreTestCases.class).verdicts()).isEmpty();
    }

    @Test
    void aBrokenBaselineFailsBeforeTheFirstCase() throws IOException {
        EvalModule module = EvalModule.in(folder).goldenOf(3);
        Path file = module.baseline(YesTestCases.class, "answers");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\n\"schema\": 1,\n<<<<<<< HEAD\n", UTF_8);

        EvalTestKit.EvalRun run = module.run(YesTestCases.class);

        assertThat(run.verdict())
                .contains(".answers.json, line 3: malformed JSON")
                .contains("merge conflict");
        assertThat(run.statuses()).isEmpty();
    }

    @Test
    void aBaselineThatCannotBeWrittenFailsTheBuild() {
        EvalModule module = EvalModule.in(folder).goldenOf(1);

        assertThat(module.run(BlockingTestCases.class, UPDATE).verdict()).contains("the baseline can't be written: ");
    }

    @Test
    void samplesAreCountedPerCaseHoweverManyRunAtOnce() {
        EvalModule module = EvalModule.in(folder).goldenOf(20).set("junit.jupiter.execution.parallel.enabled", true);

        module.run(SampledTestCases.class, UPDATE);

        List<String> lines = baseline(module, SampledTestCases.class);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("{\"case\""))
                .hasSize(20)
                .allMatch(
                        line -> line.contains(
                                "\"passes\":2,\"samples\":4,\"scores\":{\"exact-match\":{\"mean\":0.5,\"passes\":2,\"samples\":4}},\"output\":\"no\""));
    }

    @Test
    void hostileIdsAndOutputsComeBackAsTheyWere() {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("../../etc/passwd", "a");
        expected.put("\u202e\u0007 \"}],\n", "b");
        expected.put("<script>", "c");
        EvalModule module = EvalModule.in(folder)
                .golden(expected)
                .answers(Map.of("<script>", "\u0000\r\n]}, {\"case\": \"sk-proj-plantedSecretOfThisTest0123456789\""));

        module.run(YesTestCases.class, UPDATE);

        assertThat(baseline(module)).hasSize(15).noneMatch(line -> line.contains("plantedSecret"));
        assertThat(line(module, "<script>")).contains("[REDACTED:openai-key]");
        module.run(YesTestCases.class);
        assertThat(module.verdicts().get(0).at("/reason").asText()).contains("over 3 cases");
        assertThat(module.verdicts().get(0).at("/lists")).isEmpty();
    }

    @Test
    void twoSetsWithOneFileAreAnError() {
        EvalModule module = EvalModule.in(folder).goldenOf(3);

        assertThat(module.run(SameNameTestCases.class).verdict())
                .contains("would have the same baseline")
                .contains("@GoldenSet(name = \"…\")");
    }

    private static String name(Class<?> evals) {
        return evals.getName();
    }

    private static List<String> baseline(EvalModule module) {
        return baseline(module, YesTestCases.class);
    }

    private static List<String> baseline(EvalModule module, Class<?> evals) {
        try {
            return Files.readAllLines(module.baseline(evals, "answers"), UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String line(EvalModule module, String id) {
        return baseline(module).stream()
                .filter(line -> line.startsWith("{\"case\":\"" + id + "\""))
                .findFirst()
                .orElseThrow();
    }

    private static void replace(Path file, String before, String after) {
        try {
            Files.writeString(file, Files.readString(file, UTF_8).replace(before, after), UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
