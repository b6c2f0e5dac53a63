package dev.junitllm.gate;

import dev.junitllm.Printable;
import dev.junitllm.RunScope;

/** Makes the gate a {@link PassRate} asks for. */
final class PassRateFactory implements GateFactory<PassRate> {

    @Override
    public Gate create(PassRate annotation, RunScope scope) {
        String slice = SliceName.of(annotation.slice());
        if (!Double.isNaN(annotation.target())) {
            if (!slice.isEmpty()) {
                throw new IllegalArgumentException(
                        "slice = \"%s\" and target don't go together: a run that stops early looks at the whole set"
                                .formatted(Printable.line(slice, 100)));
            }
            return SequentialPassRateGate.of(
                    new PassRateGate(annotation.atLeast(), annotation.of()),
                    annotation.target(),
                    annotation.confidence(),
                    annotation.inconclusive());
        }
        return new PassRateGate(
                Demand.of(annotation.atLeast(), annotation.confidence(), annotation.inconclusive()),
                annotation.of(),
                slice);
    }
}
