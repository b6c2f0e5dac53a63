package dev.junitllm.gate;

import dev.junitllm.run.GateDescription;
import java.util.List;
import java.util.function.Predicate;

/** Which gates go together with a run that may end early, and what is said of those that don't. */
final class StopMessages {

    private StopMessages() {}

    static void check(List<Gate> gates, StopRule rule, int samplesPerCase) {
        boolean known = rule == StopRule.WHEN_KNOWN;
        Predicate<Gate> fits = known ? StoppingGate.class::isInstance : gate -> canSettle(gate, samplesPerCase);
        if (gates.stream().noneMatch(fits)) {
            throw new IllegalArgumentException(known ? nothingStops() : nothingSettles());
        }
        gates.stream()
                .filter(gate -> !(fits.test(gate) || gate instanceof ErrorBudgetGate))
                .findFirst()
                .ifPresent(gate -> {
                    throw new IllegalArgumentException(
                            known ? needsEverySample(gate.describe()) : neverSettled(gate.describe()));
                });
    }

    static String needsMax(GateDescription gate) {
        return "%s stops as soon as it is sure, so it needs @Samples(max = …, stopEarly = true); without that leave target out"
                .formatted(gate.asWritten());
    }

    private static boolean canSettle(Gate gate, int samplesPerCase) {
        return gate instanceof CurtailableGate curtailable
                && curtailable.settled(1, samplesPerCase).isPresent();
    }

    private static String nothingStops() {
        return "@Samples(max = …, stopEarly = true) needs a gate that can stop, such as @PassRate(atLeast = 0.9, target = 0.95, confidence = 0.95)";
    }

    private static String nothingSettles() {
        return "stopEarly needs a gate whose verdict may be settled before the end, such as @PassRate(atLeast = 0.9)";
    }

    private static String needsEverySample(GateDescription gate) {
        return "%s is about every sample, and @Samples(max = …, stopEarly = true) leaves some out: remove the gate, or give cases a fixed number of samples, @Samples(5)"
                .formatted(gate.asWritten());
    }

    private static String neverSettled(GateDescription gate) {
        return "the verdict of %s is not settled before every sample has run: remove stopEarly"
                .formatted(gate.asWritten());
    }
}
