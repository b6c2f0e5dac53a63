package dev.junitllm.stats;

import java.util.Arrays;
import java.util.Comparator;

/** Ranks, where equal values share the mean of theirs. */
final class Ranks {

    private Ranks() {}

    /** Twice the rank of each value, which is a whole number: of 7, 5, 7 it is 5, 2, 5. */
    static int[] doubled(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        int[] ranks = new int[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = from + to + 1;
            }
            from = to;
        }
        return ranks;
    }
}
