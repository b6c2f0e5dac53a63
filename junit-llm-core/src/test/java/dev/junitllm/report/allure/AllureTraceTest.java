package dev.junitllm.report.allure;

import static dev.junitllm.run.VerdictStatus.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.report.waterfall.AgentTrace;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.TraceNote;
import dev.junitllm.trace.HandMadeTrace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a case's trace looks like in Allure. */
class AllureTraceTest {

    private static final Cases CASES = Cases.of(RefundsTestCases.class, "answers");

    @TempDir
    Path folder;

    static class RefundsTestCases {

        @PlannedSet
        void answers(CharSequence golden) {}
    }

    @Test
    void showsTheStepsOfTheApplicationBelowEachOtherAndBeforeTheScores() {
        JsonNode shown = only(judged(), AgentTrace.trace());

        assertThat(names(shown, 0))
                .containsExactly(
                        "invoke_agent refunds",
                        "- retrieval handbook",
                        "- chat gpt-4o-mini",
                        "- execute_tool lookup_order",
                        "- chat gpt-4o-mini",
                        "faithfulness 0.25, below the bar 0.8",
                        "- chat claude-haiku-4-5",
                        "token-f1 0.62, bar 0.5 reached");
    }

    @Test
    void givesEachStepItsTimesAndItsStatus() {
        JsonNode agent = only(judged(), AgentTrace.trace()).path("steps").get(0);
        JsonNode tool = agent.path("steps").get(2);

        assertThat(tool.path("start").asLong() - agent.path("start").asLong()).isEqualTo(846 - 4);
        assertThat(tool.path("stop").asLong() - tool.path("start").asLong()).isEqualTo(455);
        assertThat(agent.path("status").asText()).isEqualTo("passed");
        assertThat(tool.path("status").asText()).isEqualTo("broken");
        assertThat(tool.path("statusDetails").path("message").asText())
                .isEqualTo("no reply from orders:8080 in 450 ms");
    }

    @Test
    void saysOfAStepWhatItWasAndWhatItTook() {
        JsonNode steps = only(judged(), AgentTrace.trace()).path("steps").get(0).path("steps");

        assertThat(Results.parameters(steps.get(0)))
                .containsEntry("kind", "retrieval")
                .containsEntry("query", "Can I return the headphones I bought five weeks ago?")
                .containsEntry("documents", "returns.md#2, warranty.md#1");
        assertThat(Results.parameters(steps.get(1)))
                .containsEntry("kind", "llm")
                .containsEntry("model", "gpt-4o-mini-2024-07-18")
                .containsEntry("tokens", "612 tokens in, 41 out")
                .containsEntry("cost", "$0.00012");
        assertThat(Results.parameters(steps.get(2)))
                .containsEntry("arguments", "{\"item\":\"headphones\",\"customer\":\"[REDACTED:email]\"}");
    }

    @Test
    void givesAScoreTheTimeItTook() {
        JsonNode score = only(judged(), AgentTrace.trace()).path("steps").get(1);

        assertThat(score.path("stop").asLong() - score.path("start").asLong()).isEqualTo(4_100 - 2_960);
        assertThat(score.path("statusDetails").path("message").asText()).isEqualTo("3 of 5 words shared");
    }

    @Test
    void showsWhatWasScoredBesides() {
        Trace trace = HandMadeTrace.invocation(10)
                .step("e", "root", "evaluation politeness", 5, 8, Map.of(TraceNames.KIND, "evaluation"))
                .trace();

        assertThat(names(only(judged(), trace), 0)).endsWith("token-f1 0.62, bar 0.5 reached", "evaluation politeness");
    }

    @Test
    void attachesTheTraceAsAPageAndNamesItsFile() {
        CaseResult judged = judged();

        JsonNode shown = only(judged.with(new TraceNote("traces/1-ab.json", "", "")), AgentTrace.trace());

        Results results = new Results(folder);
        assertThat(results.attachmentNames(shown)).endsWith("trace");
        assertThat(results.attachment(shown, "trace"))
                .contains(
                        "<title>refund-3</title>",
                        "RefundsTestCases.answers",
                        "kept in the run&#39;s folder as traces/1-ab.json");
        assertThat(Results.parameters(shown)).containsEntry("trace", "traces/1-ab.json");
        assertThat(Results.identifying(shown)).containsExactly("case=refund-3");
    }

    @Test
    void attachesNothingWhereNothingWasRecordedButTheScores() {
        Trace trace = HandMadeTrace.invocation(10)
                .step("e", "root", "token-f1", 5, 8, Map.of(TraceNames.KIND, "evaluation"))
                .trace();

        assertThat(new Results(folder).attachmentNames(only(judged(), trace))).doesNotContain("trace");
    }

    @Test
    void attachesTheLogOfAnApplicationThatRecordsNoSteps() {
        Trace trace = HandMadeTrace.invocation(10)
                .event(TraceNames.LOG, 3, Map.of("message", "order found"))
                .trace();

        assertThat(new Results(folder).attachment(only(judged(), trace), "trace"))
                .contains("order found");
    }

    @Test
    void namesTheModelsOfTheTraceInTheEnvironment() throws Exception {
        only(judged(), AgentTrace.trace());

        assertThat(Files.readString(folder.resolve("environment.properties")))
                .contains("gpt-4o-mini-2024-07-18")
                .doesNotContain("claude");
    }

    @Test
    void boundsHowManyStepsThereAreAndHowDeepTheyStand() {
        HandMadeTrace trace = HandMadeTrace.invocation(10);
        for (int i = 0; i < 500; i++) {
            trace.step("s" + i, i % 20 == 0 ? "root" : "s" + (i - 1), "step " + i, i, 500, Map.of());
        }

        List<String> names = names(only(judged(), trace.trace()), 0);

        assertThat(names).hasSize(200 + 1 + 2).contains("and 300 more steps, see the trace");
        assertThat(names).contains("------- step 7", "------- step 8", "------- step 19", "step 20");
    }

    @Test
    void keepsHostileNamesToTheirLine() {
        Trace trace = HandMadeTrace.invocation(10)
                .step(
                        "s",
                        "root",
                        "<script>\n\u202e\u001b[2J" + "x".repeat(5_000),
                        1,
                        2,
                        Map.of(TraceNames.KIND, "tool"))
                .says(TraceNames.TOOL_CALL_ARGUMENTS, "\u0007\n".repeat(5_000))
                .failed("\u001b[2J" + "y".repeat(5_000))
                .trace();

        JsonNode step = only(judged(), trace).path("steps").get(0);

        assertThat(step.path("name").asText())
                .startsWith("<script>\\n\\u202e\\u001b[2Jxxx")
                .hasSizeLessThan(200);
        assertThat(Results.parameters(step).get("arguments"))
                .startsWith("\\u0007\\n")
                .hasSizeLessThan(3_000);
        assertThat(step.path("statusDetails").path("message").asText())
                .startsWith("\\u001b[2Jyyy")
                .endsWith("(5004 characters)");
    }

    private static CaseResult judged() {
        return CASES.result(
                "refund-3",
                1,
                CaseOutcome.FAILED,
                true,
                List.of(Cases.score("faithfulness", 0.25, 0.8), Cases.score("token-f1", 0.62, 0.5)),
                null,
                Cases.exchange("How long?", "60 days"));
    }

    private JsonNode only(CaseResult result, Trace trace) {
        return new AllureRun(folder)
                .plan(Plan.decided(List.of(result), PASS))
                .traced(trace)
                .run(RefundsTestCases.class)
                .named("refund-3");
    }

    private static List<String> names(JsonNode item, int depth) {
        List<String> names = new ArrayList<>();
        item.path("steps").forEach(step -> {
            names.add(("-".repeat(depth) + " " + step.path("name").asText()).strip());
            names.addAll(names(step, depth + 1));
        });
        return names;
    }
}
