package dev.junitllm.run;

import dev.junitllm.SpanKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How long a step of each kind takes in a run: the median over its cases, in three digits. More would be noise. */
final class StepLatency {

    private static final MathContext DIGITS = new MathContext(3);

    private StepLatency() {}

    /**
     * The median time of a step.
     *
     * @return in milliseconds, by kind; empty where nothing was traced, or all was answered from recordings
     */
    static Map<SpanKind, Double> of(RunSummary run) {
        Map<String, List<SampleSteps>> byCase = run.samples()
                .filter(sample -> sample.steps() != null)
                .collect(Collectors.groupingBy(
                        SampleResult::caseId,
                        LinkedHashMap::new,
                        Collectors.mapping(sample -> Objects.requireNonNull(sample.steps()), Collectors.toList())));
        Map<SpanKind, Double> medians = new EnumMap<>(SpanKind.class);
        for (SpanKind kind : SpanKind.values()) {
            double[] times = byCase.values().stream()
                    .flatMapToDouble(samples -> samples.stream()
                            .filter(steps -> steps.millis().containsKey(kind))
                            .mapToDouble(steps -> steps.millis().getOrDefault(kind, 0.0))
                            .average()
                            .stream())
                    .sorted()
                    .toArray();
            if (times.length > 0) {
                medians.put(kind, rounded(median(times)));
            }
        }
        return medians;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return Arrays.stream(sorted, sorted.length % 2 == 1 ? middle : middle - 1, middle + 1)
                .average()
                .orElseThrow();
    }

    private static double rounded(double millis) {
        return new BigDecimal(millis).round(DIGITS).doubleValue();
    }
}
