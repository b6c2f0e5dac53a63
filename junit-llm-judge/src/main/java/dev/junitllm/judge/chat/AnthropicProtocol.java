package dev.junitllm.judge.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Anthropic's Messages. Models and gateways without {@code output_config} are asked by a tool that they have to use; its input
 * is then the value, apart from text.
 *
 * @param model the model
 */
record AnthropicProtocol(String model) implements ChatProtocol {

    /** The protocol wants a limit, so there has to be one where the request has none. */
    static final int DEFAULT_OUTPUT_LIMIT = 4_096;

    @Override
    public ObjectNode body(ChatRequest request, Set<Adjustment> adjustments) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", model)
                .put("max_tokens", request.sampling().outputLimit().orElse(DEFAULT_OUTPUT_LIMIT));
        boolean isDescribed = adjustments.contains(Adjustment.NO_OUTPUT_FORM);
        List<ChatMessage> messages = isDescribed ? SchemaPrompt.describedIn(request) : request.messages();
        String system = messages.stream()
                .filter(message -> message.role() == ChatRole.SYSTEM)
                .map(ChatMessage::text)
                .collect(Collectors.joining("\n\n"));
        if (!system.isEmpty()) {
            body.put("system", system);
        }
        ArrayNode turns = body.putArray("messages");
        messages.stream()
                .filter(message -> message.role() != ChatRole.SYSTEM)
                .forEach(message ->
                        turns.addObject().put("role", Json.word(message.role())).put("content", message.text()));
        Double temperature = request.sampling().temperature();
        if (temperature != null && !adjustments.contains(Adjustment.NO_TEMPERATURE)) {
            body.put("temperature", Json.number(temperature));
        }
        if (request.output() != null && !isDescribed) {
            form(body, request.output(), adjustments.contains(Adjustment.OTHER_OUTPUT_FORM));
        }
        return body;
    }

    private static void form(ObjectNode body, OutputSchema output, boolean asTool) {
        if (!asTool) {
            body.putObject("output_config")
                    .putObject("format")
                    .put("type", "json_schema")
                    .set("schema", output.schema());
            return;
        }
        body.putArray("tools")
                .addObject()
                .put("name", output.name())
                .put("description", "Hands in the answer.")
                .set("input_schema", output.schema());
        body.putObject("tool_choice").put("type", "tool").put("name", output.name());
    }

    @Override
    public Map<String, Adjustment> adjustable() {
        return Map.of(
                "temperature", Adjustment.NO_TEMPERATURE,
                "output_config", Adjustment.OTHER_OUTPUT_FORM,
                "format", Adjustment.OTHER_OUTPUT_FORM,
                "tool_choice", Adjustment.OTHER_OUTPUT_FORM,
                "tools", Adjustment.OTHER_OUTPUT_FORM);
    }

    @Override
    public List<String> notes(ChatRequest request) {
        List<String> notes = new ArrayList<>();
        if (request.sampling().seed() != null) {
            notes.add("seed not sent: Anthropic's Messages have none");
        }
        if (request.sampling().topLogprobs() != null) {
            notes.add("logprobs not asked for: Anthropic's Messages have none");
        }
        return notes;
    }

    @Override
    public ChatReply read(JsonNode json, ChatRequest request) {
        JsonNode content = json.path("content");
        if (!content.isArray()) {
            throw new Unreadable("answered no list 'content' but " + json);
        }
        StringBuilder text = new StringBuilder();
        JsonNode value = null;
        for (JsonNode block : content) {
            switch (block.path("type").asText("")) {
                case "text" -> text.append(block.path("text").asText(""));
                case "tool_use" -> value = isForm(block, request) ? block.path("input") : value;
                default -> {} // thinking, and what is yet to come
            }
        }
        String raw = Json.text(json.path("stop_reason"));
        FinishReason finish = value != null && "tool_use".equals(raw) ? FinishReason.STOP : finish(raw);
        return ChatReply.of(text.toString())
                .withStructured(value)
                .withFinish(finish, raw)
                .withRefusal(finish == FinishReason.REFUSAL && !text.isEmpty() ? text.toString() : null)
                .withUsage(usage(json.path("usage")))
                .withOrigin(Json.text(json.path("model")), Json.text(json.path("id")));
    }

    private static boolean isForm(JsonNode block, ChatRequest request) {
        OutputSchema output = request.output();
        return output != null && block.path("name").asText("").equals(output.name());
    }

    private static FinishReason finish(@Nullable String raw) {
        return switch (raw == null ? "" : raw) {
            case "end_turn", "stop_sequence" -> FinishReason.STOP;
            case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
            case "refusal" -> FinishReason.REFUSAL;
            case "tool_use" -> FinishReason.TOOL;
            default -> FinishReason.OTHER;
        };
    }

    /** What was read from the cache or written to it is not in Anthropic's {@code input_tokens}, but is in ours. */
    private static Usage usage(JsonNode usage) {
        Long fresh = Json.count(usage.path("input_tokens"));
        Long read = Json.count(usage.path("cache_read_input_tokens"));
        Long written = Json.count(usage.path("cache_creation_input_tokens"));
        return new Usage(
                fresh == null ? null : Json.sum(fresh, read, written),
                Json.count(usage.path("output_tokens")),
                read,
                written,
                Json.count(usage.at("/output_tokens_details/thinking_tokens")));
    }
}
