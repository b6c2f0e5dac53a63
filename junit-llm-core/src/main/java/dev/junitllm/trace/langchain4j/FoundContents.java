package dev.junitllm.trace.langchain4j;

import dev.junitllm.Document;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a retriever found, as documents. */
final class FoundContents {

    private FoundContents() {}

    static List<Document> documents(List<Content> contents, Function<Content, String> ids) {
        List<Document> documents = new ArrayList<>();
        for (Content content : contents) {
            String id = ids.apply(content);
            Map<String, String> metadata = new LinkedHashMap<>();
            content.textSegment()
                    .metadata()
                    .toMap()
                    .forEach((name, value) -> metadata.put(name, String.valueOf(value)));
            documents.add(new Document(
                    id == null || id.isBlank() ? "document " + (documents.size() + 1) : id,
                    content.textSegment().text(),
                    score(content),
                    metadata));
        }
        return documents;
    }

    /** The id that the application gave a document, else the one that its store of embeddings gave it. */
    static String id(Content content) {
        Metadata metadata = content.textSegment().metadata();
        for (String name : List.of("id", "document_id")) {
            if (metadata.containsKey(name)) {
                return String.valueOf(metadata.toMap().get(name));
            }
        }
        Object embedding = content.metadata().get(ContentMetadata.EMBEDDING_ID);
        return embedding == null ? "" : embedding.toString();
    }

    private static @Nullable Double score(Content content) {
        Object reranked = content.metadata().get(ContentMetadata.RERANKED_SCORE);
        Object score = reranked == null ? content.metadata().get(ContentMetadata.SCORE) : reranked;
        return score instanceof Number number ? number.doubleValue() : null;
    }
}
