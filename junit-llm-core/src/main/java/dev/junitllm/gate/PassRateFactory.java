package dev.junitllm.gate;

import dev.junitllm.RunScope;

/** Makes the gate a {@link PassRate} asks for. */
final class PassRateFactory implements GateFactory<PassRate> {

    @Override
    public Gate create(PassRate annotation, RunScope scope) {
        NotYet.refuse("target", !Double.isNaN(annotation.target()));
        NotYet.refuse("slice", !annotation.slice().isEmpty());
        return new PassRateGate(
                Demand.of(annotation.atLeast(), annotation.confidence(), annotation.inconclusive()), annotation.of());
    }
}
