package dev.junitllm.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.IntPredicate;

/**
 * Whether the verdict over a number of samples fixed beforehand can still change: it can't where the samples that are still
 * out would lead to the same verdict if they all passed and if they all failed. Stopping then costs nothing: the verdict is
 * the one that all samples would have led to. Immutable.
 *
 * <p>It needs a verdict that more passes never make worse, as a rate and the bounds of {@link BinomialInterval} give. The
 * bounds of a {@link ClusteredRate} do so with one sample of each case; with several they also depend on how the passes are
 * spread over the cases, and may sink with another pass. Where a sample turns out to be an error, which counts for neither
 * side, ask again with one sample fewer planned.
 *
 * @param planned how many samples there will be, at least 1
 * @param fewestToPass with how many passes or more it is PASS; more than {@code planned} where nothing can pass
 * @param mostToFail with how many passes or fewer it is FAIL; below 0 where nothing can fail. In between it is INCONCLUSIVE
 */
public record Curtailment(int planned, int fewestToPass, int mostToFail) {

    /**
     * Checks what it is made of.
     *
     * @param planned how many samples there will be, at least 1
     * @param fewestToPass with how many passes or more it is PASS; more than {@code planned} where nothing can pass
     * @param mostToFail with how many passes or fewer it is FAIL; below 0 where nothing can fail. In between it is INCONCLUSIVE
     * @throws IllegalArgumentException where nothing is planned, or the same number would pass and fail
     */
    public Curtailment {
        if (planned < 1) {
            throw new IllegalArgumentException("at least one sample must be planned, unlike " + planned);
        }
        if (mostToFail >= fewestToPass) {
            throw new IllegalArgumentException(
                    "%s passes can't fail where %s pass".formatted(mostToFail, fewestToPass));
        }
    }

    /**
     * The observed rate against a bar, compared exactly. It is never INCONCLUSIVE.
     *
     * @param planned how many samples there will be, at least 1
     * @param atLeast the bar, from 0 to 1, taken as the decimal number it is written as
     * @return the rule
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static Curtailment ofRate(int planned, double atLeast) {
        checkBar(atLeast);
        int fewest = BigDecimal.valueOf(atLeast)
                .multiply(BigDecimal.valueOf(planned))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        return new Curtailment(planned, fewest, fewest - 1);
    }

    /**
     * The bounds of an interval against a bar: PASS where the one-sided lower bound is at least the bar, FAIL where the
     * upper bound is below it.
     *
     * @param interval which bounds
     * @param planned how many samples there will be, at least 1
     * @param atLeast the bar, from 0 to 1
     * @param confidence of each bound, between 0 and 1
     * @return the rule
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static Curtailment ofBounds(BinomialInterval interval, int planned, double atLeast, double confidence) {
        checkBar(atLeast);
        int fewest = fewest(
                planned,
                passes -> interval.oneSided(passes, planned, confidence).lower() >= atLeast);
        int notFailing = fewest(
                planned,
                passes -> interval.oneSided(passes, planned, confidence).upper() >= atLeast);
        return new Curtailment(planned, fewest, notFailing - 1);
    }

    /**
     * What the results so far say.
     *
     * @param passes how many samples passed, at least 0
     * @param failures how many failed, at least 0
     * @return CONTINUE as long as the rest could change the verdict
     * @throws IllegalArgumentException where there are more samples than planned
     */
    public SequentialDecision decide(int passes, int failures) {
        if (passes < 0 || failures < 0 || passes > planned - failures) {
            throw new IllegalArgumentException(
                    "%s passes and %s failures are not among %s samples".formatted(passes, failures, planned));
        }
        int most = planned - failures;
        if (passes >= fewestToPass) {
            return SequentialDecision.PASS;
        }
        if (most <= mostToFail) {
            return SequentialDecision.FAIL;
        }
        return passes > mostToFail && most < fewestToPass
                ? SequentialDecision.INCONCLUSIVE
                : SequentialDecision.CONTINUE;
    }

    /** The fewest passes for which it holds, given that it holds for all more; one more than there are where for none. */
    private static int fewest(int planned, IntPredicate holds) {
        int fewest = 0;
        int most = planned + 1;
        while (fewest < most) {
            int middle = (fewest + most) >>> 1;
            if (holds.test(middle)) {
                most = middle;
            } else {
                fewest = middle + 1;
            }
        }
        return fewest;
    }

    private static void checkBar(double atLeast) {
        if (!(atLeast >= 0 && atLeast <= 1)) {
            throw new IllegalArgumentException("a bar lies from 0 to 1, unlike " + atLeast);
        }
    }
}
