package dev.junitllm.gate;

import dev.junitllm.RunScope;

/** Makes the gate a {@link PassRate} asks for. */
final class PassRateFactory implements GateFactory<PassRate> {

    @Override
    public Gate create(PassRate annotation, RunScope scope) {
        NotYet.refuse("slice", !annotation.slice().isEmpty());
        if (!Double.isNaN(annotation.target())) {
            return SequentialPassRateGate.of(
                    new PassRateGate(annotation.atLeast(), annotation.of()),
                    annotation.target(),
                    annotation.confidence(),
                    annotation.inconclusive());
        }
        return new PassRateGate(
                Demand.of(annotation.atLeast(), annotation.confidence(), annotation.inconclusive()), annotation.of());
    }
}
