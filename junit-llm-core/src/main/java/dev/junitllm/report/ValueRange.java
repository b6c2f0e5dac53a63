package dev.junitllm.report;

import java.util.List;
import java.util.Optional;

/**
 * From the lowest of several values to the highest.
 *
 * @param lowest 0 where there is no value
 * @param highest 0 where there is no value
 */
record ValueRange(double lowest, double highest) {

    static ValueRange of(List<Optional<Double>> values) {
        double lowest = values.stream()
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
        double highest = values.stream()
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return new ValueRange(lowest, highest);
    }

    /** Whether all values are the same. */
    boolean isFlat() {
        return !(highest > lowest);
    }

    /** How far up a value lies, from 0 to 1; not to be asked where all values are the same. */
    double share(double value) {
        return (value - lowest) / (highest - lowest);
    }
}
