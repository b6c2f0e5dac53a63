package dev.junitllm.score.embedding;

import dev.junitllm.RunScope;
import dev.junitllm.score.Measure;
import dev.junitllm.score.ScorerFactory;

/** Makes the scorer an {@link EmbeddingScore} asks for. */
final class EmbeddingScoreFactory implements ScorerFactory<EmbeddingScore> {

    @Override
    public Measure create(EmbeddingScore annotation, RunScope scope) {
        if (Double.isNaN(annotation.atLeast())
                && !annotation.recordOnly()
                && annotation.group().isEmpty()) {
            throw new IllegalArgumentException(
                    "atLeast is missing: what counts as near differs from model to model; recordOnly = true shows the scores"
                            + " to choose it by");
        }
        return Measure.of(annotation, EmbeddingModels.of(scope).similarity(annotation.model(), scope));
    }
}
