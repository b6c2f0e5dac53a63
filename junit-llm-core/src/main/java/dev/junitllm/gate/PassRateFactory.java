package dev.junitllm.gate;

import dev.junitllm.RunScope;

/** Makes the gate a {@link PassRate} asks for. */
final class PassRateFactory implements GateFactory<PassRate> {

    @Override
    public Gate create(PassRate annotation, RunScope scope) {
        NotYet.refuse("slice", !annotation.slice().isEmpty());
        PassRateGate observed = new PassRateGate(Shares.aboveZero("atLeast", annotation.atLeast()), annotation.of());
        if (!Double.isNaN(annotation.target())) {
            return SequentialPassRateGate.of(
                    observed, annotation.target(), annotation.confidence(), annotation.inconclusive());
        }
        NotYet.refuse("confidence", !Double.isNaN(annotation.confidence()));
        return observed;
    }
}
