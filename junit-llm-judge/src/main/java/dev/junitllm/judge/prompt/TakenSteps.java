package dev.junitllm.judge.prompt;

import dev.junitllm.Actual;
import dev.junitllm.SpanKind;
import dev.junitllm.ToolCall;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tool calls that the application made and, where its trace says so, what came of each. */
final class TakenSteps {

    /** More of a result than tells whether the call was of use. */
    private static final int LONGEST_RESULT = 2_000;

    private TakenSteps() {}

    static List<String> of(Actual actual) {
        List<ToolCall> calls = actual.toolCalls();
        List<TraceSpan> steps = actual.trace().ofKind(SpanKind.TOOL);
        boolean traced = calls.equals(actual.trace().toolCalls());
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            texts.add(calls.get(i) + (traced ? outcome(steps.get(i)) : ""));
        }
        return texts;
    }

    private static String outcome(TraceSpan step) {
        return step.error()
                .map(error -> "\nfailed: " + cut(error))
                .or(() -> result(step).map(result -> "\ngave: " + cut(result)))
                .orElse("");
    }

    private static Optional<String> result(TraceSpan step) {
        return step.text(TraceNames.TOOL_CALL_RESULT).or(() -> step.text(TraceNames.OUTPUT_VALUE));
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_RESULT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_RESULT - 1)) ? LONGEST_RESULT - 1 : LONGEST_RESULT;
        return text.substring(0, end) + "… (" + text.length() + " characters)";
    }
}
