package dev.junitllm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A call of a tool, expected by a golden case or made by the application. Immutable. */
public final class ToolCall {

    private final String name;
    private final JsonNode arguments;

    private ToolCall(String name, JsonNode arguments) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a tool call needs a name that isn't blank");
        }
        this.name = name;
        this.arguments = arguments.deepCopy();
    }

    /**
     * Makes a call without arguments.
     *
     * @param name the tool's name; never blank
     * @return the call
     */
    public static ToolCall of(String name) {
        return new ToolCall(name, JsonNodeFactory.instance.objectNode());
    }

    /**
     * Makes a call with arguments.
     *
     * @param name the tool's name; never blank
     * @param arguments the arguments, usually a JSON object; copied
     * @return the call
     */
    public static ToolCall of(String name, JsonNode arguments) {
        return new ToolCall(name, arguments);
    }

    /**
     * The tool's name.
     *
     * @return the name, never blank
     */
    public String name() {
        return name;
    }

    /**
     * The arguments.
     *
     * @return a copy, safe to change
     */
    public JsonNode arguments() {
        return arguments.deepCopy();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ToolCall call && name.equals(call.name) && arguments.equals(call.arguments);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + arguments.hashCode();
    }

    @Override
    public String toString() {
        return name + arguments;
    }
}
