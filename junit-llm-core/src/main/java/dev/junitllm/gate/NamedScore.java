package dev.junitllm.gate;

import dev.junitllm.score.Measure;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the score a gate names. */
final class NamedScore {

    private NamedScore() {}

    static Measure find(String name, List<Measure> measures) {
        return measures.stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("of = \"%s\" is no score of the method; its scores are %s"
                                .formatted(
                                        name,
                                        measures.stream().map(Measure::name).collect(Collectors.joining(", ")))));
    }
}
