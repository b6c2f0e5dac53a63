package dev.junitllm.trace.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a conversation with a model, as OpenTelemetry's conventions for generative AI write them:
 * {@code [{"role":"user","parts":[{"type":"text","content":"…"}]}]}. Parts belong to the message that was begun last. Not safe
 * for use by several threads.
 */
public final class TraceMessages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Message> messages = new ArrayList<>();
    private Message message = new Message("");

    /** No messages yet. */
    public TraceMessages() {}

    /**
     * Begins a message.
     *
     * @param role such as {@code user}, {@code assistant}, {@code system} or {@code tool}
     * @return this
     */
    public TraceMessages message(String role) {
        message = new Message(role);
        messages.add(message);
        return this;
    }

    /**
     * Adds text.
     *
     * @param content the text; nothing is added where it is {@code null} or empty
     * @return this
     */
    public TraceMessages text(@Nullable String content) {
        if (content != null && !content.isEmpty()) {
            message.part("text").field("content", content).end();
            message.text.append(message.text.isEmpty() ? "" : "\n").append(content);
        }
        return this;
    }

    /**
     * Adds what a model thought.
     *
     * @param content the text; nothing is added where it is {@code null} or empty
     * @return this
     */
    public TraceMessages reasoning(@Nullable String content) {
        if (content != null && !content.isEmpty()) {
            message.part("reasoning").field("content", content).end();
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
        message.part(type).end();
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
        message.part("tool_call")
                .id(id)
                .field("name", name)
                .field("arguments", arguments)
                .end();
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
        message.part("tool_call_response").id(id).field("result", result).end();
        return this;
    }

    /**
     * Says why the message ended.
     *
     * @param reason such as {@code stop}; {@code null} or empty where it isn't known
     * @return this
     */
    public TraceMessages finish(@Nullable String reason) {
        if (reason != null && !reason.isEmpty()) {
            message.finish = reason;
        }
        return this;
    }

    /**
     * The messages.
     *
     * @return JSON; empty where there is no message
     */
    public String json() {
        if (messages.isEmpty()) {
            return "";
        }
        StringBuilder json = new StringBuilder("[");
        for (Message each : messages) {
            each.writeTo(json.append(json.length() == 1 ? "" : ","));
        }
        return json.append(']').toString();
    }

    /**
     * The parts of the message that was begun last, as instructions are written that stand beside the messages.
     *
     * @return JSON; empty where there is no part
     */
    public String partsJson() {
        return message.parts.isEmpty() ? "" : "[" + message.parts + "]";
    }

    /**
     * The text of the last message of a role that has one.
     *
     * @param role such as {@code user}
     * @return its texts, each on lines of its own
     */
    public Optional<String> lastText(String role) {
        for (int at = messages.size() - 1; at >= 0; at--) {
            Message each = messages.get(at);
            if (each.role.equals(role) && !each.text.isEmpty()) {
                return Optional.of(each.text.toString());
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
        for (Message each : messages) {
            if (!each.text.isEmpty()) {
                return Optional.of(each.text.toString());
            }
        }
        return Optional.empty();
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

    /** One message, which is JSON from the start: thousands of these are made, and a tree of each would be thrown away at once. */
    private static final class Message {

        private final String role;
        private final StringBuilder parts = new StringBuilder();
        private final StringBuilder text = new StringBuilder();
        private @Nullable String finish;

        Message(String role) {
            this.role = role;
        }

        Message part(String type) {
            parts.append(parts.isEmpty() ? "{\"type\":" : ",{\"type\":");
            quote(type, parts);
            return this;
        }

        Message id(@Nullable String id) {
            return id == null || id.isEmpty() ? this : field("id", id);
        }

        Message field(String name, @Nullable String value) {
            parts.append(",\"").append(name).append("\":");
            quote(value, parts);
            return this;
        }

        Message field(String name, JsonNode value) {
            parts.append(",\"").append(name).append("\":").append(value);
            return this;
        }

        void end() {
            parts.append('}');
        }

        void writeTo(StringBuilder json) {
            json.append("{\"role\":");
            quote(role, json);
            json.append(",\"parts\":[").append(parts).append(']');
            if (finish != null) {
                json.append(",\"finish_reason\":");
                quote(finish, json);
            }
            json.append('}');
        }

        /** Libraries pass on what a model sent, a call of a tool without a name, too. */
        private static void quote(@Nullable String text, StringBuilder json) {
            if (text == null) {
                json.append("null");
                return;
            }
            json.append('"');
            if (isPlain(text)) {
                json.append(text); // in one piece, and not character by character
            } else {
                JsonStringEncoder.getInstance().quoteAsString(text, json);
            }
            json.append('"');
        }

        private static boolean isPlain(String text) {
            for (int i = 0; i < text.length(); i++) {
                char character = text.charAt(i);
                if (character < ' ' || character == '"' || character == '\\') {
                    return false;
                }
            }
            return true;
        }
    }
}
