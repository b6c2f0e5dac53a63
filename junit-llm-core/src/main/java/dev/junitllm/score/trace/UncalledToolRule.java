package dev.junitllm.score.trace;

import dev.junitllm.ToolCall;
import dev.junitllm.Trace;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.util.List;
import java.util.Map;

/**
 * Some tools were not called.
 *
 * @param tools their names
 */
record UncalledToolRule(List<String> tools) implements TraceRule {

    @Override
    public ScorerDescription describe() {
        return ScorerDescription.of(
                RecordedSteps.scoreName("did-not-call-tool", String.join(" ", tools)),
                Map.of("tools", tools.toString()));
    }

    @Override
    public Score check(Trace trace) throws ScoringException {
        RecordedSteps.of(trace);
        List<ToolCall> calls = trace.toolCalls();
        List<String> called = calls.stream()
                .map(ToolCall::name)
                .filter(tools::contains)
                .distinct()
                .toList();
        return Score.passOrFail(
                        called.isEmpty(),
                        called.isEmpty()
                                ? tools(calls)
                                : "%s %s called; %s"
                                        .formatted(
                                                (called.size() == 1 ? "tool " : "tools ")
                                                        + RecordedSteps.listed(called),
                                                called.size() == 1 ? "was" : "were",
                                                tools(calls)))
                .withDetails(Map.of("called", called));
    }

    static String tools(List<ToolCall> calls) {
        return calls.isEmpty()
                ? "no tool was called"
                : "called: "
                        + RecordedSteps.listed(
                                calls.stream().map(ToolCall::name).toList());
    }
}
