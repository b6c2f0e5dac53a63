package dev.junitllm.gate;

import dev.junitllm.RunScope;
import java.util.LinkedHashSet;
import java.util.List;

/** Makes the gate a {@link SameBehavior} asks for. */
final class SameBehaviorFactory implements GateFactory<SameBehavior> {

    @Override
    public Gate create(SameBehavior annotation, RunScope scope) {
        List<Behavior> behaviors = List.copyOf(new LinkedHashSet<>(List.of(annotation.value())));
        if (behaviors.isEmpty()) {
            throw new IllegalArgumentException("value = {}: name at least one behavior");
        }
        double maxChanged = annotation.maxChanged();
        if (!(maxChanged >= 0 && maxChanged < 1)) {
            throw new IllegalArgumentException(
                    "maxChanged = %s: it is a share of the cases, at least 0 and below 1".formatted(maxChanged));
        }
        double maxRatio = annotation.maxRatio();
        if (!(maxRatio >= 1 && maxRatio < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("maxRatio = %s: it must be at least 1".formatted(maxRatio));
        }
        double confidence = annotation.confidence();
        if (!(confidence >= 0.5 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "confidence = %s: it must be at least 0.5 and below 1".formatted(confidence));
        }
        return new SameBehaviorGate(
                behaviors,
                maxChanged,
                maxRatio,
                confidence,
                annotation.inconclusive(),
                scope.configuration().onCi());
    }
}
