package dev.junitllm.score.trace;

import dev.junitllm.ToolCall;
import dev.junitllm.Trace;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.util.List;
import java.util.Map;

/**
 * Tools were called in an order.
 *
 * @param tools their names; a tool that is named twice must be called twice
 * @param exactly whether no call may come before, between or after them
 */
record ToolOrderRule(List<String> tools, boolean exactly) implements TraceRule {

    @Override
    public ScorerDescription describe() {
        return ScorerDescription.of(
                exactly ? "tool-order-exact" : "tool-order",
                Map.of("tools", tools.toString(), "exactly", Boolean.toString(exactly)));
    }

    @Override
    public Score check(Trace trace) throws ScoringException {
        RecordedSteps.of(trace);
        List<ToolCall> calls = trace.toolCalls();
        List<String> called = calls.stream().map(ToolCall::name).toList();
        int found = inOrder(called);
        boolean passed = exactly ? called.equals(tools) : found == tools.size();
        return Score.passOrFail(passed, passed ? UncalledToolRule.tools(calls) : reason(calls, found))
                .withDetails(Map.of("called", called));
    }

    /** How many of the tools are found before one is missing. */
    private int inOrder(List<String> called) {
        int next = 0;
        for (String tool : called) {
            if (next < tools.size() && tools.get(next).equals(tool)) {
                next++;
            }
        }
        return next;
    }

    private String reason(List<ToolCall> calls, int found) {
        String asked =
                "the tools must be " + (exactly ? "exactly " : "") + RecordedSteps.listed(tools) + ", in this order";
        String missing = found == tools.size()
                ? "there are other calls than these"
                : found == 0
                        ? "%s was not called".formatted(RecordedSteps.quoted(tools.get(0)))
                        : "after %s there is no %s"
                                .formatted(
                                        RecordedSteps.quoted(tools.get(found - 1)),
                                        RecordedSteps.quoted(tools.get(found)));
        return "%s: %s; %s".formatted(asked, missing, UncalledToolRule.tools(calls));
    }
}
