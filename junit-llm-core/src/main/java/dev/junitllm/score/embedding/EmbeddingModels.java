package dev.junitllm.score.embedding;

import dev.junitllm.Configuration;
import dev.junitllm.RunScope;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The embedding models of one run, each made once and closed with it, and the vectors they share. */
@SuppressWarnings("try") // closing may throw whatever a model of the user's throws
final class EmbeddingModels implements AutoCloseable {

    private final Map<Class<? extends EmbeddingModel>, EmbeddingModel> made = new LinkedHashMap<>();
    private final AnswerVectors answerVectors = new AnswerVectors();

    private EmbeddingModels() {}

    static EmbeddingModels of(RunScope scope) {
        return scope.shared(EmbeddingModels.class, EmbeddingModels::new);
    }

    /** A scorer by the model of a class of the user's, or by the configured one where the type is the interface itself. */
    EmbeddingSimilarity similarity(Class<? extends EmbeddingModel> type, Configuration configuration) {
        return EmbeddingSimilarity.by(model(type, configuration), answerVectors);
    }

    synchronized EmbeddingModel model(Class<? extends EmbeddingModel> type, Configuration configuration) {
        EmbeddingModel known = made.get(type);
        if (known != null) {
            return known;
        }
        EmbeddingModel model = type == EmbeddingModel.class ? configured(configuration) : instantiate(type);
        made.put(type, model);
        return model;
    }

    private static EmbeddingModel configured(Configuration configuration) {
        List<EmbeddingModel> models = ServiceLoader.load(EmbeddingModelProvider.class).stream()
                .flatMap(provider -> provider.get().create(configuration).stream())
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

    private static EmbeddingModel instantiate(Class<? extends EmbeddingModel> type) {
        try {
            Constructor<? extends EmbeddingModel> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "the constructor of model = %s failed: %s".formatted(type.getName(), e.getCause()), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "model = %s: it must be a class (static where nested) with a constructor without parameters"
                            .formatted(type.getName()),
                    e);
        }
    }

    @Override
    public synchronized void close() throws Exception {
        Exception first = null;
        for (EmbeddingModel model : made.values()) {
            try {
                if (model instanceof AutoCloseable closeable) {
                    closeable.close();
                }
            } catch (Exception e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
