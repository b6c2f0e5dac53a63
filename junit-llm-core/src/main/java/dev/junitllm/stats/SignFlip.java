package dev.junitllm.stats;

import dev.junitllm.stats.PValue.Alternative;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Fisher's permutation test of paired differences (The Design of Experiments, 1935, §21): if nothing had changed each
 * difference could as well have the other sign. It assumes nothing else of how they are distributed.
 *
 * <p>Up to {@link #MOST_EXACT} cases all 2^C signs are counted: the sums of either half of the cases are sorted and run
 * through from both ends, which gives the same as going through all. Beyond, {@link #FLIPS} random signs are drawn with the
 * generator L64X128MixRandom, and r of them as extreme give (r + 1) / (R + 1), which keeps the level (Phipson and Smyth 2010).
 */
final class SignFlip {

    /** The most cases of which all signs are counted. */
    static final int MOST_EXACT = 30;

    static final int FLIPS = 100_000;

    private static final String GENERATOR = "L64X128MixRandom";

    private final double[] differences;
    private final long seed;
    private final double sum;
    private final double slack;

    SignFlip(double[] differences, long seed) {
        this.differences = differences;
        this.seed = seed;
        this.sum = Arrays.stream(differences).sum();
        this.slack = 1e-12 * Arrays.stream(differences).map(Math::abs).sum();
    }

    PValue test(Alternative alternative) {
        return differences.length <= MOST_EXACT ? exact(alternative) : drawn(alternative);
    }

    PValue exact(Alternative alternative) {
        double all = Math.pow(2, differences.length);
        // the sums of the signs lie symmetrically about 0
        double share = switch (alternative) {
            case LESS -> atMost(sum + slack) / all;
            case GREATER -> atMost(-sum + slack) / all;
            case DIFFERENT -> Math.min(1, 2 * atMost(-Math.abs(sum) + slack) / all);
        };
        return PValue.of("exact sign-flip permutation", alternative, share, differences.length);
    }

    PValue drawn(Alternative alternative) {
        RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(seed);
        int extreme = 0;
        for (int i = 0; i < FLIPS; i++) {
            double flipped = flipped(random);
            boolean asExtreme = switch (alternative) {
                case LESS -> flipped <= sum + slack;
                case GREATER -> flipped >= sum - slack;
                case DIFFERENT -> Math.abs(flipped) >= Math.abs(sum) - slack;
            };
            if (asExtreme) {
                extreme++;
            }
        }
        return PValue.of(
                "sign-flip permutation, " + FLIPS + " draws",
                alternative,
                (extreme + 1.0) / (FLIPS + 1.0),
                differences.length);
    }

    private double flipped(RandomGenerator random) {
        double flipped = 0;
        long bits = 0;
        for (int i = 0; i < differences.length; i++) {
            if (i % Long.SIZE == 0) {
                bits = random.nextLong();
            }
            flipped += (bits & 1) == 0 ? differences[i] : -differences[i];
            bits >>>= 1;
        }
        return flipped;
    }

    /** How many of the 2^C sums are no larger. */
    private double atMost(double limit) {
        int half = differences.length / 2;
        double[] low = sums(Arrays.copyOf(differences, half));
        double[] high = sums(Arrays.copyOfRange(differences, half, differences.length));
        long count = 0;
        int fitting = low.length;
        for (double part : high) {
            while (fitting > 0 && part + low[fitting - 1] > limit) {
                fitting--;
            }
            count += fitting;
        }
        return count;
    }

    /** The sums under all signs, sorted. */
    private static double[] sums(double[] values) {
        double[] sums = {0};
        for (double value : values) {
            double[] longer = new double[2 * sums.length];
            for (int i = 0; i < sums.length; i++) {
                longer[2 * i] = sums[i] - value;
                longer[2 * i + 1] = sums[i] + value;
            }
            sums = longer;
        }
        Arrays.sort(sums);
        return sums;
    }
}
