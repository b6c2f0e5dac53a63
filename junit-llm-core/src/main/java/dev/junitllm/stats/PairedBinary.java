package dev.junitllm.stats;

import dev.junitllm.stats.PValue.Alternative;
import java.math.BigDecimal;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Cases that passed or failed once in a baseline and once in the current run: how much the pass rate differs. Only the cases
 * that changed tell anything of the difference. Immutable.
 *
 * @param bothPass how many passed in both
 * @param passToFail how many passed in the baseline and fail now
 * @param failToPass how many failed in the baseline and pass now
 * @param bothFail how many failed in both
 */
public record PairedBinary(int bothPass, int passToFail, int failToPass, int bothFail) {
    /**
     * Checks what it is made of.
     *
     * @param bothPass how many passed in both
     * @param passToFail how many passed in the baseline and fail now
     * @param failToPass how many failed in the baseline and pass now
     * @param bothFail how many failed in both
     */
    public PairedBinary {
        if (bothPass < 0 || passToFail < 0 || failToPass < 0 || bothFail < 0) {
            throw new IllegalArgumentException("counts are at least 0, unlike %s, %s, %s, %s"
                    .formatted(bothPass, passToFail, failToPass, bothFail));
        }
        if ((long) bothPass + passToFail + failToPass + bothFail == 0) {
            throw new IllegalArgumentException("a comparison needs at least one case");
        }
    }

    /**
     * Counts pairs.
     *
     * @param baseline whether each case passed in the baseline
     * @param current whether each case passes now, in the same order
     * @return the counts
     * @throws IllegalArgumentException where there is no case, or one list is longer
     */
    public static PairedBinary of(boolean[] baseline, boolean[] current) {
        if (baseline.length != current.length) {
            throw new IllegalArgumentException("each case needs a baseline and a current outcome, unlike %s and %s"
                    .formatted(baseline.length, current.length));
        }
        int[] counts = new int[4];
        for (int i = 0; i < current.length; i++) {
            counts[(baseline[i] ? 0 : 2) + (current[i] ? 0 : 1)]++;
        }
        return new PairedBinary(counts[0], counts[1], counts[2], counts[3]);
    }

    /**
     * The number of cases.
     *
     * @return at least 1
     */
    public long cases() {
        return (long) bothPass + passToFail + failToPass + bothFail;
    }

    /**
     * The share of cases that changed, either way.
     *
     * @return from 0 to 1
     */
    public double discordance() {
        return ((double) passToFail + failToPass) / cases();
    }

    /**
     * The current pass rate less that of the baseline.
     *
     * @return from −1 to 1
     */
    public double difference() {
        return ((double) failToPass - passToFail) / cases();
    }

    /**
     * McNemar's test (Psychometrika 12, 1947), exact: of the cases that changed, as many should have changed for the worse as
     * for the better. Where none changed it is 1.
     *
     * @param alternative what to look for; {@link Alternative#LESS} asks for a regression
     * @return the p-value, whose size is the number of cases that changed
     */
    public PValue mcNemar(Alternative alternative) {
        int changed = Math.addExact(passToFail, failToPass);
        double worse = changed == 0 ? 1 : atLeast(passToFail, changed);
        double better = changed == 0 ? 1 : atLeast(failToPass, changed);
        return PValue.of(
                "exact McNemar",
                alternative,
                switch (alternative) {
                    case LESS -> worse;
                    case GREATER -> better;
                    case DIFFERENT -> 2 * Math.min(worse, better);
                },
                changed);
    }

    /**
     * McNemar's exact test looking either way, less half of the probability of what was observed (Lancaster 1961): less
     * conservative, and not guaranteed to hold its level.
     *
     * @return the p-value, whose size is the number of cases that changed
     */
    public PValue mcNemarMidP() {
        PValue exact = mcNemar(Alternative.DIFFERENT);
        int changed = passToFail + failToPass;
        double observed =
                changed == 0 ? 0 : BinomialDistribution.of(changed, 0.5).probability(Math.min(passToFail, failToPass));
        return PValue.of("mid-p McNemar", Alternative.DIFFERENT, exact.value() - observed, changed);
    }

    /**
     * Tango's score interval of the difference (Statistics in Medicine 17, 1998).
     *
     * @param confidence of each bound, between 0 and 1
     * @return the one-sided bounds
     */
    public Interval tango(double confidence) {
        return new TangoScore(passToFail, failToPass, cases()).oneSided(confidence);
    }

    /**
     * Newcombe's interval of the difference (Statistics in Medicine 17, 1998, method 10): two Wilson intervals put together,
     * with the correlation between the runs. A closed form, to cross-check {@link #tango}.
     *
     * @param confidence of each bound, between 0 and 1
     * @return the one-sided bounds
     */
    public Interval newcombe(double confidence) {
        long now = (long) bothPass + failToPass;
        long before = (long) bothPass + passToFail;
        Interval current = BinomialInterval.WILSON.oneSided(now, cases(), confidence);
        Interval baseline = BinomialInterval.WILSON.oneSided(before, cases(), confidence);
        return Mover.difference("Newcombe 10", current, baseline, correlation(now, before), (double) cases());
    }

    /**
     * Whether the pass rate is shown to have dropped by less than a margin, by {@link #tango}.
     *
     * @param margin the allowed drop, from 0 to 1
     * @param confidence of the bound, between 0 and 1
     * @return the comparison
     */
    public NonInferiority nonInferiority(double margin, double confidence) {
        NonInferiority.checkMargin(margin);
        Interval bounds = tango(confidence);
        double z = new TangoScore(passToFail, failToPass, cases()).z(-margin);
        double p = NormalDistribution.of(0, 1).survivalProbability(z);
        BigDecimal drop = BigDecimal.valueOf((long) passToFail - failToPass);
        BigDecimal allowed = BigDecimal.valueOf(margin).multiply(BigDecimal.valueOf(cases()));
        return new NonInferiority(
                bounds,
                margin,
                PValue.of(bounds.method(), Alternative.GREATER, p, cases()),
                drop.compareTo(allowed) > 0);
    }

    /** φ of the two runs, with n/2 taken off a positive numerator; 0 where a run passed all or none. */
    double correlation(long now, long before) {
        double margins = (double) now * (cases() - now) * before * (cases() - before);
        double product = (double) bothPass * bothFail - (double) passToFail * failToPass;
        double corrected = product > 0 ? Math.max(product - cases() / 2.0, 0) : product;
        return margins == 0 ? 0 : corrected / Math.sqrt(margins);
    }

    private static double atLeast(int some, int all) {
        return BinomialDistribution.of(all, 0.5).survivalProbability(some - 1);
    }
}
