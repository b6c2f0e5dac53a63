package dev.junitllm.gate;

import dev.junitllm.RunScope;

/** Makes the gate a {@link PassHatK} asks for. */
final class PassHatKFactory implements GateFactory<PassHatK> {

    @Override
    public Gate create(PassHatK annotation, RunScope scope) {
        return OfKGate.of(OfK.ALL, annotation.k(), annotation.atLeast(), annotation.of());
    }
}
