package dev.junitllm.stats;

import java.util.Arrays;

/**
 * Evidence about the mean of values from 0 to 1 that may be weighed after each of them: the wealth of who bets, with odds
 * that would be fair if the mean were m, that it is larger. It is an e-process (Waudby-Smith and Ramdas, <i>Estimating means
 * of bounded random variables by betting</i>, JRSS B 86, 2024): if the mean is at most m, the wealth is ever 1/α or more with
 * a chance of at most α, at any stopping time and whatever the values are like.
 *
 * <p>It splits its money over D = 20 bets of fixed size: E = (1/D) Σ Π (1 + λ(x − m)), λ = d/((D + 1)m) for d = 1 … D. That
 * needs no tuning, and the order of the values makes no difference. That the mean is smaller is bet on 1 − x and 1 − m.
 *
 * <p>Where the values are drawn without replacement from a suite of known size, the mean of those that are left is known as
 * soon as m is assumed: the bets are then about that, and once all are drawn the answer is certain (the same paper, section
 * 4). There the order matters, and must be random.
 *
 * <p>Immutable.
 */
public final class BettingProcess {

    /** The method's name, for reports. */
    public static final String METHOD = "betting on 20 stakes";

    /** How many bets. */
    static final int STAKES = 20;

    /** What is left of a suite may come to less than nothing by so much through rounding. */
    private static final double ROUNDING = 1e-9;

    private static final int ENDLESS = -1;

    private final double mean;
    private final boolean larger;
    private final int suite;
    private final int values;
    private final double sum;
    private final double[] logs;
    private final double peak;

    private BettingProcess(double mean, boolean larger, int suite, int values, double sum, double[] logs, double peak) {
        this.mean = mean;
        this.larger = larger;
        this.suite = suite;
        this.values = values;
        this.sum = sum;
        this.logs = logs;
        this.peak = peak;
    }

    /**
     * Evidence that the mean is larger than some value.
     *
     * @param mean the value, from 0 to 1
     * @return the process before the first value
     * @throws IllegalArgumentException where the mean lies outside
     */
    public static BettingProcess above(double mean) {
        return begin(mean, true, ENDLESS);
    }

    /**
     * Evidence that the mean is smaller than some value.
     *
     * @param mean the value, from 0 to 1
     * @return the process before the first value
     * @throws IllegalArgumentException where the mean lies outside
     */
    public static BettingProcess below(double mean) {
        return begin(mean, false, ENDLESS);
    }

    /**
     * The same about the mean of a suite of which each value is drawn at most once, in random order.
     *
     * @param size how many values there are, at least 1
     * @return the process before the first value
     * @throws IllegalArgumentException where the size lies outside
     * @throws IllegalStateException where there are values already
     */
    public BettingProcess withoutReplacement(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a suite has at least one value, unlike " + size);
        }
        if (values > 0) {
            throw new IllegalStateException("values have been drawn already: " + values);
        }
        return begin(mean, larger, size);
    }

    private static BettingProcess begin(double mean, boolean larger, int suite) {
        checkScore(mean);
        return new BettingProcess(mean, larger, suite, 0, 0, new double[STAKES], 0);
    }

    /**
     * After one more value.
     *
     * @param value from 0 to 1
     * @return the process
     * @throws IllegalArgumentException where the value lies outside
     * @throws IllegalStateException where the suite has no more values
     */
    public BettingProcess add(double value) {
        checkScore(value);
        if (isComplete()) {
            throw new IllegalStateException("all values of the suite have been drawn: " + suite);
        }
        double x = larger ? value : 1 - value;
        double[] next = logs.clone();
        bet(next, x, meanOfTheRest());
        if (suite != ENDLESS && total() - (sum + x) < -ROUNDING) {
            // what was drawn is already more than all of the suite could be
            Arrays.fill(next, Double.POSITIVE_INFINITY);
        }
        return new BettingProcess(mean, larger, suite, values + 1, sum + x, next, Math.max(peak, logMean(next)));
    }

    /**
     * The evidence so far: ln E.
     *
     * @return from negative infinity to infinity, which is certainty
     */
    public double logWealth() {
        return logMean(logs);
    }

    /**
     * The most evidence there ever was: ln of the largest E so far.
     *
     * @return at least 0
     */
    public double peak() {
        return peak;
    }

    /**
     * A p-value that holds at any stopping time: 1 over the largest E so far.
     *
     * @return from 0 to 1
     */
    public double anytimeP() {
        return Math.exp(-peak);
    }

    /**
     * How many values it has seen.
     *
     * @return at least 0
     */
    public int values() {
        return values;
    }

    /**
     * Whether all values of the suite have been drawn.
     *
     * @return always false where there is no end
     */
    public boolean isComplete() {
        return values == suite;
    }

    private double total() {
        return (larger ? mean : 1 - mean) * suite;
    }

    /** Of what is left if the mean is what is bet against; of all that ever comes where there is no end. */
    private double meanOfTheRest() {
        return suite == ENDLESS ? (larger ? mean : 1 - mean) : (total() - sum) / (suite - values);
    }

    private static void bet(double[] logs, double x, double m) {
        if (m >= 1) {
            return; // nothing to win: no value is larger
        }
        for (int d = 1; d <= STAKES; d++) {
            logs[d - 1] += logFactor(x, m, d);
        }
    }

    /** What a bet multiplies its stake by. A mean of 0 (or less, but for rounding) is refuted by any larger value. */
    static double logFactor(double x, double m, int d) {
        if (m <= 0) {
            return x > ROUNDING ? Double.POSITIVE_INFINITY : 0;
        }
        return Math.log1p(d / (STAKES + 1.0) * (x / m - 1));
    }

    static double logMean(double[] logs) {
        double most = Arrays.stream(logs).max().orElseThrow();
        if (Double.isInfinite(most)) {
            return most;
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - most);
        }
        return most + Math.log(sum / logs.length);
    }

    static void checkScore(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a value lies from 0 to 1, unlike " + value);
        }
    }
}
