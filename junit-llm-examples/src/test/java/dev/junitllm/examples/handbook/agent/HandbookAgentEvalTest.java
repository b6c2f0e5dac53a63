package dev.junitllm.examples.handbook.agent;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.Behavior;
import dev.junitllm.gate.PassRate;
import dev.junitllm.gate.SameBehavior;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.TokenF1;
import dev.junitllm.score.tools.ToolArguments;
import dev.junitllm.score.tools.ToolCallScore;
import dev.junitllm.score.trace.DidNotCallTool;
import dev.junitllm.score.trace.MaxModelCalls;
import dev.junitllm.score.trace.NoErrorSpan;

/** How the agent goes about its questions, and what it answers in the end. */
class HandbookAgentEvalTest {

    private static final TracedAgent.Questions AGENT = TracedAgent.with(planner -> planner);

    // tag::test[]
    @GoldenSet("golden/handbook-agent.jsonl")
    @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
    @ToolCallScore(arguments = ToolArguments.IGNORED) // those each case expects
    @DidNotCallTool("delete_section")
    @MaxModelCalls(5)
    @NoErrorSpan
    @PassRate(atLeast = 0.8)
    @SameBehavior({Behavior.TOOLS, Behavior.TOOL_ORDER, Behavior.DOCUMENTS})
    @SameBehavior(value = Behavior.TOKENS, maxRatio = 1.2)
    void answersWithTools(GoldenCase golden, Actual actual) {
        actual.output(AGENT.answer(golden.input()));
    }
    // end::test[]
}
