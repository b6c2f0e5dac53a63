package dev.junitllm.score.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Printable;
import dev.junitllm.ToolCall;
import java.util.List;

/**
 * A tool call whose arguments are copied once, not at each look.
 *
 * @param name the tool's name
 * @param arguments the arguments, not to be changed
 */
record Call(String name, JsonNode arguments) {

    private static final int SHOWN = 100;

    static List<Call> of(List<ToolCall> calls) {
        return calls.stream()
                .map(call -> new Call(call.name(), call.arguments()))
                .toList();
    }

    /** For messages. */
    @Override
    public String toString() {
        return Printable.line(name + arguments, SHOWN);
    }
}
