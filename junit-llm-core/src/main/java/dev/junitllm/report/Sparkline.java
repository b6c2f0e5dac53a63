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
        ValueRange range = ValueRange.of(values);
        return values.stream()
                .map(value -> value.map(number -> bar(number, range)).orElse(" "))
                .collect(Collectors.joining());
    }

    private static String bar(double value, ValueRange range) {
        int height = range.isFlat() ? MIDDLE : (int) Math.round(range.share(value) * (BARS.length() - 1));
        return BARS.substring(height, height + 1);
    }
}
