package dev.junitllm.examples.handbook.agent;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.Behavior;
import dev.junitllm.gate.PassRate;
import dev.junitllm.gate.SameBehavior;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.TokenF1;

/**
 * What a routing regression looks like: the agent under a planner that no longer sees dates, beside the baseline of the one
 * that did. Most answers are as good as before, and the pass rate is content. Its name keeps it out of the build; run it by
 * {@code mvn -Pdemo test -Dtest=HastyAgentEval}. {@link RoutingRegressionTest} sees to it that it fails.
 */
class HastyAgentEval {

    private static final TracedAgent.Questions AGENT = TracedAgent.with(HastyPlanner::new);

    @GoldenSet("golden/handbook-agent.jsonl")
    @ReferenceScore(value = TokenF1.class, atLeast = 0.35)
    @PassRate(atLeast = 0.7)
    @SameBehavior({Behavior.TOOLS, Behavior.TOOL_ORDER, Behavior.DOCUMENTS})
    @SameBehavior(value = Behavior.TOKENS, maxRatio = 1.2)
    void answersWithTools(GoldenCase golden, Actual actual) {
        actual.output(AGENT.answer(golden.input()));
    }
}
