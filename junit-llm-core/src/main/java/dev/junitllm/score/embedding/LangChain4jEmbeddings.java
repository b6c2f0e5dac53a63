package dev.junitllm.score.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import java.util.List;

/**
 * Embedding models of LangChain4j. The library is the user's: {@code dev.langchain4j:langchain4j-core}, 1.0 or later.
 *
 * <pre>{@code
 * EmbeddingSimilarity.by(LangChain4jEmbeddings.of(OllamaEmbeddingModel.builder()…build()))
 * }</pre>
 */
public final class LangChain4jEmbeddings {

    /** What LangChain4j calls a model that doesn't say its name. */
    private static final String UNKNOWN = "unknown";

    private LangChain4jEmbeddings() {}

    /**
     * A model of LangChain4j under its own name. Where that leaves out what decides the vectors, such as a number of
     * dimensions, or LangChain4j is too old to have names, use {@link #of(String, dev.langchain4j.model.embedding.EmbeddingModel)}.
     *
     * @param model any embedding model of LangChain4j
     * @return the model
     * @throws IllegalArgumentException where the model doesn't say its name
     */
    public static EmbeddingModel of(dev.langchain4j.model.embedding.EmbeddingModel model) {
        String name = model.modelName();
        if (name == null || name.isBlank() || name.equals(UNKNOWN)) {
            throw new IllegalArgumentException(
                    "%s doesn't say its model's name, which belongs to the scores' fingerprint: give one by of(id, model)"
                            .formatted(model.getClass().getName()));
        }
        return of(name, model);
    }

    /**
     * A model of LangChain4j under a name of the user's.
     *
     * @param id names the model, with everything else that decides its vectors
     * @param model any embedding model of LangChain4j
     * @return the model
     */
    public static EmbeddingModel of(String id, dev.langchain4j.model.embedding.EmbeddingModel model) {
        return EmbeddingModel.ofBatch(id, texts -> embed(model, texts));
    }

    private static List<float[]> embed(dev.langchain4j.model.embedding.EmbeddingModel model, List<String> texts) {
        List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
        return model.embedAll(segments).content().stream()
                .map(Embedding::vector)
                .toList();
    }
}
