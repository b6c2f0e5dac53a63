package dev.junitllm.score.embedding;

import dev.junitllm.RunScope;
import dev.junitllm.score.RunModels;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The embedding models of one run, each made once and closed with it, and the vectors they share. */
@SuppressWarnings("try") // closing may throw whatever a model of the user's throws
final class EmbeddingModels implements AutoCloseable {

    private final RunModels<EmbeddingModel> models = new RunModels<>(EmbeddingModel.class);
    private final AnswerVectors answerVectors = new AnswerVectors();

    private EmbeddingModels() {}

    static EmbeddingModels of(RunScope scope) {
        return scope.shared(EmbeddingModels.class, EmbeddingModels::new);
    }

    /** A scorer by the model of a class of the user's, or by the configured one where the type is the interface itself. */
    EmbeddingSimilarity similarity(Class<? extends EmbeddingModel> type, RunScope scope) {
        return EmbeddingSimilarity.by(model(type, scope), answerVectors);
    }

    EmbeddingModel model(Class<? extends EmbeddingModel> type, RunScope scope) {
        return models.of(type, () -> configured(scope));
    }

    private static EmbeddingModel configured(RunScope scope) {
        List<EmbeddingModel> models = ServiceLoader.load(EmbeddingModelProvider.class).stream()
                .flatMap(provider -> provider.get().create(scope).stream())
                .toList();
        if (models.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no embedding model: name a class by model = …, or put junit-llm-judge on the test class path"
                            + " and set junit.llm.embedding.model (see docs/scoring.md)");
        }
        if (models.size() > 1) {
            throw new IllegalArgumentException("there are several embedding models, %s: name one by model = …"
                    .formatted(models.stream().map(EmbeddingModel::id).collect(Collectors.joining(" and "))));
        }
        return models.get(0);
    }

    @Override
    public void close() throws Exception {
        models.close();
    }
}
