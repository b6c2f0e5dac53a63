package dev.junitllm.stats;

import java.util.List;
import java.util.stream.IntStream;

/**
 * P-values of hypotheses that were tested together, corrected for that. Immutable.
 *
 * @param method how
 * @param raw before the correction
 * @param adjusted behind it, in the same order
 */
public record AdjustedPValues(Multiplicity method, List<Double> raw, List<Double> adjusted) {

    /**
     * Checks what it is made of.
     *
     * @param method how
     * @param raw before the correction
     * @param adjusted behind it, in the same order
     */
    public AdjustedPValues {
        raw = List.copyOf(raw);
        adjusted = List.copyOf(adjusted);
        if (raw.size() != adjusted.size()) {
            throw new IllegalArgumentException(
                    "%s p-values have %s corrected ones".formatted(raw.size(), adjusted.size()));
        }
    }

    /**
     * The hypotheses that are refuted.
     *
     * @param alpha the chance or share of false alarms, as the method says; between 0 and 1
     * @return their places, from 0, in ascending order
     * @throws IllegalArgumentException where alpha lies outside
     */
    public List<Integer> refuted(double alpha) {
        Interval.checkConfidence(alpha);
        return IntStream.range(0, adjusted.size())
                .filter(place -> adjusted.get(place) <= alpha)
                .boxed()
                .toList();
    }
}
