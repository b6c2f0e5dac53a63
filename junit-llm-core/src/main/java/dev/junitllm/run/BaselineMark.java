package dev.junitllm.run;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How one case came out when its baseline was recorded. Errors never enter: a sample that ended in one is not counted.
 *
 * @param outcome PASSED where every sample passed, FAILED where one did not, UNSCORED where its scores are only recorded or
 *     none applies
 * @param samples how many samples were counted, at least 1
 * @param passes how many of them passed
 * @param scores the scores that were made, by name
 * @param output what the application answered, in the first sample of this outcome; {@code null} where it recorded none
 * @param steps the pattern of its traces; {@code null} where it has none
 */
public record BaselineMark(
        CaseOutcome outcome,
        int samples,
        int passes,
        Map<String, Value> scores,
        @Nullable BaselineOutput output,
        @Nullable CaseSteps steps) {

    /**
     * Checks what it is made of.
     *
     * @param outcome PASSED where every sample passed, FAILED where one did not, UNSCORED where its scores are only recorded
     *     or none applies
     * @param samples how many samples were counted, at least 1
     * @param passes how many of them passed
     * @param scores the scores that were made, by name
     * @param output what the application answered, in the first sample of this outcome; {@code null} where it recorded none
     * @param steps the pattern of its traces; {@code null} where it has none
     */
    public BaselineMark {
        if (outcome == CaseOutcome.ERROR) {
            throw new IllegalArgumentException("an error is no baseline");
        }
        checkCounts(samples, passes);
        SortedMap<String, Value> sorted = new TreeMap<>(scores);
        scores = Collections.unmodifiableSortedMap(sorted);
    }

    /**
     * A mark without a trace.
     *
     * @param outcome how it came out
     * @param samples how many samples were counted, at least 1
     * @param passes how many of them passed
     * @param scores the scores that were made, by name
     * @param output what the application answered; {@code null} where it recorded nothing
     */
    public BaselineMark(
            CaseOutcome outcome, int samples, int passes, Map<String, Value> scores, @Nullable BaselineOutput output) {
        this(outcome, samples, passes, scores, output, null);
    }

    /**
     * One score over the samples of a case that have it.
     *
     * @param mean its mean, from 0 to 1
     * @param samples how many samples have it, at least 1
     * @param passes how many of them reached its bar; 0 where it has none
     */
    public record Value(double mean, int samples, int passes) {

        /**
         * Checks what it is made of.
         *
         * @param mean its mean, from 0 to 1
         * @param samples how many samples have it, at least 1
         * @param passes how many of them reached its bar; 0 where it has none
         */
        public Value {
            if (!(mean >= 0 && mean <= 1)) {
                throw new IllegalArgumentException("a score lies from 0 to 1, unlike " + mean);
            }
            checkCounts(samples, passes);
        }
    }

    private static void checkCounts(int samples, int passes) {
        if (samples < 1 || passes < 0 || passes > samples) {
            throw new IllegalArgumentException("%s of %s samples can't have passed".formatted(passes, samples));
        }
    }
}
