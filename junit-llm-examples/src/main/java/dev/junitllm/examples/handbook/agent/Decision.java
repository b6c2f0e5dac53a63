package dev.junitllm.examples.handbook.agent;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a planner decides.
 *
 * @param thought why
 * @param action the tool to use, or {@code null} where the question is answered
 * @param answer the answer; empty where a tool is to be used
 */
public record Decision(String thought, @Nullable Action action, String answer) {

    static Decision use(String thought, String tool, Map<String, String> arguments) {
        return new Decision(thought, new Action(tool, arguments), "");
    }

    static Decision answer(String thought, String answer) {
        return new Decision(thought, null, answer);
    }
}
