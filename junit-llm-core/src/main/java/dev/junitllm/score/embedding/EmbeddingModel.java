package dev.junitllm.score.embedding;

import dev.junitllm.score.ScoringException;
import java.util.List;
import java.util.function.Function;

/**
 * Turns texts into vectors whose direction stands for the text's meaning. Implementations are safe for use by several
 * threads. One that is {@link AutoCloseable} and was made for a run is closed at the run's end.
 */
public interface EmbeddingModel {

    /**
     * Names the model, with everything else that decides its vectors, such as a number of dimensions. It goes into the
     * fingerprint of every score made with the model; within a run two models of one id are taken for the same.
     *
     * @return such as {@code text-embedding-3-small}; the same at every call, and never blank
     */
    String id();

    /**
     * Embeds texts.
     *
     * @param texts at least one, none of them blank
     * @return one vector for each text, in the order of the texts, all of the same length
     * @throws ScoringException where the model can't: the case that asked ends as ERROR. So does any other exception.
     */
    List<float[]> embed(List<String> texts) throws ScoringException;

    /**
     * A model out of a function that embeds one text.
     *
     * @param id names the model, with everything else that decides its vectors
     * @param embedding embeds one text; safe for use by several threads
     * @return the model
     */
    static EmbeddingModel of(String id, Function<String, float[]> embedding) {
        return new FunctionModel(id, texts -> texts.stream().map(embedding).toList());
    }

    /**
     * A model out of a function that embeds several texts at once.
     *
     * @param id names the model, with everything else that decides its vectors
     * @param embedding embeds texts, in their order; safe for use by several threads
     * @return the model
     */
    static EmbeddingModel ofBatch(String id, Function<List<String>, List<float[]>> embedding) {
        return new FunctionModel(id, embedding);
    }
}
