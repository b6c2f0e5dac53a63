package dev.junitllm.score.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The n-grams of several sequences, of one order: runs of n symbols. Equal ones have equal numbers, from 0 on, so that they
 * are counted in arrays. Each order is made of the one before, in linear time.
 */
final class NGrams {

    private final List<int[]> symbols;
    private final int order;
    private final int kinds;
    private final List<int[]> grams;

    private NGrams(List<int[]> symbols, int order, int kinds, List<int[]> grams) {
        this.symbols = symbols;
        this.order = order;
        this.kinds = kinds;
        this.grams = grams;
    }

    /**
     * The n-grams of order 1.
     *
     * @param sequences of symbols, which are numbers from 0 on
     */
    static NGrams of(List<int[]> sequences) {
        List<int[]> empty =
                sequences.stream().map(sequence -> new int[sequence.length + 1]).toList();
        return new NGrams(sequences, 0, 1, empty).longer();
    }

    /** The n-grams that are one longer. */
    NGrams longer() {
        Map<Long, Integer> numbers = new HashMap<>();
        List<int[]> longer = new ArrayList<>(grams.size());
        for (int i = 0; i < grams.size(); i++) {
            int[] begins = grams.get(i);
            int[] symbol = symbols.get(i);
            int[] numbered = new int[Math.max(0, begins.length - 1)];
            for (int j = 0; j < numbered.length; j++) {
                long gram = (long) begins[j] << Integer.SIZE | symbol[j + order];
                numbered[j] = numbers.computeIfAbsent(gram, added -> numbers.size());
            }
            longer.add(numbered);
        }
        return new NGrams(symbols, order + 1, numbers.size(), longer);
    }

    /** How many n-grams a sequence has. */
    int total(int sequence) {
        return grams.get(sequence).length;
    }

    /** How often each n-gram stands in a sequence, by its number. */
    int[] counts(int sequence) {
        int[] counts = new int[kinds];
        for (int gram : grams.get(sequence)) {
            counts[gram]++;
        }
        return counts;
    }

    /** How many n-grams two sequences share, each as often as both have it. */
    int shared(int one, int other) {
        return shared(counts(one), counts(other));
    }

    static int shared(int[] counts, int[] others) {
        int shared = 0;
        for (int i = 0; i < counts.length; i++) {
            shared += Math.min(counts[i], others[i]);
        }
        return shared;
    }
}
