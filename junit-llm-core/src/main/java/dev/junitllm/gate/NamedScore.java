package dev.junitllm.gate;

import dev.junitllm.score.PlannedScore;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the score a gate names. */
final class NamedScore {

    private NamedScore() {}

    static PlannedScore find(String name, List<PlannedScore> scores) {
        return scores.stream()
                .filter(score -> score.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("of = \"%s\" is no score of the method; its scores are %s"
                                .formatted(
                                        name,
                                        scores.stream().map(PlannedScore::name).collect(Collectors.joining(", ")))));
    }
}
