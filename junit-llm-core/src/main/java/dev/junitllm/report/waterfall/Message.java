package dev.junitllm.report.waterfall;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One message of a conversation with a model.
 *
 * @param role who speaks, such as {@code user}
 * @param parts what is said
 */
record Message(String role, List<Part> parts) {

    /** Not worth saying: a model had said what it wanted to. */
    private static final Set<String> EXPECTED = Set.of("stop", "end_turn", "tool_call", "tool_calls", "tool_use");

    private static final ObjectMapper JSON = new ObjectMapper();

    Message {
        parts = List.copyOf(parts);
    }

    /**
     * A part of a message.
     *
     * @param title what it is, such as {@code calls lookup}; empty for text
     * @param text its content
     * @param json whether the content is JSON
     */
    record Part(String title, String text, boolean json) {}

    /** What a model was told: instructions first. */
    static List<Message> input(TraceSpan span) {
        List<Message> told = new ArrayList<>();
        span.text(TraceNames.SYSTEM_INSTRUCTIONS)
                .map(text -> new Message("system", parts(text)))
                .ifPresent(told::add);
        told.addAll(span.text(TraceNames.INPUT_MESSAGES)
                .map(text -> read(text, "input"))
                .orElseGet(() -> numbered(span, "llm.input_messages.")));
        return told.isEmpty() ? plain(span, TraceNames.INPUT_VALUE, "input") : told;
    }

    /** What it answered. */
    static List<Message> output(TraceSpan span) {
        List<Message> said = span.text(TraceNames.OUTPUT_MESSAGES)
                .map(text -> read(text, "assistant"))
                .orElseGet(() -> numbered(span, "llm.output_messages."));
        return said.isEmpty() ? plain(span, TraceNames.OUTPUT_VALUE, "assistant") : said;
    }

    private static List<Message> plain(TraceSpan span, String attribute, String role) {
        return span.text(attribute).stream()
                .map(text -> new Message(role, List.of(new Part("", text, true))))
                .toList();
    }

    /** A library may write what it likes, or cut it: what is no list of messages is shown as it is. */
    private static List<Message> read(String text, String otherwise) {
        return json(text)
                .filter(JsonNode::isArray)
                .map(array -> elements(array)
                        .map(message ->
                                new Message(message.path("role").asText(otherwise) + finish(message), partsOf(message)))
                        .toList())
                .orElseGet(() -> List.of(new Message(otherwise, List.of(new Part("", text, true)))));
    }

    private static String finish(JsonNode message) {
        String reason = message.path("finish_reason").asText("");
        return reason.isEmpty() || EXPECTED.contains(reason) ? "" : " (" + reason + ")";
    }

    private static List<Part> partsOf(JsonNode message) {
        List<Part> parts = new ArrayList<>();
        JsonNode own = message.has("parts") ? message.path("parts") : message.path("content");
        if (own.isArray()) {
            elements(own).map(Message::part).forEach(parts::add);
        } else if (own.isTextual()) {
            parts.add(new Part("", own.asText(), false));
        }
        elements(message.path("tool_calls"))
                .map(call -> call(call.has("function") ? call.path("function") : call))
                .forEach(parts::add);
        return parts.isEmpty() ? List.of(new Part("", message.toString(), true)) : parts;
    }

    private static List<Part> parts(String text) {
        return json(text)
                .filter(JsonNode::isArray)
                .map(array -> elements(array).map(Message::part).toList())
                .orElseGet(() -> List.of(new Part("", text, false)));
    }

    private static Part part(JsonNode part) {
        return switch (part.path("type").asText("")) {
            case "tool_call" -> call(part);
            case "tool_call_response" ->
                new Part(
                        "result of " + part.path("id").asText("a call"),
                        content(part.has("result") ? part.path("result") : part.path("response")),
                        true);
            case "reasoning" -> new Part("reasoning", content(part.path("content")), false);
            default ->
                part.isTextual()
                        ? new Part("", part.asText(), false)
                        : part.path("content").isTextual() || part.path("text").isTextual()
                                ? new Part(
                                        "",
                                        part.path("content")
                                                .asText(part.path("text").asText()),
                                        false)
                                : new Part(part.path("type").asText(""), part.toString(), true);
        };
    }

    private static Part call(JsonNode call) {
        return new Part("calls " + call.path("name").asText("a tool"), content(call.path("arguments")), true);
    }

    private static String content(JsonNode node) {
        return node.isTextual() ? node.asText() : node.isMissingNode() ? "" : node.toString();
    }

    /** As OpenInference says it: {@code llm.input_messages.0.message.role}. */
    private static List<Message> numbered(TraceSpan span, String before) {
        List<Message> messages = new ArrayList<>();
        for (; ; ) {
            String prefix = before + messages.size() + ".message.";
            Optional<String> role = span.text(prefix + "role");
            Optional<String> content = span.text(prefix + "content");
            if (role.isEmpty() && content.isEmpty()) {
                return messages;
            }
            messages.add(new Message(role.orElse("?"), List.of(new Part("", content.orElse(""), false))));
        }
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
