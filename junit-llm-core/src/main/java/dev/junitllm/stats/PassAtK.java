package dev.junitllm.stats;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * How likely a case is passed by at least one of k samples, or by all k, told from n ≥ k samples of which c passed. These are
 * the unbiased estimators, that is the share among all sets of k that can be drawn from the n:
 *
 * <ul>
 *   <li>pass@k = 1 − C(n−c, k) / C(n, k) (Chen et al. 2021, <i>Evaluating Large Language Models Trained on Code</i>,
 *       arXiv:2107.03374);
 *   <li>pass^k = C(c, k) / C(n, k) (Yao et al. 2024, <i>τ-bench</i>, arXiv:2406.12045).
 * </ul>
 *
 * <p>1 − (1 − c/n)^k would be biased. With fewer than k samples neither is defined. Figures of a golden set are means over its
 * cases.
 */
public final class PassAtK {

    private PassAtK() {}

    /**
     * pass@k: at least one of k passes.
     *
     * @param samples n, at least 0
     * @param passed c, from 0 to n
     * @param k at least 1
     * @return from 0 to 1, or empty where n is less than k
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static OptionalDouble estimate(int samples, int passed, int k) {
        check(samples, passed, k);
        if (samples < k) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(k == 1 ? (double) passed / samples : 1 - shareOf(samples - passed, samples, k));
    }

    /**
     * pass^k: all of k pass.
     *
     * @param samples n, at least 0
     * @param passed c, from 0 to n
     * @param k at least 1
     * @return from 0 to 1, or empty where n is less than k
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static OptionalDouble all(int samples, int passed, int k) {
        check(samples, passed, k);
        return samples < k ? OptionalDouble.empty() : OptionalDouble.of(shareOf(passed, samples, k));
    }

    /**
     * At least j of k pass: Σ C(c, i) C(n−c, k−i) / C(n, k) over i from j to k.
     *
     * @param samples n, at least 0
     * @param passed c, from 0 to n
     * @param j how many of the k must pass, from 0 to k; 1 is pass@k, k is pass^k
     * @param k at least 1
     * @return from 0 to 1, or empty where n is less than k
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static OptionalDouble atLeast(int samples, int passed, int j, int k) {
        check(samples, passed, k);
        if (j < 0 || j > k) {
            throw new IllegalArgumentException("of k = %s from 0 to all must pass, unlike %s".formatted(k, j));
        }
        if (samples < k) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                j == 0 ? 1 : HypergeometricDistribution.of(samples, passed, k).survivalProbability(j - 1));
    }

    /**
     * C(some, k) / C(all, k), as a product of the shorter length: of some·(some−1)…(some−k+1) over all·(all−1)…(all−k+1), or of
     * 1 − k/i for i from some+1 to all. Exact 0 where fewer than k are some, exact 1 where all are.
     */
    private static double shareOf(int some, int all, int k) {
        if (some < k) {
            return 0;
        }
        double share = 1;
        if (k < all - some) {
            for (int i = 0; i < k; i++) {
                share *= (double) (some - i) / (all - i);
            }
        } else {
            for (int i = some + 1; i <= all; i++) {
                share *= (double) (i - k) / i;
            }
        }
        return share;
    }

    private static void check(int samples, int passed, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k is at least 1, unlike " + k);
        }
        if (samples < 0 || passed < 0 || passed > samples) {
            throw new IllegalArgumentException(
                    "of at least 0 samples from 0 to all pass, unlike %s of %s".formatted(passed, samples));
        }
    }
}
