package dev.junitllm.gate;

import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The mean over the cases of each case's own mean over its samples, kept exact, so that 55 of 100 meets 0.55. Every case
 * weighs the same, however many of its samples could be scored.
 */
final class CaseMeans {

    private final Map<String, List<BigDecimal>> samplesByCase;

    private CaseMeans(Map<String, List<BigDecimal>> samplesByCase) {
        this.samplesByCase = samplesByCase;
    }

    /**
     * Collects the values of a run.
     *
     * @param value gives a sample's value, or {@code null} where the sample doesn't enter
     */
    static CaseMeans of(RunSummary run, Function<SampleResult, @Nullable Double> value) {
        Map<String, List<BigDecimal>> byCase = new LinkedHashMap<>();
        run.samples().forEach(sample -> {
            Double number = value.apply(sample);
            if (number != null) {
                byCase.computeIfAbsent(sample.caseId(), id -> new ArrayList<>(1))
                        .add(BigDecimal.valueOf(number));
            }
        });
        return new CaseMeans(byCase);
    }

    int cases() {
        return samplesByCase.size();
    }

    /** Compares without any division: sums of equally often sampled cases are brought to one denominator. */
    boolean reach(double bar) {
        BigInteger common = samplesByCase.values().stream()
                .map(samples -> BigInteger.valueOf(samples.size()))
                .distinct()
                .reduce(BigInteger.ONE, CaseMeans::leastCommonMultiple);
        BigDecimal sum = samplesByCase.values().stream()
                .map(samples ->
                        sum(samples).multiply(new BigDecimal(common.divide(BigInteger.valueOf(samples.size())))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal needed =
                BigDecimal.valueOf(bar).multiply(BigDecimal.valueOf(cases())).multiply(new BigDecimal(common));
        return sum.compareTo(needed) >= 0;
    }

    double mean() {
        BigDecimal sum = means().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(cases()), MathContext.DECIMAL128).doubleValue();
    }

    double[] perCase() {
        return means().mapToDouble(BigDecimal::doubleValue).toArray();
    }

    /** How many samples of each case passed, where values are 0 or 1. */
    int[] passes() {
        return samplesByCase.values().stream()
                .mapToInt(samples -> sum(samples).intValueExact())
                .toArray();
    }

    /** How many samples of each case there are. */
    int[] counts() {
        return samplesByCase.values().stream().mapToInt(List::size).toArray();
    }

    private Stream<BigDecimal> means() {
        return samplesByCase.values().stream()
                .map(samples -> sum(samples).divide(BigDecimal.valueOf(samples.size()), MathContext.DECIMAL128));
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigInteger leastCommonMultiple(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }
}
