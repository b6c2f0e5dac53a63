package dev.junitllm.score.embedding;

import static dev.junitllm.score.TestCases.accepting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.junitllm.Actual;
import dev.junitllm.Configuration;
import dev.junitllm.RunScope;
import dev.junitllm.score.Bar;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Measure;
import dev.junitllm.score.ScoreOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class EmbeddingScoreTest {

    private final Scope scope = new Scope();

    @EmbeddingScore(model = Model.class, atLeast = 0.4)
    @EmbeddingScore(model = Model.class, recordOnly = true, name = "shown")
    @EmbeddingScore(model = Model.class, group = "meaning", negate = true)
    static class Good {}

    @EmbeddingScore(atLeast = 0.5)
    static class Unconfigured {}

    @EmbeddingScore(model = Model.class)
    static class WithoutBar {}

    @EmbeddingScore(model = Broken.class, atLeast = 0.5)
    static class BrokenModel {}

    @EmbeddingScore(model = Needy.class, atLeast = 0.5)
    static class NeedyModel {}

    static final class Model extends Letters {}

    static final class Broken extends Letters {
        Broken() {
            throw new IllegalStateException("no key");
        }
    }

    static final class Needy extends Letters {
        Needy(String key) {
            super();
        }
    }

    @Test
    void readsTheAnnotation() {
        List<Measure> measures = measures(Good.class);

        assertThat(measures)
                .extracting(Measure::name)
                .containsExactly("embedding-similarity", "shown", "not-embedding-similarity");
        assertThat(measures.get(0).take(accepting("ab"), Actual.of("ac")))
                .returns(ScoreOutcome.PASSED, CaseScore::outcome)
                .returns(0.5, CaseScore::value)
                .returns(Bar.atLeast(0.4), CaseScore::bar);
        assertThat(measures.get(1).bar().recordOnly()).isTrue();
    }

    @Test
    void sharesModelAndVectorsForTheWholeRunAndClosesTheModel() throws Exception {
        List<Measure> measures = measures(Good.class);
        measures.forEach(measure -> measure.take(accepting("ab"), Actual.of("ac")));
        EmbeddingModels shared = EmbeddingModels.of(scope);
        Letters model = (Letters) shared.model(Model.class, scope);

        assertThat(model.asked).containsExactly(List.of("ab", "ac"), List.of("ac"), List.of("ac"));
        assertThat(model.closed).isFalse();
        shared.close();
        assertThat(model.closed).isTrue();
    }

    @Test
    void saysWhatIsMissingOrWrong() {
        refuses(
                Unconfigured.class,
                "there is no embedding model: name a class by model = …, or put junit-llm-judge on the test class path and"
                        + " set junit.llm.embedding.model (see docs/scoring.md)");
        refuses(
                WithoutBar.class,
                "atLeast is missing: what counts as near differs from model to model; recordOnly = true shows the scores"
                        + " to choose it by");
        refuses(
                BrokenModel.class,
                "the constructor of model = " + Broken.class.getName()
                        + " failed: java.lang.IllegalStateException: no key");
        refuses(
                NeedyModel.class,
                "model = " + Needy.class.getName()
                        + ": it must be a class (static where nested) with a constructor without parameters");
    }

    private void refuses(Class<?> annotated, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> measures(annotated))
                .withMessage(message);
    }

    private List<Measure> measures(Class<?> annotated) {
        return List.of(annotated.getAnnotationsByType(EmbeddingScore.class)).stream()
                .map(annotation -> new EmbeddingScoreFactory().create(annotation, scope))
                .toList();
    }

    private static final class Scope implements RunScope {

        private final Map<Class<?>, AutoCloseable> shared = new HashMap<>();

        @Override
        public Configuration configuration() {
            return Configuration.of(key -> Optional.empty(), Map.of());
        }

        @Override
        public <T extends AutoCloseable> T shared(Class<T> key, Supplier<T> create) {
            return key.cast(shared.computeIfAbsent(key, type -> create.get()));
        }
    }
}
