package dev.junitllm.score.embedding;

import java.util.List;
import java.util.function.Function;

/**
 * A model out of a function.
 *
 * @param id names the model
 * @param embedding embeds texts, in their order
 */
record FunctionModel(String id, Function<List<String>, List<float[]>> embedding) implements EmbeddingModel {

    @Override
    public List<float[]> embed(List<String> texts) {
        return embedding.apply(texts);
    }
}
