package dev.junitllm.examples.handbook.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.examples.handbook.EvalRun;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult.Status;

/** A change in routing is noticed that no answer shows. */
class RoutingRegressionTest {

    @Test
    void theGateOnBehaviorFailsThePlannerThatSeesNoDates() {
        EvalRun run = run(HastyAgentEval.class);

        assertThat(run.verdicts().get("answersWithTools"))
                .startsWith("HastyAgentEval.answersWithTools: FAIL (golden/handbook-agent.jsonl)\n"
                        + "  PASS @PassRate(atLeast = 0.7): 13 of 15 cases passed")
                .contains(
                        "FAIL @SameBehavior(value = {TOOLS, TOOL_ORDER, DOCUMENTS}): other tools in 4 of 15 cases (tool 'add_days' no longer called in 4 of 15 cases), of which none may change",
                        "      lamp-claim: read_section, search_handbook, was add_days, read_section, search_handbook\n",
                        "PASS @SameBehavior(value = TOKENS): tokens −18 % over 15 cases, within the allowed +20 %",
                        "since the baseline: tool 'add_days' no longer called in 4 of 15 cases; models called less often in 4 of 15 cases; tokens −18 % (95 % interval −29 % to −1.1 %, Fieller)");
    }

    @Test
    void asManyAnswersAreRightAsBefore() {
        assertThat(run(HastyAgentEval.class).statuses().values())
                .filteredOn(status -> status == Status.SUCCESSFUL)
                .hasSize(13);
        assertThat(run(HandbookAgentEvalTest.class).statuses().values())
                .filteredOn(status -> status == Status.SUCCESSFUL)
                .hasSize(13);
    }

    @Test
    void theGoodPlannerPasses() {
        assertThat(run(HandbookAgentEvalTest.class).verdicts()).isEmpty();
    }

    /** Compared with the committed baselines, whatever the build is asked to record. */
    private static EvalRun run(Class<?> evals) {
        return EvalRun.of(evals, Map.of("junit.llm.baseline", "compare"));
    }
}
