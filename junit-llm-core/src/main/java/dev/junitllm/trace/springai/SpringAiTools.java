package dev.junitllm.trace.springai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;

/** The tools a model is offered, as OpenTelemetry's conventions write them. */
final class SpringAiTools {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SpringAiTools() {}

    /** JSON; empty where there are none. */
    static String json(ChatOptions options) {
        ArrayNode definitions = JsonNodeFactory.instance.arrayNode();
        if (options instanceof ToolCallingChatOptions calling && calling.getToolCallbacks() != null) {
            for (ToolCallback tool : calling.getToolCallbacks()) {
                add(tool.getToolDefinition(), definitions.addObject());
            }
        }
        return definitions.isEmpty() ? "" : definitions.toString();
    }

    private static void add(ToolDefinition tool, ObjectNode definition) {
        definition.put("type", "function").put("name", tool.name()).put("description", tool.description());
        try {
            definition.set("parameters", JSON.readTree(tool.inputSchema()));
        } catch (JsonProcessingException | RuntimeException e) {
            // a schema that is none
        }
    }
}
