package dev.junitllm.score.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Printable;
import dev.junitllm.ToolCall;
import dev.junitllm.Trace;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tool was called, with some arguments among those it was given.
 *
 * @param tool its name
 * @param arguments those that count; an empty object for none
 */
record CalledToolRule(String tool, JsonNode arguments) implements TraceRule {

    private static final int SHOWN = 200;

    @Override
    public ScorerDescription describe() {
        return ScorerDescription.of(
                RecordedSteps.scoreName("called-tool", tool), Map.of("tool", tool, "arguments", arguments.toString()));
    }

    @Override
    public Score check(Trace trace) throws ScoringException {
        RecordedSteps.of(trace);
        List<ToolCall> calls = trace.toolCalls();
        List<ToolCall> ofTool =
                calls.stream().filter(call -> call.name().equals(tool)).toList();
        boolean called = ofTool.stream().anyMatch(call -> JsonPart.isIn(arguments, call.arguments()));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("called", ofTool.size());
        details.put("tools", calls.stream().map(ToolCall::name).distinct().toList());
        return Score.passOrFail(called, reason(calls, ofTool, called)).withDetails(details);
    }

    private String reason(List<ToolCall> calls, List<ToolCall> ofTool, boolean called) {
        String name = RecordedSteps.quoted(tool);
        if (ofTool.isEmpty()) {
            return "tool %s was not called; %s".formatted(name, UncalledToolRule.tools(calls));
        }
        if (called) {
            return "tool %s was called".formatted(name);
        }
        return "tool %s was called, but never with %s: %s"
                .formatted(
                        name,
                        Printable.line(arguments.toString(), SHOWN),
                        Printable.line(
                                ofTool.stream()
                                        .map(call -> call.arguments().toString())
                                        .toList()
                                        .toString(),
                                SHOWN));
    }
}
