package dev.junitllm.gate;

import dev.junitllm.Decimals;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.VerdictStatus;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the mean over all cases of each case's own mean can still become: if every sample that is out came to 0, and if every
 * one came to 1. An error among them could not lead further either way: it leaves a mean as it is, or takes a case out of it
 * whose mean would be the least or the most there is. Exact, as the comparison with the bar is. For one thread at a time.
 */
final class SettledMean implements Settling {

    private final double bar;
    private final int samplesPerCase;
    private final Function<SampleResult, @Nullable Double> value;
    private final Map<String, OfCase> begun = new HashMap<>();

    /** A multiple of every number of samples that a case may have, so that means are whole multiples of its inverse. */
    private final BigDecimal common;

    private int cases;
    private BigDecimal least = BigDecimal.ZERO;
    private BigDecimal most;

    SettledMean(double bar, int cases, int samplesPerCase, Function<SampleResult, @Nullable Double> value) {
        this.bar = bar;
        this.cases = cases;
        this.samplesPerCase = samplesPerCase;
        this.value = value;
        this.common = new BigDecimal(IntStream.rangeClosed(1, samplesPerCase)
                .mapToObj(BigInteger::valueOf)
                .reduce(BigInteger.ONE, CaseMeans::leastCommonMultiple));
        this.most = common.multiply(BigDecimal.valueOf(cases));
    }

    /** What is known of one case: so many samples are out, and so many could be scored. */
    private record OfCase(BigDecimal sum, int scored, int out) {

        BigDecimal least(BigDecimal common) {
            return isLost() ? BigDecimal.ZERO : sum.multiply(share(common));
        }

        BigDecimal most(BigDecimal common) {
            return isLost() ? BigDecimal.ZERO : sum.add(BigDecimal.valueOf(out)).multiply(share(common));
        }

        private BigDecimal share(BigDecimal common) {
            return common.divideToIntegralValue(BigDecimal.valueOf(scored + (long) out));
        }

        /** None of its samples could be scored, so it is no part of the mean. */
        boolean isLost() {
            return scored + out == 0;
        }
    }

    @Override
    public void add(SampleResult sample) {
        OfCase before = begun.getOrDefault(sample.caseId(), new OfCase(BigDecimal.ZERO, 0, samplesPerCase));
        Double scored = value.apply(sample);
        OfCase after = scored == null
                ? new OfCase(before.sum(), before.scored(), before.out() - 1)
                : new OfCase(before.sum().add(BigDecimal.valueOf(scored)), before.scored() + 1, before.out() - 1);
        begun.put(sample.caseId(), after);
        least = least.subtract(before.least(common)).add(after.least(common));
        most = most.subtract(before.most(common)).add(after.most(common));
        cases -= after.isLost() ? 1 : 0;
    }

    @Override
    public Optional<VerdictStatus> known() {
        BigDecimal needed =
                BigDecimal.valueOf(bar).multiply(BigDecimal.valueOf(cases)).multiply(common);
        if (cases == 0) {
            return Optional.empty();
        }
        if (least.compareTo(needed) >= 0) {
            return Optional.of(VerdictStatus.PASS);
        }
        return most.compareTo(needed) < 0 ? Optional.of(VerdictStatus.FAIL) : Optional.empty();
    }

    @Override
    public String reason() {
        return "the figure over all samples lies between %s and %s, whatever those that were left out came to: %s %s either way"
                .formatted(
                        Decimals.show(mean(least), bar),
                        Decimals.show(mean(most), bar),
                        known().equals(Optional.of(VerdictStatus.PASS)) ? "at least" : "below",
                        Decimals.show(bar));
    }

    private double mean(BigDecimal sum) {
        return sum.divide(common.multiply(BigDecimal.valueOf(cases)), MathContext.DECIMAL64)
                .doubleValue();
    }
}
