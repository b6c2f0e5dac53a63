package dev.junitllm.stats;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * Whether two sets of values come from the same distribution, by the largest distance between their empirical ones (Smirnov
 * 1939), in either direction. Immutable.
 *
 * @param method how the p-value was made, for reports
 * @param distance D, from 0 to 1
 * @param pValue how likely so large a distance is if there is no difference
 * @param first how many cases the first set has
 * @param second how many the second
 */
public record KolmogorovSmirnov(String method, double distance, double pValue, int first, int second) {

    private static final String GENERATOR = "L64X128MixRandom";
    private static final double ROUNDING = 1e-12;

    /**
     * Made by {@link #exact} and {@link #permutation}.
     *
     * @param method how the p-value was made, for reports
     * @param distance D, from 0 to 1
     * @param pValue how likely so large a distance is if there is no difference
     * @param first how many cases the first set has
     * @param second how many the second
     */
    public KolmogorovSmirnov {}

    /**
     * The exact test of independent values: of all orders in which the values of both sets can come, the share with a
     * distance at least as large. Equal values make it cautious; several values of one case make it wrong, see
     * {@link #permutation}. Takes time in proportion to the product of both sizes.
     *
     * @param first at least one value
     * @param second at least one value
     * @return the result
     * @throws IllegalArgumentException where a set is empty, or a value is not finite
     */
    public static KolmogorovSmirnov exact(double[] first, double[] second) {
        check(first.length, second.length);
        DriftChart.checkSeries(first);
        DriftChart.checkSeries(second);
        long steps = largestStep(first.clone(), second.clone());
        double p = chanceOfReaching(steps, first.length, second.length);
        double distance = steps / ((double) first.length * second.length);
        return new KolmogorovSmirnov("Kolmogorov–Smirnov, exact", distance, p, first.length, second.length);
    }

    /**
     * The test of cases with several values each, whatever they have in common: cases change sides at random, as many as
     * there are on each. Each case counts the same. The p-value is (r + 1)/(R + 1) for r of R draws with a distance at least
     * as large.
     *
     * @param first the values of each case, at least one case and one value of each
     * @param second the same of the second set
     * @param draws R, at least 99
     * @param seed of the generator L64X128MixRandom; the same seed gives the same result
     * @return the result
     * @throws IllegalArgumentException where a set or case is empty, there are too few draws, or a value is not finite
     */
    public static KolmogorovSmirnov permutation(double[][] first, double[][] second, int draws, long seed) {
        check(first.length, second.length);
        if (draws < 99) {
            throw new IllegalArgumentException("at least 99 draws are needed, unlike " + draws);
        }
        Pool pool = new Pool(first, second);
        int[] order = IntStream.range(0, first.length + second.length).toArray();
        double distance = pool.distance(order);
        RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(seed);
        int asLarge = 0;
        for (int draw = 0; draw < draws; draw++) {
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int place = order[i];
                order[i] = order[other];
                order[other] = place;
            }
            if (pool.distance(order) >= distance - ROUNDING) {
                asLarge++;
            }
        }
        return new KolmogorovSmirnov(
                "Kolmogorov–Smirnov, %s permutations of cases".formatted(draws),
                distance,
                (asLarge + 1) / (draws + 1.0),
                first.length,
                second.length);
    }

    /** D times both sizes, which is a whole number. */
    private static long largestStep(double[] x, double[] y) {
        Arrays.sort(x);
        Arrays.sort(y);
        long largest = 0;
        int i = 0;
        int j = 0;
        while (i < x.length && j < y.length) {
            double value = Math.min(x[i], y[j]);
            while (i < x.length && x[i] == value) {
                i++;
            }
            while (j < y.length && y[j] == value) {
                j++;
            }
            largest = Math.max(largest, Math.abs((long) i * y.length - (long) j * x.length));
        }
        return largest;
    }

    /**
     * Of all ways from (0, 0) to (n, m), one step right or up at a time, the share that somewhere is so far off the diagonal.
     * The last step to (i, j) came from the left with a chance of i/(i + j).
     */
    private static double chanceOfReaching(long steps, int n, int m) {
        double[] reached = new double[m + 1];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                if (Math.abs((long) i * m - (long) j * n) >= steps) {
                    reached[j] = 1;
                } else {
                    double left = i == 0 ? 0 : reached[j] * i / (i + j);
                    double below = j == 0 ? 0 : reached[j - 1] * j / (i + j);
                    reached[j] = left + below;
                }
            }
        }
        return Math.min(1, reached[m]);
    }

    private static void check(int first, int second) {
        if (first == 0 || second == 0) {
            throw new IllegalArgumentException(
                    "both sets need at least one case, unlike %s and %s".formatted(first, second));
        }
    }

    /** The values of all cases in ascending order, with the case of each and what it counts there. */
    private static final class Pool {

        private final int first;
        private final int second;
        private final double[] values;
        private final int[] cases;
        private final double[] weights;

        Pool(double[][] first, double[][] second) {
            this.first = first.length;
            this.second = second.length;
            double[][] all = new double[first.length + second.length][];
            System.arraycopy(first, 0, all, 0, first.length);
            System.arraycopy(second, 0, all, first.length, second.length);
            int[] owners = IntStream.range(0, all.length)
                    .flatMap(i -> IntStream.generate(() -> i).limit(all[i].length))
                    .toArray();
            double[] flat = Arrays.stream(all).flatMapToDouble(Arrays::stream).toArray();
            DriftChart.checkSeries(flat);
            if (Arrays.stream(all).anyMatch(values -> values.length == 0)) {
                throw new IllegalArgumentException("each case needs at least one value");
            }
            int[] order = IntStream.range(0, flat.length)
                    .boxed()
                    .sorted((a, b) -> Double.compare(flat[a], flat[b]))
                    .mapToInt(place -> place)
                    .toArray();
            this.values = Arrays.stream(order).mapToDouble(place -> flat[place]).toArray();
            this.cases = Arrays.stream(order).map(place -> owners[place]).toArray();
            this.weights =
                    Arrays.stream(cases).mapToDouble(i -> 1.0 / all[i].length).toArray();
        }

        /** Where the cases that come first in the order are the first set. */
        double distance(int[] order) {
            double[] step = new double[order.length];
            for (int i = 0; i < order.length; i++) {
                step[order[i]] = i < first ? 1.0 / first : -1.0 / second;
            }
            double largest = 0;
            double off = 0;
            for (int i = 0; i < values.length; i++) {
                off += step[cases[i]] * weights[i];
                if (i + 1 == values.length || values[i + 1] != values[i]) {
                    largest = Math.max(largest, Math.abs(off));
                }
            }
            return largest;
        }
    }
}
