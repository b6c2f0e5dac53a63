package dev.junitllm.stats;

import java.util.Arrays;

/**
 * What a {@link SequentialDesign} comes to where the true rate is known: samples on average, and how likely each answer is.
 * Computed, not simulated: the chance of every number of failures is followed from sample to sample, until the design has
 * decided or less than 10⁻¹⁴ of all runs are left. For independent samples. Immutable.
 *
 * @param design what decides
 * @param rate the true rate
 * @param batch how many samples are made between two decisions
 * @param meanSamples how many samples it takes on average
 * @param samplesOf95Percent how many samples 95 of 100 runs get by with: often more than a design of fixed size takes
 * @param pass the share of runs that pass
 * @param fail the share that fails
 * @param inconclusive the share that meets the cap undecided
 */
public record SequentialCosts(
        SequentialDesign design,
        double rate,
        int batch,
        double meanSamples,
        int samplesOf95Percent,
        double pass,
        double fail,
        double inconclusive) {

    /**
     * Made by {@link #of}.
     *
     * @param design what decides
     * @param rate the true rate
     * @param batch how many samples are made between two decisions
     * @param meanSamples how many samples it takes on average
     * @param samplesOf95Percent how many samples 95 of 100 runs get by with
     * @param pass the share of runs that pass
     * @param fail the share that fails
     * @param inconclusive the share that meets the cap undecided
     */
    public SequentialCosts {}

    /**
     * Follows the design, looking after each sample.
     *
     * @param design what decides
     * @param rate the true rate, from 0 to 1
     * @return what it comes to
     * @throws IllegalArgumentException where the rate lies outside
     */
    public static SequentialCosts of(SequentialDesign design, double rate) {
        return of(design, rate, 1);
    }

    /**
     * Follows the design.
     *
     * @param design what decides
     * @param rate the true rate, from 0 to 1
     * @param batch how many samples are made between two decisions, at least 1; the last batch ends at the cap
     * @return what it comes to
     * @throws IllegalArgumentException where a number lies outside its range
     */
    public static SequentialCosts of(SequentialDesign design, double rate, int batch) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("a rate lies from 0 to 1, unlike " + rate);
        }
        if (batch < 1) {
            throw new IllegalArgumentException("a batch has at least one sample, unlike " + batch);
        }
        return new Walk(design, rate, batch).run();
    }

    /** The chances of the undecided states: {@code mass[i]} for {@code leastFailures + i} failures. */
    private static final class Walk {

        private static final double NEGLIGIBLE = 1e-14;
        private static final double MOST_RUNS = 0.95;

        private final SequentialDesign design;
        private final double rate;
        private final int batch;
        private double[] mass = {1};
        private int leastFailures;
        private int samples;
        private double meanSamples;
        private double pass;
        private double fail;
        private double inconclusive;
        private int samplesOfMost;

        Walk(SequentialDesign design, double rate, int batch) {
            this.design = design;
            this.rate = rate;
            this.batch = batch;
        }

        SequentialCosts run() {
            double left = 1;
            while (left > NEGLIGIBLE && samples < design.cap()) {
                draw();
                if (samples % batch == 0 || samples == design.cap()) {
                    left = decide();
                    if (samplesOfMost == 0 && 1 - left >= MOST_RUNS) {
                        samplesOfMost = samples;
                    }
                }
            }
            return new SequentialCosts(design, rate, batch, meanSamples, samplesOfMost, pass, fail, inconclusive);
        }

        private void draw() {
            double[] next = new double[mass.length + 1];
            for (int i = 0; i < mass.length; i++) {
                next[i] += mass[i] * rate;
                next[i + 1] += mass[i] * (1 - rate);
            }
            mass = next;
            samples++;
        }

        /** Takes out what is decided, and says how much is left. */
        private double decide() {
            int first = mass.length;
            int end = 0;
            double left = 0;
            for (int i = 0; i < mass.length; i++) {
                int failures = leastFailures + i;
                SequentialDecision decision = design.decide(samples - failures, failures);
                if (decision.isFinal()) {
                    stop(decision, mass[i]);
                } else if (mass[i] > 0) {
                    left += mass[i];
                    first = Math.min(first, i);
                    end = i + 1;
                }
            }
            if (first < end) {
                mass = Arrays.copyOfRange(mass, first, end);
                leastFailures += first;
            }
            return left;
        }

        private void stop(SequentialDecision decision, double chance) {
            meanSamples += chance * samples;
            switch (decision) {
                case PASS -> pass += chance;
                case FAIL -> fail += chance;
                default -> inconclusive += chance;
            }
        }
    }
}
