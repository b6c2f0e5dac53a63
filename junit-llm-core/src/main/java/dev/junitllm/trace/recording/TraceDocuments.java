package dev.junitllm.trace.recording;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Document;
import java.util.List;
import java.util.Map;

/** Documents that were found, as {@link dev.junitllm.TraceNames#RETRIEVAL_DOCUMENTS} says them. */
public final class TraceDocuments {

    private TraceDocuments() {}

    /**
     * Writes documents.
     *
     * @param documents in the order they were found
     * @return an array of JSON, empty where none was found
     */
    public static String json(List<Document> documents) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Document document : documents) {
            ObjectNode object = array.addObject().put("id", document.id());
            document.score().ifPresent(score -> object.put("score", score));
            object.put("content", document.text());
            if (!document.metadata().isEmpty()) {
                ObjectNode metadata = object.putObject("metadata");
                document.metadata().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(entry -> metadata.put(entry.getKey(), entry.getValue()));
            }
        }
        return array.toString();
    }
}
