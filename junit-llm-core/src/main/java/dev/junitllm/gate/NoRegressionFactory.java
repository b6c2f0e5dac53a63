package dev.junitllm.gate;

import dev.junitllm.RunScope;

/** Makes the gate a {@link NoRegression} asks for. */
final class NoRegressionFactory implements GateFactory<NoRegression> {

    @Override
    public Gate create(NoRegression annotation, RunScope scope) {
        double maxDrop = annotation.maxDrop();
        if (!Double.isNaN(maxDrop) && !(maxDrop > 0 && maxDrop < 1)) {
            throw new IllegalArgumentException(
                    "maxDrop = %s: it must lie above 0 and below 1 (no number of cases can show that nothing at all has become worse)"
                            .formatted(maxDrop));
        }
        double confidence = annotation.confidence();
        if (!(confidence >= 0.5 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "confidence = %s: it must be at least 0.5 and below 1".formatted(confidence));
        }
        double severeDrop = annotation.severeDrop();
        if (!Double.isNaN(severeDrop) && !(severeDrop > 0 && severeDrop <= 1)) {
            throw new IllegalArgumentException(
                    "severeDrop = %s: it must lie above 0 and be at most 1".formatted(severeDrop));
        }
        if (annotation.mean() && annotation.of().isEmpty()) {
            throw new IllegalArgumentException("mean = true needs the name of a score: of = \"…\"");
        }
        return new NoRegressionGate(
                annotation.of(),
                annotation.mean(),
                Double.isNaN(maxDrop) ? null : maxDrop,
                confidence,
                annotation.inconclusive(),
                annotation.allowMissing(),
                Double.isNaN(severeDrop) ? null : severeDrop,
                scope.configuration().onCi());
    }
}
