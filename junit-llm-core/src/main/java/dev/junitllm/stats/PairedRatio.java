package dev.junitllm.stats;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * By how much a quantity that has no upper end, such as tokens or cost, has grown over the same cases: the sum now over the
 * sum before, and Fieller's bounds of it (Journal of the Royal Statistical Society B 16, 1954), which are those ratios that
 * a paired t test with n − 1 degrees of freedom doesn't refute. They rely on the mean of many cases being about normal.
 * Where every case has grown by the same ratio, both bounds are that ratio. Immutable.
 */
public final class PairedRatio {

    private static final String METHOD = "Fieller";
    private static final double ROUNDING = 1e-12;

    private final double[] before;
    private final double[] now;
    private final double meanBefore;
    private final double meanNow;

    private PairedRatio(double[] before, double[] now) {
        this.before = before;
        this.now = now;
        this.meanBefore = mean(before);
        this.meanNow = mean(now);
    }

    /**
     * Pairs quantities.
     *
     * @param before that of each case before, at least 0, and not all of them 0
     * @param now that of each case now, at least 0, in the same order
     * @return the pairs
     * @throws IllegalArgumentException where there is no case, one list is longer, a quantity is negative or not finite, or all
     *     of those before are 0
     */
    public static PairedRatio of(double[] before, double[] now) {
        if (before.length == 0 || before.length != now.length) {
            throw new IllegalArgumentException(
                    "a ratio needs at least one case, and a quantity before and now of each, unlike %s and %s"
                            .formatted(before.length, now.length));
        }
        checkAll(before);
        checkAll(now);
        if (Arrays.stream(before).allMatch(quantity -> quantity == 0)) {
            throw new IllegalArgumentException("nothing can be told by how much more it is than 0");
        }
        return new PairedRatio(before.clone(), now.clone());
    }

    private static void checkAll(double[] quantities) {
        for (double quantity : quantities) {
            if (!(quantity >= 0 && quantity < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a quantity is at least 0 and finite, unlike " + quantity);
            }
        }
    }

    /**
     * The number of cases.
     *
     * @return at least 1
     */
    public int cases() {
        return before.length;
    }

    /**
     * The sum now over the sum before.
     *
     * @return at least 0; 1 where nothing has changed
     */
    public double ratio() {
        return meanNow / meanBefore;
    }

    /**
     * The mean before.
     *
     * @return above 0
     */
    public double meanBefore() {
        return meanBefore;
    }

    /**
     * The mean now.
     *
     * @return at least 0
     */
    public double meanNow() {
        return meanNow;
    }

    /**
     * A lower and an upper bound, each of which holds on its own.
     *
     * @param confidence of each bound, between 0 and 1
     * @return the bounds; empty where there is only one case, or where those before differ so much that their sum may as well
     *     be 0
     */
    public Optional<Interval> oneSided(double confidence) {
        return interval(confidence, false);
    }

    /**
     * An interval, whose bounds hold together.
     *
     * @param confidence of the interval, between 0 and 1
     * @return the interval; empty where there is only one case, or where those before differ so much that their sum may as
     *     well be 0
     */
    public Optional<Interval> twoSided(double confidence) {
        return interval(confidence, true);
    }

    /** The roots R of (ȳ − R x̄)² = t² var(ȳ − R x̄). */
    private Optional<Interval> interval(double confidence, boolean twoSided) {
        double tail = Interval.tail(confidence, twoSided);
        int n = before.length;
        if (n < 2) {
            return Optional.empty();
        }
        if (isTheSameInEveryCase()) {
            return Optional.of(new Interval(METHOD, ratio(), ratio(), ratio(), n, confidence, twoSided));
        }
        double t = TDistribution.of(n - 1).inverseSurvivalProbability(tail);
        double square = t * t / n;
        double a = meanBefore * meanBefore - square * covariance(before, meanBefore, before, meanBefore);
        double b = meanBefore * meanNow - square * covariance(before, meanBefore, now, meanNow);
        double c = meanNow * meanNow - square * covariance(now, meanNow, now, meanNow);
        if (!(a > 0)) {
            return Optional.empty();
        }
        double root = Math.sqrt(Math.max(0, b * b - a * c));
        return Optional.of(new Interval(
                METHOD,
                ratio(),
                Math.min(ratio(), Math.max(0, (b - root) / a)),
                Math.max(ratio(), (b + root) / a),
                n,
                confidence,
                twoSided));
    }

    private boolean isTheSameInEveryCase() {
        double rounding = ROUNDING * (meanBefore + meanNow);
        for (int i = 0; i < before.length; i++) {
            if (Math.abs(now[i] - ratio() * before[i]) > rounding) {
                return false;
            }
        }
        return true;
    }

    private static double covariance(double[] x, double meanX, double[] y, double meanY) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum / (x.length - 1);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }
}
