package dev.junitllm.gate;

import dev.junitllm.RunScope;

/** Makes the gate a {@link PassRate} asks for. */
final class PassRateFactory implements GateFactory<PassRate> {

    @Override
    public Gate create(PassRate annotation, RunScope scope) {
        return new PassRateGate(Shares.aboveZero("atLeast", annotation.atLeast()), annotation.of());
    }
}
