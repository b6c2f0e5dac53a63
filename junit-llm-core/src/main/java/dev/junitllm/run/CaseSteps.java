package dev.junitllm.run;

import dev.junitllm.SpanKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pattern of a case's traces over its samples, as a baseline keeps it. Means are rounded to three places, costs to nine.
 * Immutable.
 *
 * @param samples how many samples have a trace, at least 1
 * @param calls the mean number of steps of each kind, above 0
 * @param failed the mean number of failed steps
 * @param tokens the mean of what the models took, or {@code null} where it isn't known of every sample
 * @param cost the mean of what they cost, or {@code null} where it isn't known of every sample
 * @param routes the orders in which tools were called, each with how many samples took it; the most frequent first
 * @param documents in how many samples each document was retrieved, or {@code null} where a search of one doesn't say
 */
public record CaseSteps(
        int samples,
        Map<SpanKind, Double> calls,
        double failed,
        @Nullable Double tokens,
        @Nullable Double cost,
        Map<List<String>, Integer> routes,
        @Nullable SortedMap<String, Integer> documents) {

    /**
     * A pattern.
     *
     * @param samples how many samples have a trace, at least 1
     * @param calls the mean number of steps of each kind, above 0
     * @param failed the mean number of failed steps
     * @param tokens the mean of what the models took, or {@code null}
     * @param cost the mean of what they cost, or {@code null}
     * @param routes the orders in which tools were called
     * @param documents in how many samples each document was retrieved, or {@code null}
     */
    public CaseSteps {
        if (samples < 1
                || routes.values().stream().mapToInt(Integer::intValue).sum() != samples
                || (documents != null && documents.values().stream().anyMatch(count -> count < 1 || count > samples))) {
            throw new IllegalArgumentException("the steps of %s samples can't be these: routes of %s, documents of %s"
                    .formatted(samples, routes.values(), documents == null ? "no" : documents.values()));
        }
        calls = Collections.unmodifiableMap(new TreeMap<>(calls));
        routes = Collections.unmodifiableMap(new LinkedHashMap<>(routes));
        documents = documents == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(documents));
    }

    /**
     * Adds up the samples of a case.
     *
     * @param samples the patterns of those that have a trace
     * @return the pattern of the case, or {@code null} where none has
     */
    static @Nullable CaseSteps of(List<SampleSteps> samples) {
        if (samples.isEmpty()) {
            return null;
        }
        int count = samples.size();
        Map<SpanKind, Double> calls = new TreeMap<>();
        for (SpanKind kind : SpanKind.values()) {
            int sum = samples.stream()
                    .mapToInt(steps -> steps.calls().getOrDefault(kind, 0))
                    .sum();
            if (sum > 0) {
                calls.put(kind, rounded(BigDecimal.valueOf(sum), count, 3));
            }
        }
        int failed = samples.stream().mapToInt(SampleSteps::failed).sum();
        return new CaseSteps(
                count,
                calls,
                rounded(BigDecimal.valueOf(failed), count, 3),
                mean(samples, steps -> steps.tokens() == null ? null : BigDecimal.valueOf(steps.tokens()), 3),
                mean(samples, SampleSteps::cost, 9),
                routes(samples),
                documents(samples));
    }

    private static @Nullable Double mean(
            List<SampleSteps> samples, Function<SampleSteps, @Nullable BigDecimal> part, int places) {
        BigDecimal sum = BigDecimal.ZERO;
        for (SampleSteps steps : samples) {
            BigDecimal amount = part.apply(steps);
            if (amount == null) {
                return null;
            }
            sum = sum.add(amount);
        }
        return rounded(sum, samples.size(), places);
    }

    private static double rounded(BigDecimal sum, int count, int places) {
        return sum.divide(BigDecimal.valueOf(count), places, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    private static Map<List<String>, Integer> routes(List<SampleSteps> samples) {
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        samples.forEach(steps -> counts.merge(steps.tools(), 1, Integer::sum));
        Map<List<String>, Integer> frequentFirst = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<List<String>, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(route -> String.join("\n", route.getKey())))
                .forEach(route -> frequentFirst.put(route.getKey(), route.getValue()));
        return frequentFirst;
    }

    private static @Nullable SortedMap<String, Integer> documents(List<SampleSteps> samples) {
        return samples.stream().map(SampleSteps::documents).anyMatch(Objects::isNull)
                ? null
                : samples.stream()
                        .map(SampleSteps::documents)
                        .filter(Objects::nonNull)
                        .flatMap(Collection::stream)
                        .collect(Collectors.toMap(id -> id, id -> 1, Integer::sum, TreeMap::new));
    }

    /**
     * The mean number of steps of a kind.
     *
     * @param kind the kind
     * @return at least 0
     */
    public double calls(SpanKind kind) {
        return calls.getOrDefault(kind, 0.0);
    }
}
