package dev.junitllm.gate;

import dev.junitllm.RunScope;
import java.util.List;

/** Makes the gate a {@link NoDrift} asks for. */
final class NoDriftFactory implements GateFactory<NoDrift> {

    @Override
    public Gate create(NoDrift annotation, RunScope scope) {
        return new NoDriftGate(List.of(annotation.of()));
    }
}
