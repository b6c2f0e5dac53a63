package dev.junitllm.gate;

import dev.junitllm.RunScope;

/** Makes the gate a {@link SetScore} asks for. */
final class SetScoreFactory implements GateFactory<SetScore> {

    @Override
    public Gate create(SetScore annotation, RunScope scope) {
        return new SetScoreGate(
                annotation.of(), annotation.figure(), Shares.aboveZero("atLeast", annotation.atLeast()));
    }
}
