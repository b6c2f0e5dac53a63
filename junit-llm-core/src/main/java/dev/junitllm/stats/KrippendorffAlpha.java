package dev.junitllm.stats;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Krippendorff's α: how far any number of raters agree, of whom not all rated everything (Krippendorff 2011, <i>Computing
 * Krippendorff's Alpha-Reliability</i>). 1 − D(observed) / D(expected), over all pairs of ratings of one item, and over all
 * pairs of ratings whatsoever. An item that has one rating is left out.
 */
public enum KrippendorffAlpha {
    /** Categories without an order: every difference is the same. */
    NOMINAL {
        @Override
        double difference(double[] values, double[] counts, int i, int j) {
            return i == j ? 0 : 1;
        }
    },

    /** Ranks: the square of how many ratings lie between. */
    ORDINAL {
        @Override
        double difference(double[] values, double[] counts, int i, int j) {
            double between = -(counts[i] + counts[j]) / 2;
            for (int k = Math.min(i, j); k <= Math.max(i, j); k++) {
                between += counts[k];
            }
            return i == j ? 0 : between * between;
        }
    },

    /** Numbers whose differences mean the same everywhere: the square of the difference. */
    INTERVAL {
        @Override
        double difference(double[] values, double[] counts, int i, int j) {
            return (values[i] - values[j]) * (values[i] - values[j]);
        }
    };

    abstract double difference(double[] values, double[] counts, int i, int j);

    /**
     * The agreement.
     *
     * @param ratings by rater, then by item; NaN where a rater didn't rate an item
     * @return at most 1, 0 for chance; empty where no item has two ratings, or all ratings are the same
     * @throws IllegalArgumentException where raters were asked for different numbers of items
     */
    public OptionalDouble of(double[][] ratings) {
        int items = ratings.length == 0 ? 0 : ratings[0].length;
        if (Arrays.stream(ratings).anyMatch(rater -> rater.length != items)) {
            throw new IllegalArgumentException("every rater has a place for every item");
        }
        Map<Double, Integer> places = places(ratings);
        double[] values =
                places.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        double[][] coincidences = new double[values.length][values.length];
        for (int item = 0; item < items; item++) {
            add(coincidences, ratings, item, places);
        }
        return alpha(values, coincidences);
    }

    private OptionalDouble alpha(double[] values, double[][] coincidences) {
        double[] counts = Arrays.stream(coincidences)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        double all = Arrays.stream(counts).sum();
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                double difference = difference(values, counts, i, j);
                observed += coincidences[i][j] * difference;
                expected += counts[i] * counts[j] * difference;
            }
        }
        return expected == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - (all - 1) * observed / expected);
    }

    private static void add(double[][] coincidences, double[][] ratings, int item, Map<Double, Integer> places) {
        int[] given = Arrays.stream(ratings)
                .filter(rater -> !Double.isNaN(rater[item]))
                .mapToInt(rater -> places.getOrDefault(rater[item] + 0.0, -1))
                .toArray();
        for (int one = 0; one < given.length; one++) {
            for (int other = 0; other < given.length; other++) {
                if (one != other) {
                    coincidences[given[one]][given[other]] += 1.0 / (given.length - 1);
                }
            }
        }
    }

    /** The ratings that occur, in order; −0 is 0. */
    private static Map<Double, Integer> places(double[][] ratings) {
        Map<Double, Integer> places = new TreeMap<>();
        Arrays.stream(ratings)
                .flatMapToDouble(Arrays::stream)
                .filter(rating -> !Double.isNaN(rating))
                .map(rating -> rating + 0.0)
                .sorted()
                .distinct()
                .forEach(rating -> places.put(rating, places.size()));
        return places;
    }
}
