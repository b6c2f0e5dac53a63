package dev.junitllm.trace.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a conversation with a model, as OpenTelemetry's conventions for generative AI write them:
 * {@code [{"role":"user","parts":[{"type":"text","content":"…"}]}]}. Parts belong to the message that was begun last. Not safe
 * for use by several threads.
 */
public final class TraceMessages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    private ObjectNode message = JsonNodeFactory.instance.objectNode();
    private ArrayNode parts = JsonNodeFactory.instance.arrayNode();

    /** No messages yet. */
    public TraceMessages() {}

    /**
     * Begins a message.
     *
     * @param role such as {@code user}, {@code assistant}, {@code system} or {@code tool}
     * @return this
     */
    public TraceMessages message(String role) {
        message = messages.addObject().put("role", role);
        parts = message.putArray("parts");
        return this;
    }

    /**
     * Adds text.
     *
     * @param content the text; nothing is added where it is {@code null} or empty
     * @return this
     */
    public TraceMessages text(@Nullable String content) {
        return part("text", content);
    }

    /**
     * Adds what a model thought.
     *
     * @param content the text; nothing is added where it is {@code null} or empty
     * @return this
     */
    public TraceMessages reasoning(@Nullable String content) {
        return part("reasoning", content);
    }

    private TraceMessages part(String type, @Nullable String content) {
        if (content != null && !content.isEmpty()) {
            parts.addObject().put("type", type).put("content", content);
        }
        return this;
    }

    /**
     * Adds that there was something that isn't kept, such as an image.
     *
     * @param type what it was
     * @return this
     */
    public TraceMessages omitted(String type) {
        parts.addObject().put("type", type);
        return this;
    }

    /**
     * Adds a call of a tool that a model asks for.
     *
     * @param id the call's id; {@code null} or empty where it has none
     * @param name the tool
     * @param arguments JSON; whatever isn't is kept as text
     * @return this
     */
    public TraceMessages toolCall(@Nullable String id, String name, @Nullable String arguments) {
        return toolCall(
                id,
                name,
                arguments == null || arguments.isBlank() ? JsonNodeFactory.instance.objectNode() : value(arguments));
    }

    /**
     * Adds a call of a tool that a model asks for.
     *
     * @param id the call's id; {@code null} or empty where it has none
     * @param name the tool
     * @param arguments what the tool is given
     * @return this
     */
    public TraceMessages toolCall(@Nullable String id, String name, JsonNode arguments) {
        identified("tool_call", id).put("name", name).set("arguments", arguments);
        return this;
    }

    /**
     * Adds what a tool answered.
     *
     * @param id the call's id; {@code null} or empty where it has none
     * @param result JSON; whatever isn't is kept as text
     * @return this
     */
    public TraceMessages toolResult(@Nullable String id, @Nullable String result) {
        return toolResult(id, value(result == null ? "" : result));
    }

    /**
     * Adds what a tool answered.
     *
     * @param id the call's id; {@code null} or empty where it has none
     * @param result what it answered
     * @return this
     */
    public TraceMessages toolResult(@Nullable String id, JsonNode result) {
        identified("tool_call_response", id).set("result", result);
        return this;
    }

    private ObjectNode identified(String type, @Nullable String id) {
        ObjectNode part = parts.addObject().put("type", type);
        return id == null || id.isEmpty() ? part : part.put("id", id);
    }

    /**
     * Says why the message ended.
     *
     * @param reason such as {@code stop}; {@code null} or empty where it isn't known
     * @return this
     */
    public TraceMessages finish(@Nullable String reason) {
        if (reason != null && !reason.isEmpty()) {
            message.put("finish_reason", reason);
        }
        return this;
    }

    /**
     * The messages.
     *
     * @return JSON; empty where there is no message
     */
    public String json() {
        return messages.isEmpty() ? "" : messages.toString();
    }

    /**
     * The parts of the message that was begun last, as instructions are written that stand beside the messages.
     *
     * @return JSON; empty where there is no part
     */
    public String partsJson() {
        return parts.isEmpty() ? "" : parts.toString();
    }

    /**
     * The text of the last message of a role that has one.
     *
     * @param role such as {@code user}
     * @return its texts, each on lines of its own
     */
    public Optional<String> lastText(String role) {
        for (int at = messages.size() - 1; at >= 0; at--) {
            Optional<String> text =
                    messages.get(at).path("role").asText().equals(role) ? text(messages.get(at)) : Optional.empty();
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /**
     * The text of the first message that has one.
     *
     * @return its texts, each on lines of its own
     */
    public Optional<String> text() {
        for (JsonNode each : messages) {
            Optional<String> text = text(each);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(JsonNode message) {
        StringBuilder text = new StringBuilder();
        for (JsonNode part : message.path("parts")) {
            if (part.path("type").asText().equals("text")) {
                text.append(text.isEmpty() ? "" : "\n")
                        .append(part.path("content").asText());
            }
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    /** Objects and arrays alone: a text that reads as a number is still the text it was. */
    private static JsonNode value(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json != null && json.isContainerNode() ? json : TextNode.valueOf(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}
