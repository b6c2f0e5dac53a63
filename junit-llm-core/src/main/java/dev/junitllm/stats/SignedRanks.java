package dev.junitllm.stats;

import dev.junitllm.stats.PValue.Alternative;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Wilcoxon's signed-rank test of paired differences (Biometrics Bulletin 1, 1945), exact with ties. Equal differences share
 * the mean of their ranks, and the distribution of their sum is that of these very ranks, by dynamic programming over twice
 * the ranks, which are whole numbers. It asks whether differences lie symmetrically about 0, not whether their mean is 0:
 * report it beside a test of the mean, not instead. Immutable.
 */
public final class SignedRanks {

    /** What becomes of differences of 0. */
    public enum Zeros {
        /** They are left out before ranking (Wilcoxon). */
        DROPPED,
        /** They are ranked, and left out then (Pratt, Journal of the American Statistical Association 54, 1959). */
        RANKED
    }

    /** With more differences the normal approximation is as good, and the exact distribution long. */
    private static final int MOST_EXACT = 300;

    private final int[] doubledRanks;
    private final long doubledPlus;
    private final long doubledMinus;

    private SignedRanks(double[] differences, Zeros zeros) {
        double[] ranked = Arrays.stream(differences)
                .filter(difference -> zeros == Zeros.RANKED || difference != 0)
                .toArray();
        int[] ranks = Ranks.doubled(Arrays.stream(ranked).map(Math::abs).toArray());
        int[] kept = new int[ranks.length];
        int count = 0;
        long plus = 0;
        for (int i = 0; i < ranked.length; i++) {
            if (ranked[i] != 0) {
                kept[count++] = ranks[i];
                plus += ranked[i] > 0 ? ranks[i] : 0;
            }
        }
        this.doubledRanks = Arrays.copyOf(kept, count);
        this.doubledPlus = plus;
        this.doubledMinus = Arrays.stream(doubledRanks).asLongStream().sum() - plus;
    }

    /**
     * Ranks differences.
     *
     * @param differences current less baseline of each case, finite
     * @param zeros what becomes of differences of 0
     * @return the ranks
     * @throws IllegalArgumentException where one is no finite number
     */
    public static SignedRanks of(double[] differences, Zeros zeros) {
        if (!Arrays.stream(differences).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("differences are finite numbers");
        }
        return new SignedRanks(differences, zeros);
    }

    /**
     * How many differences there are besides those of 0.
     *
     * @return at least 0
     */
    public int size() {
        return doubledRanks.length;
    }

    /**
     * The sum of the ranks of positive differences.
     *
     * @return at least 0
     */
    public double plus() {
        return doubledPlus / 2.0;
    }

    /**
     * The sum of the ranks of negative differences.
     *
     * @return at least 0
     */
    public double minus() {
        return doubledMinus / 2.0;
    }

    /**
     * The test: exact up to 300 differences, {@link #approximate} without a correction for continuity beyond. Where all
     * differences are 0 it is 1.
     *
     * @param alternative what to look for; {@link Alternative#LESS} asks whether differences tend to be negative
     * @return the p-value, whose size is {@link #size}
     */
    public PValue test(Alternative alternative) {
        if (size() > MOST_EXACT) {
            return approximate(alternative, false);
        }
        double[] distribution = distribution();
        // the distribution is symmetric: a sum of at least this has the chance of one of at most the other
        double less = atMost(distribution, doubledPlus);
        double greater = atMost(distribution, doubledMinus);
        return PValue.of("exact signed ranks", alternative, one(alternative, less, greater), size());
    }

    /**
     * The normal approximation, whose variance takes ties into account.
     *
     * @param alternative what to look for
     * @param continuity whether to move the sum by a half towards its mean
     * @return the p-value, whose size is {@link #size}
     */
    public PValue approximate(Alternative alternative, boolean continuity) {
        double squares =
                Arrays.stream(doubledRanks).mapToDouble(r -> (double) r * r).sum();
        double deviation = Math.sqrt(squares / 16);
        double distance = (doubledPlus - doubledMinus) / 4.0;
        String method = "signed ranks, normal approximation";
        if (size() == 0) {
            return PValue.of(method, alternative, 1, 0);
        }
        double half = continuity ? 0.5 : 0;
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double less = normal.cumulativeProbability((distance + half) / deviation);
        double greater = normal.survivalProbability((distance - half) / deviation);
        return PValue.of(method, alternative, one(alternative, less, greater), size());
    }

    private static double one(Alternative alternative, double less, double greater) {
        return switch (alternative) {
            case LESS -> less;
            case GREATER -> greater;
            case DIFFERENT -> 2 * Math.min(less, greater);
        };
    }

    private static double atMost(double[] distribution, long limit) {
        double sum = 0;
        for (int i = 0; i <= limit; i++) {
            sum += distribution[i];
        }
        return sum;
    }

    /** The chance of each doubled sum of positive ranks, if each sign were as likely. */
    private double[] distribution() {
        double[] chances = new double[Arrays.stream(doubledRanks).sum() + 1];
        chances[0] = 1;
        int most = 0;
        for (int rank : doubledRanks) {
            most += rank;
            for (int sum = most; sum >= 0; sum--) {
                chances[sum] = (chances[sum] + (sum >= rank ? chances[sum - rank] : 0)) / 2;
            }
        }
        return chances;
    }
}
