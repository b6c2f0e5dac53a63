package dev.junitllm.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What can be done with e-values: evidence against a hypothesis whose mean is at most 1 if the hypothesis is true. Unlike
 * p-values, those of independent runs may be multiplied, whether or not the later ones were made because of the earlier.
 */
public final class EValues {

    private EValues() {}

    /**
     * The evidence of independent runs about the same hypothesis together.
     *
     * @param values at least 0 each
     * @return their product; 1 where there is none
     * @throws IllegalArgumentException where a value is below 0 or no number
     */
    public static double product(double... values) {
        check(values);
        return Arrays.stream(values).anyMatch(value -> value == 0)
                ? 0
                : Math.exp(Arrays.stream(values).map(Math::log).sum());
    }

    /**
     * A p-value, which is what Holm's method takes.
     *
     * @param value at least 0; the largest so far of an e-process is fine
     * @return the smaller of 1 and 1 over the value
     * @throws IllegalArgumentException where the value is below 0 or no number
     */
    public static double pValue(double value) {
        check(value);
        return Math.min(1, 1 / value);
    }

    /**
     * The hypotheses that can be refuted such that on average at most a share of α of them is refuted wrongly, whatever
     * the dependence: e-BH of Wang and Ramdas (JRSS B 84, 2022). Of the largest values, as many as are all at least m/(kα),
     * for m hypotheses and k refuted ones.
     *
     * @param alpha the share, between 0 and 1
     * @param values of each hypothesis, at least 0; leave out, and list, those that can't be tested
     * @return the places of the refuted, from 0, in ascending order
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static List<Integer> refuted(double alpha, double... values) {
        Interval.checkConfidence(alpha);
        check(values);
        List<Integer> descending = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparing((Integer place) -> values[place]).reversed())
                .toList();
        int refuted = 0;
        for (int k = 1; k <= values.length; k++) {
            if (k * values[descending.get(k - 1)] * alpha >= values.length) {
                refuted = k;
            }
        }
        return descending.subList(0, refuted).stream().sorted().toList();
    }

    private static void check(double... values) {
        for (double value : values) {
            if (!(value >= 0)) {
                throw new IllegalArgumentException("an e-value is at least 0, unlike " + value);
            }
        }
    }
}
