package dev.junitllm.gate;

import dev.junitllm.RunScope;

/** Makes the gate a {@link PassAtK} asks for. */
final class PassAtKFactory implements GateFactory<PassAtK> {

    @Override
    public Gate create(PassAtK annotation, RunScope scope) {
        return OfKGate.of(OfK.ANY, annotation.k(), annotation.atLeast(), annotation.of());
    }
}
