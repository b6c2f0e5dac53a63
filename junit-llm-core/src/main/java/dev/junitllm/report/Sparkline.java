package dev.junitllm.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A chart that fits in a line of text: a bar for each value, from the lowest to the highest. */
final class Sparkline {

    private static final String BARS = "▁▂▃▄▅▆▇█";

    /** Of values that are all the same. */
    private static final int MIDDLE = 3;

    private Sparkline() {}

    static String of(List<Optional<Double>> values) {
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
        return values.stream()
                .map(value -> value.map(number -> bar(number, lowest, highest)).orElse(" "))
                .collect(Collectors.joining());
    }

    private static String bar(double value, double lowest, double highest) {
        int height = highest > lowest
                ? (int) Math.round((value - lowest) / (highest - lowest) * (BARS.length() - 1))
                : MIDDLE;
        return BARS.substring(height, height + 1);
    }
}
