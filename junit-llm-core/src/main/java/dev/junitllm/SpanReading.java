package dev.junitllm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a span says, read from its attributes. Those may come from any library, and hold anything. */
final class SpanReading {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Spans of libraries that say no operation, by how their names begin. */
    private static final Map<String, SpanKind> BY_NAME = Map.of(
            "langchain4j.aiservices.", SpanKind.CHAIN,
            "langchain4j.tools.", SpanKind.TOOL,
            "completion ", SpanKind.LLM,
            "tool_call ", SpanKind.TOOL);

    private SpanReading() {}

    static SpanKind kind(TraceSpan span) {
        SpanKind said = named(span, TraceNames.KIND);
        if (said != null) {
            return said;
        }
        if (span.attributes().get(TraceNames.OPERATION_NAME) instanceof String operation) {
            return ofOperation(operation);
        }
        SpanKind openInference = named(span, TraceNames.OPEN_INFERENCE_KIND);
        return openInference == null ? ofName(span.name()) : openInference;
    }

    private static @Nullable SpanKind named(TraceSpan span, String attribute) {
        return span.attributes().get(attribute) instanceof String name
                ? SpanKind.named(name).orElse(null)
                : null;
    }

    private static SpanKind ofOperation(String operation) {
        return switch (operation) {
            case TraceNames.OPERATION_CHAT,
                    TraceNames.OPERATION_GENERATE_CONTENT,
                    TraceNames.OPERATION_TEXT_COMPLETION -> SpanKind.LLM;
            case TraceNames.OPERATION_EMBEDDINGS, "embedding" -> SpanKind.EMBEDDING;
            case TraceNames.OPERATION_RETRIEVAL -> SpanKind.RETRIEVAL;
            case TraceNames.OPERATION_EXECUTE_TOOL -> SpanKind.TOOL;
            case TraceNames.OPERATION_INVOKE_AGENT, "create_agent" -> SpanKind.AGENT;
            case TraceNames.OPERATION_INVOKE_WORKFLOW, "framework" -> SpanKind.CHAIN;
            default -> SpanKind.OTHER;
        };
    }

    private static SpanKind ofName(String name) {
        for (Map.Entry<String, SpanKind> entry : BY_NAME.entrySet()) {
            if (name.startsWith(entry.getKey())) {
                return entry.getValue();
            }
        }
        return SpanKind.OTHER;
    }

    static Optional<String> error(TraceSpan span) {
        if (!span.failed()) {
            return Optional.empty();
        }
        Stream<String> said = Stream.concat(
                Stream.of(span.status().message()),
                Stream.concat(
                        span.events().stream()
                                .filter(event -> event.name().equals(TraceNames.EXCEPTION))
                                .map(SpanReading::exception),
                        span.text(TraceNames.ERROR_TYPE).stream()));
        return Optional.of(said.filter(text -> !text.isBlank()).findFirst().orElse("it failed"));
    }

    private static String exception(SpanEvent event) {
        Object type = event.attributes().getOrDefault(TraceNames.EXCEPTION_TYPE, "");
        Object message = event.attributes().getOrDefault(TraceNames.EXCEPTION_MESSAGE, "");
        return String.valueOf(message).isBlank() ? String.valueOf(type) : type + ": " + message;
    }

    static Usage usage(TraceSpan span) {
        return new Usage(
                count(span, TraceNames.USAGE_INPUT_TOKENS, TraceNames.USAGE_PROMPT_TOKENS, "llm.token_count.prompt"),
                count(
                        span,
                        TraceNames.USAGE_OUTPUT_TOKENS,
                        TraceNames.USAGE_COMPLETION_TOKENS,
                        "llm.token_count.completion"),
                count(span, TraceNames.USAGE_CACHE_READ_TOKENS, "llm.token_count.prompt_details.cache_read"),
                count(span, TraceNames.USAGE_CACHE_WRITE_TOKENS, "llm.token_count.prompt_details.cache_write"),
                count(span, TraceNames.USAGE_REASONING_TOKENS, "llm.token_count.completion_details.reasoning"));
    }

    /** A count below zero is no count. Spring AI writes numbers as texts. */
    private static @Nullable Long count(TraceSpan span, String... names) {
        for (String name : names) {
            Object value = span.attributes().get(name);
            if (value instanceof Number number && number.longValue() >= 0) {
                return number.longValue();
            }
            if (value instanceof String text && text.matches("[0-9]{1,18}")) {
                return Long.valueOf(text);
            }
        }
        return null;
    }

    static JsonNode arguments(TraceSpan span) {
        String said = span.text(TraceNames.TOOL_CALL_ARGUMENTS)
                .or(() -> span.text(TraceNames.INPUT_VALUE))
                .orElse("");
        if (said.isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        return json(said)
                .filter(JsonNode::isObject)
                .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("input", said));
    }

    static Optional<List<Document>> documents(TraceSpan span) {
        Optional<JsonNode> array = span.text(TraceNames.RETRIEVAL_DOCUMENTS)
                .flatMap(SpanReading::json)
                .filter(JsonNode::isArray);
        return array.isPresent() ? array.map(SpanReading::documents) : numbered(span);
    }

    private static List<Document> documents(JsonNode array) {
        List<Document> documents = new ArrayList<>();
        for (JsonNode item : array) {
            Map<String, String> metadata = new LinkedHashMap<>();
            item.path("metadata")
                    .properties()
                    .forEach(entry -> metadata.put(
                            entry.getKey(),
                            entry.getValue().isValueNode()
                                    ? entry.getValue().asText()
                                    : entry.getValue().toString()));
            documents.add(new Document(
                    id(item.path("id").asText(""), documents.size()),
                    item.path("content").asText(""),
                    item.path("score").isNumber() ? item.path("score").doubleValue() : null,
                    metadata));
        }
        return List.copyOf(documents);
    }

    /** As OpenInference says it: {@code retrieval.documents.0.document.id}. */
    private static Optional<List<Document>> numbered(TraceSpan span) {
        List<Document> documents = new ArrayList<>();
        for (; ; ) {
            String prefix = "retrieval.documents." + documents.size() + ".document.";
            Object id = span.attributes().get(prefix + "id");
            Optional<String> content = span.text(prefix + "content");
            if (id == null && content.isEmpty()) {
                return documents.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(documents));
            }
            documents.add(new Document(
                    id(id == null ? "" : String.valueOf(id), documents.size()),
                    content.orElse(""),
                    span.number(prefix + "score").map(Number::doubleValue).orElse(null),
                    Map.of()));
        }
    }

    private static String id(String said, int place) {
        return said.isBlank() ? "document " + (place + 1) : said;
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // a library may cut what it records
        }
    }
}
