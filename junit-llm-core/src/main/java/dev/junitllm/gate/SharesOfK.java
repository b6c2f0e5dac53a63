package dev.junitllm.gate;

import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SampleResult;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * pass@k or pass^k of each case, kept exact as fractions, so that a mean that is the bar meets it.
 *
 * @param k of how many samples
 * @param shares one for each case that has at least k samples
 * @param tooFew how many cases have fewer
 */
record SharesOfK(int k, List<Share> shares, int tooFew) {

    /** So many sets of k samples of one case pass, of so many that there are. */
    private record Share(BigInteger passing, BigInteger all) {}

    /**
     * Counts the samples of a run.
     *
     * @param passed 1 or 0 for a sample, or {@code null} where it doesn't enter
     */
    static SharesOfK of(RunSummary run, OfK which, int k, Function<SampleResult, @Nullable Double> passed) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        run.samples().forEach(sample -> {
            int[] count = counts.computeIfAbsent(sample.caseId(), id -> new int[2]);
            Double value = passed.apply(sample);
            if (value != null) {
                count[0]++;
                count[1] += value == 1 ? 1 : 0;
            }
        });
        List<Share> shares = counts.values().stream()
                .filter(count -> count[0] >= k)
                .map(count -> new Share(which.draws(count[0], count[1], k), OfK.choose(count[0], k)))
                .toList();
        return new SharesOfK(k, shares, counts.size() - shares.size());
    }

    boolean reach(double bar) {
        BigInteger common =
                shares.stream().map(Share::all).distinct().reduce(BigInteger.ONE, CaseMeans::leastCommonMultiple);
        BigInteger sum = shares.stream()
                .map(share -> share.passing().multiply(common.divide(share.all())))
                .reduce(BigInteger.ZERO, BigInteger::add);
        BigDecimal needed = BigDecimal.valueOf(bar)
                .multiply(BigDecimal.valueOf(shares.size()))
                .multiply(new BigDecimal(common));
        return new BigDecimal(sum).compareTo(needed) >= 0;
    }

    double[] perCase() {
        return shares.stream()
                .mapToDouble(share -> new BigDecimal(share.passing())
                        .divide(new BigDecimal(share.all()), MathContext.DECIMAL64)
                        .doubleValue())
                .toArray();
    }

    double mean() {
        return java.util.Arrays.stream(perCase()).average().orElse(Double.NaN);
    }
}
