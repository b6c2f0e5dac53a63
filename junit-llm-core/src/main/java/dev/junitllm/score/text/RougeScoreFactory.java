package dev.junitllm.score.text;

import dev.junitllm.RunScope;
import dev.junitllm.score.Measure;
import dev.junitllm.score.ScorerFactory;

/** Makes the scorer a {@link RougeScore} asks for. */
final class RougeScoreFactory implements ScorerFactory<RougeScore> {

    @Override
    public Measure create(RougeScore annotation, RunScope scope) {
        return Measure.of(annotation, new RougeMetric(annotation.value(), annotation.figure(), annotation.unicode()));
    }
}
