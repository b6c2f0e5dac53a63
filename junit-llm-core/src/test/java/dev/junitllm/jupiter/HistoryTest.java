package dev.junitllm.jupiter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.Usage;
import dev.junitllm.gate.NoDrift;
import dev.junitllm.gate.PassRate;
import dev.junitllm.report.Trend;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs a history keeps, and what is made of them. */
class HistoryTest {

    @TempDir
    Path folder;

    EvalModule module;

    static class GatedTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.1)
        void answers(GoldenCase golden, Actual actual) {
            actual.attribute("model", "parrot-2").attribute("cost", "0.25").usage(Usage.of(10, 2));
            EvalModule.answer(this, golden, actual);
        }
    }

    static class AskingTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.1)
        void answers(GoldenCase golden, Actual actual) {
            actual.attribute("finish_reason", golden.id().equals("case-1") ? "content_filter" : "refusal");
            actual.output(golden.id().equals("case-2") ? " " : "yes");
        }
    }

    static class ReplayedTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.1)
        void answers(GoldenCase golden, Actual actual) {
            actual.attribute("replayed", "true");
            EvalModule.answer(this, golden, actual);
        }
    }

    static class TrendTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.1)
        @NoDrift(of = "passRate")
        @Trend(last = 12)
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answer(this, golden, actual);
        }
    }

    static class MisnamedTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @PassRate(atLeast = 0.1)
        @NoDrift(of = "pasRate")
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answer(this, golden, actual);
        }
    }

    static class TooShortTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @Trend(last = 1)
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answer(this, golden, actual);
        }
    }

    @BeforeEach
    void makeModule() {
        module = EvalModule.in(folder).goldenOf(20).set("junit.llm.history", "kept");
    }

    @Test
    void keepsEachWholeRunInALine() throws IOException {
        module.set("junit.llm.prompt-version", "p7").answersNoTo("case-1").run(GatedTestCases.class);
        module.answersWithErrorTo("case-1", "case-2").run(GatedTestCases.class);

        List<JsonNode> lines = history(GatedTestCases.class);
        assertThat(lines).hasSize(2);
        JsonNode first = lines.get(0);
        assertThat(first.path("prompt").asText()).isEqualTo("p7");
        assertThat(first.path("model").asText()).isEqualTo("parrot-2");
        assertThat(first.path("goldenSet").asText()).hasSizeGreaterThan(8);
        assertThat(first.path("scorers").properties()).hasSize(1);
        assertThat(first.path("outcomes").toString())
                .isEqualTo("{\"PASSED\":19,\"FAILED\":1,\"ERROR\":0,\"UNSCORED\":0}");
        assertThat(value(first, "passRate")).isEqualTo(0.95);
        assertThat(first.at("/figures/passRate/standardError").asDouble()).isBetween(0.0499, 0.0501);
        assertThat(value(first, "score exact-match")).isEqualTo(0.95);
        assertThat(value(first, "inputTokens")).isEqualTo(10);
        assertThat(value(first, "outputTokens")).isEqualTo(2);
        assertThat(value(first, "cost")).isEqualTo(0.25);
        assertThat(value(first, "latencyP95")).isGreaterThanOrEqualTo(value(first, "latencyMedian"));
        assertThat(first.path("verdicts").toString())
                .isEqualTo("[{\"gate\":\"@PassRate(atLeast = 0.1)\",\"status\":\"PASS\"}]");
        JsonNode second = lines.get(1);
        assertThat(value(second, "errorRate")).isEqualTo(0.1);
        assertThat(second.path("errors").toString()).isEqualTo("{\"APPLICATION\":2}");
        assertThat(second.at("/verdicts/0/status").asText()).isEqualTo("ERROR");
        assertThat(module.summary()).doesNotContain("history");
    }

    @Test
    void countsEmptyRefusedAndFilteredAnswers() throws IOException {
        module.run(AskingTestCases.class);

        JsonNode line = history(AskingTestCases.class).get(0);
        assertThat(value(line, "emptyRate")).isEqualTo(0.05);
        assertThat(value(line, "contentFilterRate")).isEqualTo(0.05);
        assertThat(value(line, "refusalRate")).isEqualTo(0.95);
    }

    @Test
    void leavesOutRunsThatAreNotWholeAndSaysSo() throws IOException {
        EvalTestKit.EvalRun whole = module.run(GatedTestCases.class);

        module.runOnly(whole.uniqueIdOf("case-3"), GatedTestCases.class);
        assertThat(module.summary()).contains("not in the history: only 1 of 20 cases were picked");
        module.run(GatedTestCases.class, "junit.llm.cases", "case-1*");
        assertThat(module.summary()).contains("not in the history: only 11 of 20 cases were selected");
        module.run(ReplayedTestCases.class);
        assertThat(module.summary()).contains("not in the history: answers were replayed from recordings");

        assertThat(history(GatedTestCases.class)).hasSize(1);
        assertThat(file(ReplayedTestCases.class)).doesNotExist();
    }

    @Test
    void keepsNothingWhereItIsOffAndInTheBuildFolderUnlessSet() throws IOException {
        module.run(GatedTestCases.class, "junit.llm.history", "off");
        assertThat(file(GatedTestCases.class).getParent()).doesNotExist();

        module.run(GatedTestCases.class, "junit.llm.history", "");
        assertThat(folder.resolve("target/llm-history")).isDirectoryContaining("glob:**GatedTestCases.answers.jsonl");
    }

    @Test
    void goesOnBehindALineThatAKilledRunHasLeft() throws IOException {
        module.run(GatedTestCases.class);
        Files.writeString(file(GatedTestCases.class), "{\"schema\":1,", StandardOpenOption.APPEND);

        assertThat(module.run(GatedTestCases.class).verdicts()).isEmpty();
        assertThat(module.summary()).contains("answers.jsonl:2 is left out of the history: malformed JSON");
        assertThat(Files.readAllLines(file(GatedTestCases.class))).hasSize(3);
    }

    @Test
    void failsNoBuildWhereTheHistoryCantBeWritten() throws IOException {
        Files.writeString(folder.resolve("kept"), "a file where a folder should be", UTF_8);

        assertThat(module.run(GatedTestCases.class).verdicts()).isEmpty();
        assertThat(module.summary()).contains("the run was not appended to kept/");
    }

    @Test
    void warnsOfADriftAndFailsWhereItIsAskedTo() throws IOException {
        module.answersNoTo("case-1");
        for (int run = 1; run <= 11; run++) {
            assertThat(module.run(TrendTestCases.class).verdicts()).isEmpty();
        }
        assertThat(module.verdicts().get(1).path("reason").asText()).isEqualTo("no drift for the worse over 11 runs");

        module.answersNoTo("case-1", "case-2", "case-3", "case-4", "case-5", "case-6", "case-7", "case-8", "case-9");
        module.run(TrendTestCases.class);
        EvalTestKit.EvalRun last = module.run(TrendTestCases.class);

        assertThat(last.verdict())
                .contains("FAIL @NoDrift(of = \"passRate\"): passRate falls: 0.55, from a level of 0.95");
        String summary = module.summary();
        assertThat(summary)
                .contains("- drift: passRate falls: 0.55, from a level of 0.95")
                .contains("The last 12 runs ([chart](trends/")
                .contains("| passRate **drifts** | ██████████▁▁ | 0.55 |");
        Path chart = module.lastRun().resolve("trends/" + TrendTestCases.class.getName() + ".answers.svg");
        assertThat(chart).content(UTF_8).startsWith("<svg xmlns=").contains(">12 runs, ");
        assertThat(history(TrendTestCases.class)
                        .get(12)
                        .at("/verdicts/1/status")
                        .asText())
                .isEqualTo("FAIL");

        module.run(TrendTestCases.class, "junit.llm.history.level", "restart");
        assertThat(module.verdicts().get(1).path("status").asText()).isEqualTo("NOT_DECIDED");
        assertThat(module.summary())
                .contains(
                        "the level that drift is measured by is being learnt anew, 1 of 11 runs: junit.llm.history.level"
                                + " = restart was set");
    }

    @Test
    void decidesNothingByAHistoryItDoesNotHave() {
        assertThat(module.run(TrendTestCases.class, "junit.llm.history", "off").verdict())
                .contains("ERROR @NoDrift(of = \"passRate\"): no history is kept: junit.llm.history is off");

        module.run(TrendTestCases.class, "junit.llm.sample", "5");
        assertThat(module.verdicts().get(1).path("status").asText()).isEqualTo("NOT_DECIDED");
    }

    @Test
    void refusesWhatCantBeMeant() {
        assertThat(module.run(MisnamedTestCases.class).verdict())
                .contains("of = \"pasRate\" is no figure of the history; did you mean \"passRate\"?");
        assertThat(module.run(TooShortTestCases.class).verdict())
                .contains("@Trend")
                .contains("last = 1");
        assertThat(module.run(GatedTestCases.class, "junit.llm.history.level", "new")
                        .verdict())
                .contains(
                        "junit.llm.history.level (or JUNIT_LLM_HISTORY_LEVEL) is 'new', but must be one of keep, restart");
    }

    private Path file(Class<?> evals) {
        return folder.resolve("kept/" + evals.getName() + ".answers.jsonl");
    }

    private List<JsonNode> history(Class<?> evals) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file(evals))) {
            lines.add(JsonMapper.builder().build().readTree(line));
        }
        return lines;
    }

    private static double value(JsonNode line, String figure) {
        return line.path("figures").path(figure).path("value").asDouble(Double.NaN);
    }
}
