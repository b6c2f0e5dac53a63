package dev.junitllm.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * What two kinds of a run took, measured in turns. The ratio is the median of the turns' own ratios, for a machine may be slower for a
 * while and then both are.
 */
final class Pairs {

    private static final double NANOS = 1e9;

    private final List<Measurement> first;
    private final List<Measurement> second;

    Pairs(List<Measurement> first, List<Measurement> second) {
        if (first.size() != second.size() || first.isEmpty()) {
            throw new IllegalArgumentException("%s and %s runs are no pairs".formatted(first.size(), second.size()));
        }
        this.first = List.copyOf(first);
        this.second = List.copyOf(second);
    }

    /** Three columns of a Markdown table: the median of either kind in seconds, and the ratio. */
    String columns(ToLongFunction<Measurement> value) {
        return String.format(
                Locale.ROOT,
                "%.2f s | %.2f s | %.2f |",
                median(seconds(first, value)),
                median(seconds(second, value)),
                ratio(value));
    }

    private double ratio(ToLongFunction<Measurement> value) {
        return median(IntStream.range(0, first.size())
                .mapToObj(i -> (double) value.applyAsLong(second.get(i)) / value.applyAsLong(first.get(i)))
                .toList());
    }

    private static List<Double> seconds(List<Measurement> runs, ToLongFunction<Measurement> value) {
        return runs.stream().map(run -> value.applyAsLong(run) / NANOS).toList();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        sorted.sort(null);
        return sorted.get(sorted.size() / 2);
    }
}
