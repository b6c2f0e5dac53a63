package dev.junitllm.gate;

import dev.junitllm.RunScope;

/** Makes the gate a {@link MeanScore} asks for. */
final class MeanScoreFactory implements GateFactory<MeanScore> {

    @Override
    public Gate create(MeanScore annotation, RunScope scope) {
        return new MeanScoreGate(
                annotation.of(),
                Demand.of(annotation.atLeast(), annotation.confidence(), annotation.inconclusive()),
                SliceName.of(annotation.slice()));
    }
}
