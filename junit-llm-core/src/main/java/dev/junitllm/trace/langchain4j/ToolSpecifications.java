package dev.junitllm.trace.langchain4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tools a model is offered, as OpenTelemetry's conventions write them. */
final class ToolSpecifications {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ToolSpecifications() {}

    /** JSON; empty where there are none. */
    static String json(@Nullable List<ToolSpecification> tools) {
        ArrayNode definitions = JsonNodeFactory.instance.arrayNode();
        for (ToolSpecification tool : tools == null ? List.<ToolSpecification>of() : tools) {
            ObjectNode definition =
                    definitions.addObject().put("type", "function").put("name", tool.name());
            if (tool.description() != null) {
                definition.put("description", tool.description());
            }
            JsonNode parameters = parameters(tool);
            if (parameters.isObject()) {
                definition.set("parameters", parameters);
            }
        }
        return definitions.isEmpty() ? "" : definitions.toString();
    }

    private static JsonNode parameters(ToolSpecification tool) {
        try {
            return JSON.readTree(tool.toJson()).path("parameters");
        } catch (JsonProcessingException | RuntimeException | LinkageError e) {
            return JsonNodeFactory.instance.missingNode(); // a version that can't say it
        }
    }
}
