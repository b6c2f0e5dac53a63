package dev.junitllm.score;

import dev.junitllm.RunScope;

/** Makes the scorer a {@link ReferenceScore} asks for. */
final class ReferenceScoreFactory implements ScorerFactory<ReferenceScore> {

    @Override
    public Measure create(ReferenceScore annotation, RunScope scope) {
        return Measure.of(annotation, ScorerInstantiation.of(annotation.value()));
    }
}
