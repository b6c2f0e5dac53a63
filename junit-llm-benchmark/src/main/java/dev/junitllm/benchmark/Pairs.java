package dev.junitllm.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What two kinds of a run took, measured in turns, so that a noisy moment hits both. */
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

    /** Three columns of a Markdown table: the median of either kind in seconds, and their ratio. */
    String columns(ToLongFunction<Measurement> value) {
        double one = median(first, value);
        double other = median(second, value);
        return String.format(Locale.ROOT, "%.2f s | %.2f s | %.2f |", one / NANOS, other / NANOS, other / one);
    }

    private static long median(List<Measurement> runs, ToLongFunction<Measurement> value) {
        return runs.stream().mapToLong(value).sorted().toArray()[runs.size() / 2];
    }
}
