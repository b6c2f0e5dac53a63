package dev.junitllm.score.answer;

import dev.junitllm.RunScope;
import dev.junitllm.score.Measure;
import dev.junitllm.score.ScorerFactory;

/** Makes the scorer a {@link NumericScore} asks for. */
final class NumericScoreFactory implements ScorerFactory<NumericScore> {

    @Override
    public Measure create(NumericScore annotation, RunScope scope) {
        return Measure.of(annotation, NumericAnswer.within(annotation.tolerance(), annotation.relativeTolerance()));
    }
}
