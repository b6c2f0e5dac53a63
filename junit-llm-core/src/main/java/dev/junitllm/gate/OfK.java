package dev.junitllm.gate;

import java.math.BigInteger;

/** Which of k samples must pass. */
enum OfK {

    /** pass@k. */
    ANY("PassAtK", "pass@") {
        @Override
        BigInteger draws(int samples, int passed, int k) {
            return choose(samples, k).subtract(choose(samples - passed, k));
        }
    },

    /** pass^k. */
    ALL("PassHatK", "pass^") {
        @Override
        BigInteger draws(int samples, int passed, int k) {
            return choose(passed, k);
        }
    };

    private final String annotation;
    private final String symbol;

    OfK(String annotation, String symbol) {
        this.annotation = annotation;
        this.symbol = symbol;
    }

    String annotation() {
        return annotation;
    }

    String written(int k) {
        return symbol + k;
    }

    /** How many of the C(samples, k) sets of k samples pass. */
    abstract BigInteger draws(int samples, int passed, int k);

    static BigInteger choose(int all, int k) {
        if (k > all) {
            return BigInteger.ZERO;
        }
        BigInteger sets = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            sets = sets.multiply(BigInteger.valueOf(all - k + i)).divide(BigInteger.valueOf(i));
        }
        return sets;
    }
}
