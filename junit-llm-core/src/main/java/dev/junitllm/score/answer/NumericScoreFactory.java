package dev.junitllm.score.answer;

import dev.junitllm.RunScope;
import dev.junitllm.score.Measure;
import dev.junitllm.score.ScorerFactory;

/** Makes the scorer a {@link NumericScore} asks for. */
final class NumericScoreFactory implements ScorerFactory<NumericScore> {

    @Override
    public Measure create(NumericScore annotation, RunScope scope) {
        double absolute = annotation.tolerance();
        double relative = annotation.relativeTolerance();
        return Measure.of(
                annotation,
                annotation.units()
                        ? QuantityAnswer.within(absolute, relative)
                        : NumericAnswer.within(absolute, relative));
    }
}
