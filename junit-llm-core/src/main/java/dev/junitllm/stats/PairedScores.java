package dev.junitllm.stats;

import dev.junitllm.stats.PValue.Alternative;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Scores from 0 to 1 of the same cases in a baseline and in the current run, one of each case: for several samples the
 * case's mean. What is looked at is the difference of each case, current less baseline. Immutable.
 */
public final class PairedScores {

    private final double[] differences;
    private final Moments moments;

    private PairedScores(double[] differences) {
        this.differences = differences;
        this.moments = Moments.of(differences);
    }

    /**
     * Pairs scores.
     *
     * @param baseline the score of each case in the baseline, from 0 to 1
     * @param current the score of each case now, in the same order
     * @return the pairs
     * @throws IllegalArgumentException where there is no case, one list is longer, or a score lies outside
     */
    public static PairedScores of(double[] baseline, double[] current) {
        if (baseline.length == 0 || baseline.length != current.length) {
            throw new IllegalArgumentException(
                    "a comparison needs at least one case, and a baseline and a current score of each, unlike %s and %s"
                            .formatted(baseline.length, current.length));
        }
        double[] differences = new double[current.length];
        for (int i = 0; i < current.length; i++) {
            differences[i] = checked(current[i]) - checked(baseline[i]);
        }
        return new PairedScores(differences);
    }

    private static double checked(double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a score lies from 0 to 1, unlike " + score);
        }
        return score;
    }

    /**
     * The number of cases.
     *
     * @return at least 1
     */
    public int cases() {
        return moments.count();
    }

    /**
     * The mean difference, current less baseline.
     *
     * @return from −1 to 1
     */
    public double mean() {
        return moments.mean();
    }

    /**
     * The standard deviation of the differences, with n − 1 as the denominator.
     *
     * @return at least 0, or NaN where there is only one case
     */
    public double standardDeviation() {
        return moments.standardDeviation();
    }

    /**
     * Each case's difference, current less baseline.
     *
     * @return a copy, in the order of the cases
     */
    public double[] differences() {
        return differences.clone();
    }

    /**
     * Student's t interval of the mean difference.
     *
     * @param confidence of each bound, between 0 and 1
     * @return the one-sided bounds within −1 … 1; empty where there is only one case or all differences are equal
     */
    public Optional<Interval> student(double confidence) {
        double tail = Interval.tail(confidence, false);
        return undefined()
                ? Optional.empty()
                : Optional.of(bounds("paired t", quantile(tail) * moments.standardError(), confidence));
    }

    /**
     * Student's paired t test of the mean difference against a value.
     *
     * @param value such as 0, or −0.05 to ask whether the drop is less than that
     * @param alternative what to look for
     * @return the p-value; empty where there is only one case or all differences are equal
     */
    public Optional<PValue> studentTest(double value, Alternative alternative) {
        if (undefined()) {
            return Optional.empty();
        }
        TDistribution t = TDistribution.of(moments.count() - 1);
        double statistic = statistic(value);
        double p = switch (alternative) {
            case LESS -> t.cumulativeProbability(statistic);
            case GREATER -> t.survivalProbability(statistic);
            case DIFFERENT -> 2 * t.survivalProbability(Math.abs(statistic));
        };
        return Optional.of(PValue.of("paired t", alternative, p, moments.count()));
    }

    /**
     * Fisher's permutation test, which flips the signs of the differences: all of them up to 30 cases, 100 000 draws beyond.
     *
     * @param alternative what to look for; {@link Alternative#LESS} asks for a regression
     * @param seed of the generator L64X128MixRandom; unused where all signs are counted
     * @return the p-value; 1 where all differences are 0
     */
    public PValue signFlip(Alternative alternative, long seed) {
        return new SignFlip(differences, seed).test(alternative);
    }

    /**
     * The bootstrap interval of the mean difference.
     *
     * @param confidence of each bound, between 0 and 1
     * @param seed of the bootstrap
     * @return the one-sided bounds; empty where all differences are equal
     */
    public Optional<Interval> bca(double confidence, long seed) {
        return BcaMean.of(differences, seed).map(bootstrap -> bootstrap.oneSided(confidence));
    }

    /**
     * Whether the mean is shown to have dropped by less than a margin, by the method that fits the differences.
     *
     * <ul>
     *   <li>all differences equal: {@link #unchanged}
     *   <li>fewer than 10 cases: {@code few}, of the differences moved from −1 … 1 to 0 … 1
     *   <li>fewer than 15 cases, or a skewness beyond −1 … 1: the bootstrap
     *   <li>else Student's t
     * </ul>
     *
     * <p>The p-value is that of the t test; where all differences are equal, that of {@link #unchanged}.
     *
     * @param margin the allowed drop, from 0 to 1
     * @param confidence of each bound, between 0 and 1
     * @param seed of the bootstrap
     * @param few the bound for few cases
     * @return the comparison, or empty where there is only one case
     */
    public Optional<NonInferiority> nonInferiority(double margin, double confidence, long seed, BoundedMean few) {
        NonInferiority.checkMargin(margin);
        if (moments.count() < 2) {
            return Optional.empty();
        }
        PValue p = studentTest(-margin, Alternative.GREATER)
                .orElseGet(() -> SameDifference.of(moments).test(margin));
        return Optional.of(new NonInferiority(chosen(confidence, seed, few), margin, p, beyond(margin)));
    }

    /**
     * The same, but with a lower bound no higher, and an upper bound no lower, than if all cases had the same difference
     * ({@link #unchanged}). Else 40 cases of which one changed a little could show more than 40 of which none did. For pass
     * rates over several samples, where a change that no case has shown yet can be a whole one.
     *
     * @param margin the allowed drop, from 0 to 1
     * @param confidence of each bound, between 0 and 1
     * @param seed of the bootstrap
     * @param few the bound for few cases
     * @return the comparison, or empty where there is only one case
     */
    public Optional<NonInferiority> cappedNonInferiority(double margin, double confidence, long seed, BoundedMean few) {
        return nonInferiority(margin, confidence, seed, few).map(plain -> {
            Interval bounds = plain.difference();
            Interval same = unchanged(confidence);
            Interval capped = new Interval(
                    moments.same() ? bounds.method() : bounds.method() + ", capped",
                    bounds.estimate(),
                    Math.min(bounds.lower(), same.lower()),
                    Math.max(bounds.upper(), same.upper()),
                    bounds.size(),
                    confidence,
                    false);
            return new NonInferiority(capped, margin, plain.p(), plain.beyondMargin());
        });
    }

    /**
     * The bounds if all cases had the mean difference. Then the share of cases that differ from it is bounded as
     * {@link PairedBinary#tango} bounds changes of which it saw none, by q = z²/(C + z²), and such cases may have dropped, or
     * risen, by all there is: −1 and 1.
     *
     * @param confidence of each bound, between 0 and 1
     * @return the one-sided bounds
     */
    public Interval unchanged(double confidence) {
        return SameDifference.of(moments).oneSided(confidence);
    }

    private Interval chosen(double confidence, long seed, BoundedMean few) {
        if (moments.same()) {
            return unchanged(confidence);
        }
        if (moments.needsBoundForAnySize()) {
            Interval half = few.oneSided(
                    Arrays.stream(differences).map(d -> (d + 1) / 2).toArray(), confidence);
            return new Interval(
                    half.method(),
                    moments.mean(),
                    2 * half.lower() - 1,
                    2 * half.upper() - 1,
                    moments.count(),
                    confidence,
                    false);
        }
        return (moments.needsBootstrap() ? bca(confidence, seed) : student(confidence)).orElseThrow();
    }

    /** Case means such as 2/3 are no decimals: less than 10⁻¹² a case counts as rounding. */
    private boolean beyond(double margin) {
        BigDecimal drop = Arrays.stream(differences)
                .mapToObj(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .negate();
        BigDecimal cases = BigDecimal.valueOf(moments.count());
        BigDecimal allowed = BigDecimal.valueOf(margin).add(new BigDecimal("1e-12"));
        return drop.compareTo(allowed.multiply(cases)) > 0;
    }

    private boolean undefined() {
        return moments.count() < 2 || moments.same();
    }

    private double statistic(double value) {
        return (moments.mean() - value) / moments.standardError();
    }

    private double quantile(double tail) {
        return TDistribution.of(moments.count() - 1).inverseSurvivalProbability(tail);
    }

    private Interval bounds(String method, double half, double confidence) {
        return new Interval(
                method,
                moments.mean(),
                Math.max(-1, moments.mean() - half),
                Math.min(1, moments.mean() + half),
                moments.count(),
                confidence,
                false);
    }
}
