package dev.junitllm.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Corrections of p-values of several hypotheses that are tested together. None is needed where all of several conditions
 * must be shown, only where one of many alarms is enough. The hypotheses must be fixed beforehand; leave out, and list,
 * those that can't be tested.
 */
public enum Multiplicity {

    /** Holm (Scandinavian Journal of Statistics 6, 1979): the chance of even one false alarm, whatever the dependence. */
    HOLM("Holm") {
        @Override
        double[] ofAscending(double[] p) {
            return fromSmallest(scaled(p, i -> p.length - i));
        }
    },

    /** Bonferroni: as {@link #HOLM}, and never finds more. */
    BONFERRONI("Bonferroni") {
        @Override
        double[] ofAscending(double[] p) {
            return scaled(p, i -> p.length);
        }
    },

    /**
     * Benjamini and Hochberg (JRSS B 57, 1995): the share of false alarms among all alarms, on average; for independent or
     * positively dependent hypotheses. For exploring.
     */
    BENJAMINI_HOCHBERG("Benjamini–Hochberg") {
        @Override
        double[] ofAscending(double[] p) {
            return fromLargest(scaled(p, i -> p.length / (i + 1.0)));
        }
    },

    /** Benjamini and Yekutieli (Annals of Statistics 29, 2001): the same whatever the dependence. For exploring. */
    BENJAMINI_YEKUTIELI("Benjamini–Yekutieli") {
        @Override
        double[] ofAscending(double[] p) {
            double harmonic =
                    IntStream.rangeClosed(1, p.length).mapToDouble(i -> 1.0 / i).sum();
            return fromLargest(scaled(p, i -> harmonic * p.length / (i + 1)));
        }
    };

    private final String label;

    Multiplicity(String label) {
        this.label = label;
    }

    /**
     * The method's name for reports.
     *
     * @return such as {@code Holm}
     */
    public String label() {
        return label;
    }

    /**
     * Corrects.
     *
     * @param pValues from 0 to 1 each
     * @return the corrected ones, in the same order: a hypothesis is refuted at α where its own is at most α
     * @throws IllegalArgumentException where one lies outside or is missing (NaN)
     */
    public AdjustedPValues adjust(double... pValues) {
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException(
                        "a p-value lies from 0 to 1, unlike %s: leave out what can't be tested".formatted(p));
            }
        }
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparing(place -> pValues[place]))
                .mapToInt(place -> place)
                .toArray();
        double[] ofAscending = ofAscending(
                Arrays.stream(order).mapToDouble(place -> pValues[place]).toArray());
        Double[] adjusted = new Double[pValues.length];
        for (int i = 0; i < order.length; i++) {
            adjusted[order[i]] = Math.min(1, ofAscending[i]);
        }
        return new AdjustedPValues(this, Arrays.stream(pValues).boxed().toList(), Arrays.asList(adjusted));
    }

    abstract double[] ofAscending(double[] p);

    private static double[] scaled(double[] p, IntToDoubleFunction factor) {
        return IntStream.range(0, p.length)
                .mapToDouble(i -> p[i] * factor.applyAsDouble(i))
                .toArray();
    }

    /** None may be smaller than one before it. */
    private static double[] fromSmallest(double[] values) {
        for (int i = 1; i < values.length; i++) {
            values[i] = Math.max(values[i], values[i - 1]);
        }
        return values;
    }

    /** None may be larger than one behind it. */
    private static double[] fromLargest(double[] values) {
        for (int i = values.length - 2; i >= 0; i--) {
            values[i] = Math.min(values[i], values[i + 1]);
        }
        return values;
    }
}
