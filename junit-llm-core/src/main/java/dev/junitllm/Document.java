package dev.junitllm;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A document given to, or retrieved by, the application under test.
 *
 * @param id what the document is called in its source; never blank
 * @param text its text; may be empty where only the id is known
 * @param relevance the retriever's own score, in the retriever's own unit, or {@code null} where it gave none
 * @param metadata further facts by name; immutable
 */
public record Document(String id, String text, @Nullable Double relevance, Map<String, String> metadata) {

    /**
     * Checks what it is made of.
     *
     * @param id what the document is called in its source; never blank
     * @param text its text; may be empty where only the id is known
     * @param relevance the retriever's own score, in the retriever's own unit, or {@code null} where it gave none
     * @param metadata further facts by name; immutable
     */
    public Document {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a document needs an id that isn't blank");
        }
        Objects.requireNonNull(text, "text");
        metadata = Map.copyOf(metadata);
    }

    /**
     * Makes a document without a relevance score.
     *
     * @param id what the document is called; never blank
     * @param text its text
     * @return the document
     */
    public static Document of(String id, String text) {
        return new Document(id, text, null, Map.of());
    }

    /**
     * Makes a document with the score its retriever gave it.
     *
     * @param id what the document is called; never blank
     * @param text its text
     * @param relevance the retriever's own score
     * @return the document
     */
    public static Document of(String id, String text, double relevance) {
        return new Document(id, text, relevance, Map.of());
    }

    /**
     * The retriever's score where it gave one.
     *
     * @return the score in the retriever's own unit, or empty
     */
    public OptionalDouble score() {
        return relevance == null ? OptionalDouble.empty() : OptionalDouble.of(relevance);
    }
}
