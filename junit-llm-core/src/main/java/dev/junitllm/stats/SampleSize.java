package dev.junitllm.stats;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many cases it takes. Immutable.
 *
 * @param method by which formula, for reports
 * @param inputs what it was computed from, by name, in the order of the formula's arguments
 * @param unrounded what the formula gives, above 0
 */
public record SampleSize(String method, Map<String, Double> inputs, double unrounded) {

    /** A whole number but for rounding is that number. */
    private static final double ROUNDING = 1e-9;

    /**
     * Checks what it is made of.
     *
     * @param method by which formula, for reports
     * @param inputs what it was computed from, by name
     * @param unrounded what the formula gives, above 0
     * @throws IllegalArgumentException where that is not above 0
     */
    public SampleSize {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        if (!(unrounded > 0)) {
            throw new IllegalArgumentException("it takes more than no cases, unlike " + unrounded);
        }
    }

    /**
     * The number of cases.
     *
     * @return at least 1
     */
    public long cases() {
        return Math.max(1, (long) Math.ceil(unrounded - ROUNDING));
    }

    /**
     * The same where an observation tells less than an independent one would: so many samples then, of cases that are
     * sampled several times.
     *
     * @param designEffect see {@link ClusteredRate#designEffect()}, at least 1
     * @return so many times more
     * @throws IllegalArgumentException where the effect is below 1
     */
    public SampleSize times(double designEffect) {
        if (!(designEffect >= 1)) {
            throw new IllegalArgumentException("a design effect is at least 1, unlike " + designEffect);
        }
        Map<String, Double> all = new LinkedHashMap<>(inputs);
        all.put("design effect", designEffect);
        return new SampleSize(method, all, unrounded * designEffect);
    }
}
