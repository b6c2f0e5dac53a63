package dev.junitllm.trace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The tools a model is offered, as OpenTelemetry's conventions write them, whoever's form they came in. */
final class ToolDefinitions {

    private ToolDefinitions() {}

    /** JSON; empty where there are none. */
    static String json(JsonNode tools) {
        ArrayNode definitions = JsonNodeFactory.instance.arrayNode();
        for (JsonNode tool : tools) {
            if (tool.has("functionDeclarations") || tool.has("function_declarations")) {
                WireJson.first(tool, "functionDeclarations", "function_declarations")
                        .forEach(each -> add(definitions, each, "function"));
            } else {
                add(definitions, tool.has("function") ? tool.path("function") : tool, type(tool));
            }
        }
        return definitions.isEmpty() ? "" : definitions.toString();
    }

    /** Anthropic's tools of the user's own are called {@code custom}, or nothing at all. */
    private static String type(JsonNode tool) {
        String type = tool.path("type").asText("function");
        return type.equals("custom") && tool.has("input_schema") ? "function" : type;
    }

    private static void add(ArrayNode definitions, JsonNode tool, String type) {
        ObjectNode definition = definitions.addObject().put("type", type);
        if (tool.path("name").isTextual()) {
            definition.set("name", tool.path("name"));
        }
        if (tool.path("description").isTextual()) {
            definition.set("description", tool.path("description"));
        }
        JsonNode parameters = WireJson.first(tool, "parameters", "input_schema", "parametersJsonSchema");
        if (parameters.isObject()) {
            definition.set("parameters", parameters);
        }
    }
}
