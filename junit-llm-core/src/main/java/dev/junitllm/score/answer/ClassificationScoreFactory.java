package dev.junitllm.score.answer;

import dev.junitllm.RunScope;
import dev.junitllm.score.Measure;
import dev.junitllm.score.ScorerFactory;
import java.util.List;

/** Makes the scorer a {@link ClassificationScore} asks for. */
final class ClassificationScoreFactory implements ScorerFactory<ClassificationScore> {

    @Override
    public Measure create(ClassificationScore annotation, RunScope scope) {
        return Measure.of(
                annotation,
                new Classification(List.of(annotation.labels()), annotation.anywhere(), annotation.figure()));
    }
}
