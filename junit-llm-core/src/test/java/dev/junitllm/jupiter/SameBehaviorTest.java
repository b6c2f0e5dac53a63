package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.Usage;
import dev.junitllm.gate.Behavior;
import dev.junitllm.gate.NoRegression;
import dev.junitllm.gate.SameBehavior;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.trace.LlmSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traced runs beside a baseline that was recorded from an earlier one. */
class SameBehaviorTest {

    private static final String[] UPDATE = {"junit.llm.baseline", "update"};

    @TempDir
    Path folder;

    static class AgentTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(value = ExactMatch.class, recordOnly = true)
        @SameBehavior
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answer(this, golden, actual);
            callTools(actual);
        }
    }

    static class OnlyAnswersTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @NoRegression
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answer(this, golden, actual);
            callTools(actual);
            actual.output(golden.expected());
        }
    }

    static class UntracedTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(value = ExactMatch.class, recordOnly = true)
        @SameBehavior
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answer(this, golden, actual);
        }
    }

    /** What it answers is what it does: a tool for each word; each takes tokens, and finds a document of its name. */
    public static void callTools(Actual actual) {
        for (String tool : actual.output().split(" ")) {
            try (var span = LlmSpan.llm("planner")) {
                span.usage(Usage.of(90, 10));
            }
            try (var span = LlmSpan.tool(tool)) {
                try (var search = LlmSpan.retrieval("handbook")) {
                    search.documents(List.of(Document.of(tool + "-page", "")));
                }
                span.result("done");
            }
        }
    }

    @Test
    void aRoutingRegressionFailsTheBuildAndIsToldEverywhere() throws IOException {
        EvalModule module = agent(40);
        module.run(AgentTestCases.class, UPDATE);
        assertThat(module.run(AgentTestCases.class).verdicts()).isEmpty();
        assertThat(module.verdict().at("/reason").asText()).isEqualTo("other tools in none of 40 cases");
        assertThat(module.summary()).contains("### Steps, beside the baseline\n\nNothing has changed.");

        answer(module, 7, "search");
        String verdict = module.run(AgentTestCases.class).verdict();

        assertThat(verdict)
                .startsWith(
                        "SameBehaviorTest.AgentTestCases.answers: FAIL (file:golden.jsonl)\n"
                                + "  FAIL @SameBehavior: other tools in 7 of 40 cases (tool 'lookup' no longer called in 7 of 40 cases), of which none may change.")
                .contains("other tools (7):\n      case-1: search, was lookup, search\n")
                .contains(
                        "since the baseline: tool 'lookup' no longer called in 7 of 40 cases; retrieval returned other documents in 7 of 40 cases; models called less often in 7 of 40 cases; tokens −8.8 % (95 % interval −15 % to −2.6 %, Fieller)");
        assertThat(module.summary())
                .contains(
                        "tool 'lookup' no longer called in 7 of 40 cases<br>retrieval returned other documents in 7 of 40 cases")
                .contains("| TOOL steps a case | 2 | 1.825 |  |")
                .contains("| tokens a case | 200 | 182.5 | tokens −8.8 % (95 % interval −15 % to −2.6 %, Fieller) |")
                .contains("| ms of one TOOL step, median |")
                .contains("- other documents (7): case-1 (search-page, was lookup-page, search-page)");
    }

    @Test
    void theBaselineKeepsThePatternOfEachCaseInItsLine() throws IOException {
        EvalModule module = agent(2);
        module.run(AgentTestCases.class, UPDATE);

        assertThat(Files.readAllLines(module.baseline(AgentTestCases.class, "answers")))
                .contains("\"schema\": 2,")
                .anySatisfy(
                        line -> assertThat(line)
                                .startsWith("{\"case\":\"case-2\"")
                                .contains(
                                        "\"steps\":{\"calls\":{\"LLM\":2,\"TOOL\":2,\"RETRIEVAL\":2},\"tokens\":200,\"tools\":[\"search\",\"lookup\"],\"documents\":[\"lookup-page\",\"search-page\"]}"))
                .anySatisfy(line -> assertThat(line).startsWith("\"latency\": {\"LLM\":"));
    }

    @Test
    void anotherGateOnTheBaselineTellsWhatHasChangedToo() {
        EvalModule module = agent(60);
        module.run(OnlyAnswersTestCases.class, UPDATE);
        answer(module, 5, "search pay");

        assertThat(module.run(OnlyAnswersTestCases.class).verdicts()).isEmpty();
        assertThat(module.summary())
                .contains(
                        "since the baseline: tool 'lookup' no longer called in 5 of 60 cases; tool 'pay' newly called in 5 of 60 cases");
    }

    @Test
    void aBaselineOfUntracedRunsIsReadAndSaidToHaveNoSteps() throws IOException {
        EvalModule module = agent(60);
        module.run(UntracedTestCases.class, UPDATE);
        Path untraced = module.baseline(UntracedTestCases.class, "answers");
        assertThat(Files.readString(untraced)).contains("\"schema\": 1,").doesNotContain("steps");
        Files.writeString(
                module.baseline(AgentTestCases.class, "answers"),
                Files.readString(untraced).replace("UntracedTestCases", "AgentTestCases"));

        assertThat(module.run(AgentTestCases.class).verdicts()).isEmpty();
        assertThat(module.verdict().at("/status").asText()).isEqualTo("NOT_DECIDED");
        assertThat(module.verdict().at("/reason").asText()).startsWith("the baseline says nothing of steps");
        assertThat(module.summary()).contains("The baseline was recorded from a run without traces");
    }

    @Test
    void aRunThatIsNotTracedIsAnError() {
        EvalModule module = agent(4);
        module.run(AgentTestCases.class, UPDATE);

        assertThat(module.set("junit.llm.trace", "off")
                        .run(AgentTestCases.class)
                        .verdict())
                .contains("ERROR @SameBehavior: no step was recorded in any case");
    }

    static class WrongTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @SameBehavior({})
        void nothing(GoldenCase golden, Actual actual) {}

        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @SameBehavior(maxChanged = 1)
        void everything(GoldenCase golden, Actual actual) {}

        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @SameBehavior(value = Behavior.TOKENS, maxRatio = 0.9)
        void less(GoldenCase golden, Actual actual) {}

        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @SameBehavior(confidence = 95)
        void percent(GoldenCase golden, Actual actual) {}
    }

    @Test
    void whatCanNotBeMeantIsRefusedBeforeTheFirstCase() {
        assertThat(agent(2).run(WrongTestCases.class).verdicts().stream().map(Throwable::getMessage))
                .hasSize(4)
                .anyMatch(message -> message.contains("value = {}: name at least one behavior"))
                .anyMatch(message ->
                        message.contains("maxChanged = 1.0: it is a share of the cases, at least 0 and below 1"))
                .anyMatch(message -> message.contains("maxRatio = 0.9: it must be at least 1"))
                .anyMatch(message -> message.contains("confidence = 95.0: it must be at least 0.5 and below 1"));
    }

    private EvalModule agent(int cases) {
        Map<String, String> expected = new LinkedHashMap<>();
        for (int i = 1; i <= cases; i++) {
            expected.put("case-" + i, "search lookup");
        }
        return EvalModule.in(folder).golden(expected).answers(Map.of());
    }

    private static void answer(EvalModule module, int cases, String answer) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 1; i <= cases; i++) {
            answers.put("case-" + i, answer);
        }
        module.answers(answers);
    }
}
