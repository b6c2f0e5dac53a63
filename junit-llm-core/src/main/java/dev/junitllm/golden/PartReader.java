package dev.junitllm.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Document;
import dev.junitllm.Message;
import dev.junitllm.Origin;
import dev.junitllm.ToolCall;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parts of one case, adding a fault for whatever isn't of the type it must be. */
final class PartReader {

    private static final String TEXTS = "[\"…\", \"…\"]";
    private static final String MESSAGE = "{\"role\": \"user\", \"content\": \"…\"}";
    private static final String TOOL_CALL = "{\"name\": \"…\", \"arguments\": {…}}";

    private final List<Fault> faults;
    private final boolean othersData;

    /** In other people's data, documents, messages and tool calls may have fields that we don't know. */
    PartReader(List<Fault> faults, boolean othersData) {
        this.faults = faults;
        this.othersData = othersData;
    }

    @Nullable
    String id(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        if (!node.isTextual() && !node.isIntegralNumber()) {
            wrongType(Field.ID.fieldName(), node, "a text or a whole number", "\"…\"");
            return null;
        }
        String id = node.asText();
        if (id.isBlank()) {
            faults.add(CaseFaults.blank(Field.ID.fieldName()));
            return null;
        }
        if (hasBrokenSurrogate(id)) {
            faults.add(CaseFaults.brokenId(id));
            return null;
        }
        return id;
    }

    List<String> texts(Field field, @Nullable JsonNode node) {
        if (node == null) {
            return List.of();
        }
        if (node.isTextual()) {
            return List.of(node.textValue());
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list(field, node, "a list of texts", TEXTS)) {
            if (element.isTextual()) {
                texts.add(element.textValue());
            } else {
                wrongType(field.fieldName() + "[" + texts.size() + "]", element, "a text", "\"…\"");
                return List.of();
            }
        }
        return texts;
    }

    List<Document> documents(@Nullable JsonNode node) {
        return new DocumentReader(this).documents(node);
    }

    List<Message> messages(@Nullable JsonNode node) {
        List<Message> messages = new ArrayList<>();
        for (JsonNode element : list(Field.MESSAGES, node, "a list of messages", "[" + MESSAGE + "]")) {
            String where = "messages[" + messages.size() + "]";
            if (!isObject(where, element, List.of("role", "content"), MESSAGE)) {
                return List.of();
            }
            String role = requiredText(where, element, "role", MESSAGE);
            String content = requiredText(where, element, "content", MESSAGE);
            if (role == null || content == null || isBlank(where + ".role", role)) {
                return List.of();
            }
            messages.add(new Message(role, content));
        }
        return messages;
    }

    /** The calls, or {@code null} where the case says nothing of them, unlike one that expects none. */
    @Nullable
    List<ToolCall> toolCalls(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        List<ToolCall> calls = new ArrayList<>();
        for (JsonNode element : list(Field.TOOL_CALLS, node, "a list of tool calls", "[" + TOOL_CALL + "]")) {
            String where = "toolCalls[" + calls.size() + "]";
            if (othersData && isNamedByItsKey(element)) {
                element.properties().forEach(call -> calls.add(ToolCall.of(call.getKey(), call.getValue())));
                continue;
            }
            if (!isObject(where, element, List.of("name", "arguments"), TOOL_CALL)) {
                return List.of();
            }
            String name = requiredText(where, element, "name", TOOL_CALL);
            if (name == null || isBlank(where + ".name", name)) {
                return List.of();
            }
            JsonNode arguments = element.path("arguments");
            if (!arguments.isMissingNode() && !arguments.isObject()) {
                wrongType(where + ".arguments", arguments, "an object", "{…}");
                return List.of();
            }
            calls.add(arguments.isMissingNode() ? ToolCall.of(name) : ToolCall.of(name, arguments));
        }
        return calls;
    }

    /** As function-calling benchmarks write a call: {@code {"search": {"query": "x"}}}. */
    private static boolean isNamedByItsKey(JsonNode call) {
        return call.size() == 1
                && call.properties().stream()
                        .allMatch(field ->
                                !field.getKey().isBlank() && field.getValue().isObject());
    }

    ObjectNode object(Field field, @Nullable JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        if (node != null) {
            wrongType(field.fieldName(), node, "an object", "{\"language\": \"en\"}");
        }
        return JsonNodeFactory.instance.objectNode();
    }

    @Nullable
    Origin origin(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        for (Origin origin : Origin.values()) {
            if (node.isTextual() && origin.word().equals(node.textValue())) {
                return origin;
            }
        }
        if (node.isTextual()) {
            faults.add(CaseFaults.unknownOrigin(node.textValue()));
        } else {
            wrongType(Field.ORIGIN.fieldName(), node, "a text", "\"manual\"");
        }
        return null;
    }

    boolean isObject(String where, JsonNode node, List<String> known, String example) {
        if (!node.isObject()) {
            wrongType(where, node, "an object", example);
            return false;
        }
        Iterator<String> names = node.fieldNames();
        while (names.hasNext() && !othersData) {
            String name = names.next();
            if (!known.contains(name)) {
                faults.add(CaseFaults.unknownKey(where, name, known));
                return false;
            }
        }
        return true;
    }

    @Nullable
    String requiredText(String where, JsonNode node, String key, String example) {
        JsonNode value = node.path(key);
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isMissingNode()) {
            faults.add(CaseFaults.missingKey(where, key, example));
        } else {
            wrongType(where + "." + key, value, "a text", "\"…\"");
        }
        return null;
    }

    boolean isBlank(String where, String text) {
        if (text.isBlank()) {
            faults.add(CaseFaults.blank(where));
        }
        return text.isBlank();
    }

    Iterable<JsonNode> list(Field field, @Nullable JsonNode node, String wanted, String example) {
        if (node != null && !node.isArray()) {
            wrongType(field.fieldName(), node, wanted, example);
        }
        return node != null && node.isArray() ? node : List.of();
    }

    void add(Fault fault) {
        faults.add(fault);
    }

    int faults() {
        return faults.size();
    }

    void wrongType(String where, JsonNode found, String wanted, String example) {
        faults.add(CaseFaults.wrongType(where, found, wanted, example));
    }

    private static boolean hasBrokenSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints().anyMatch(unit -> Character.getType(unit) == Character.SURROGATE);
            }
        }
        return false;
    }
}
