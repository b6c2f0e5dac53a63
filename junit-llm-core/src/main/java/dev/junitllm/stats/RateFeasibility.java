package dev.junitllm.stats;

import java.util.OptionalLong;

/**
 * What a number of cases can show about a rate at best, told before any of them has run. It follows from Clopper and
 * Pearson's bound of C cases that all pass, the C-th root of 1 − confidence; more samples of the same cases don't move it.
 */
public final class RateFeasibility {

    private RateFeasibility() {}

    /**
     * The lower bound that a perfect run shows.
     *
     * @param cases at least 1
     * @param confidence of the bound, between 0 and 1
     * @return between 0 and 1: 0.861 for 20 cases at 0.95
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static double bestLower(long cases, double confidence) {
        checkCases(cases);
        return BetaBounds.lower((double) cases, 0, Interval.tail(confidence, false));
    }

    /**
     * The upper bound that a run shows in which everything failed.
     *
     * @param cases at least 1
     * @param confidence of the bound, between 0 and 1
     * @return between 0 and 1: 0.139 for 20 cases at 0.95
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static double worstUpper(long cases, double confidence) {
        checkCases(cases);
        return BetaBounds.upper(0, (double) cases, Interval.tail(confidence, false));
    }

    /**
     * The fewest cases with which a perfect run shows a rate: 59 for 0.95 at 0.95.
     *
     * @param bar the rate to show, from 0 to 1
     * @param confidence of the bound, between 0 and 1
     * @return at least 1; empty for a bar of 1, which no number of cases shows
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static OptionalLong fewestCases(double bar, double confidence) {
        checkBar(bar);
        double tail = Interval.tail(confidence, false);
        if (bar == 1) {
            return OptionalLong.empty();
        }
        if (bar <= tail) {
            return OptionalLong.of(1);
        }
        long about = Math.max(1, Math.round(Math.log(tail) / Math.log(bar)) - 1);
        while (bestLower(about, confidence) < bar) {
            about++;
        }
        return OptionalLong.of(about);
    }

    /**
     * The fewest successes whose lower bound reaches a rate.
     *
     * @param method the interval
     * @param trials how many independent trials there are, at least 1
     * @param bar the rate to show, from 0 to 1
     * @param confidence of the bound, between 0 and 1
     * @return from 0 to {@code trials}; empty where even as many successes as trials don't show it
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static OptionalLong fewestSuccesses(BinomialInterval method, long trials, double bar, double confidence) {
        checkBar(bar);
        checkCases(trials);
        if (method.oneSided(trials, trials, confidence).lower() < bar) {
            return OptionalLong.empty();
        }
        long below = -1;
        long reached = trials;
        while (reached - below > 1) {
            long middle = below + (reached - below) / 2;
            if (method.oneSided(middle, trials, confidence).lower() < bar) {
                below = middle;
            } else {
                reached = middle;
            }
        }
        return OptionalLong.of(reached);
    }

    private static void checkCases(long cases) {
        if (cases < 1) {
            throw new IllegalArgumentException("at least one case is needed, unlike " + cases);
        }
    }

    private static void checkBar(double bar) {
        if (!(bar >= 0 && bar <= 1)) {
            throw new IllegalArgumentException("a rate to show lies from 0 to 1, unlike " + bar);
        }
    }
}
