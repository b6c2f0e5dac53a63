package dev.junitllm.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the documents of one case's context, in whichever of the ways they may be written. */
final class DocumentReader {

    private static final String DOCUMENT = "{\"id\": \"…\", \"text\": \"…\"}";

    private final PartReader parts;

    DocumentReader(PartReader parts) {
        this.parts = parts;
    }

    List<Document> documents(@Nullable JsonNode node) {
        if (node == null) {
            return List.of();
        }
        if (node.isTextual()) {
            return List.of(Document.of("context-1", node.textValue()));
        }
        List<Document> documents = new ArrayList<>();
        for (JsonNode element : parts.list(Field.CONTEXT, node, "a list of texts or documents", "[" + DOCUMENT + "]")) {
            String where = "context[" + documents.size() + "]";
            Document document = document(where, "context-" + (documents.size() + 1), element);
            if (document == null) {
                return List.of();
            }
            documents.add(document);
        }
        return documents;
    }

    private @Nullable Document document(String where, String defaultId, JsonNode node) {
        if (node.isTextual()) {
            return Document.of(defaultId, node.textValue());
        }
        if (!parts.isObject(where, node, List.of("id", "text", "score", "metadata"), DOCUMENT)) {
            return null;
        }
        if (!node.has("id") && !node.has("text")) {
            parts.add(CaseFaults.missingKey(where, "text", DOCUMENT));
            return null;
        }
        int before = parts.faults();
        String id = node.has("id") ? parts.requiredText(where, node, "id", DOCUMENT) : defaultId;
        String text = node.has("text") ? parts.requiredText(where, node, "text", DOCUMENT) : "";
        Double relevance = relevance(where, node.path("score"));
        Map<String, String> metadata = facts(where, node.path("metadata"));
        if (id == null || text == null || parts.isBlank(where + ".id", id) || parts.faults() > before) {
            return null;
        }
        return new Document(id, text, relevance, metadata);
    }

    private @Nullable Double relevance(String where, JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        if (!node.isNumber() || Double.isInfinite(node.doubleValue())) {
            parts.wrongType(where + ".score", node, "a number within the range of a double", "0.83");
            return null;
        }
        return node.doubleValue();
    }

    private Map<String, String> facts(String where, JsonNode node) {
        Map<String, String> facts = new TreeMap<>();
        if (!node.isMissingNode() && !node.isObject()) {
            parts.wrongType(where + ".metadata", node, "an object", "{\"page\": \"12\"}");
        }
        node.fieldNames().forEachRemaining(name -> {
            JsonNode value = node.get(name);
            facts.put(name, value.isTextual() ? value.textValue() : value.toString());
        });
        return facts;
    }
}
