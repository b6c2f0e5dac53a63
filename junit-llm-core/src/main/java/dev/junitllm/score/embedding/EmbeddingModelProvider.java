package dev.junitllm.score.embedding;

import dev.junitllm.RunScope;
import java.util.Optional;

/**
 * Makes the embedding model that the settings of a run ask for: the one of every {@link EmbeddingScore} that names no model
 * of its own. Found by {@link java.util.ServiceLoader}.
 */
public interface EmbeddingModelProvider {

    /**
     * Makes the model, once per run.
     *
     * @param scope the run, with its settings
     * @return the model, or empty where the settings ask for none of this provider's
     * @throws dev.junitllm.ConfigurationException naming the setting, where one is wrong or missing
     */
    Optional<EmbeddingModel> create(RunScope scope);
}
