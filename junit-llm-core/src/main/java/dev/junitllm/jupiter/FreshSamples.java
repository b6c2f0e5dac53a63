package dev.junitllm.jupiter;

import dev.junitllm.run.SampleResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Samples beyond the plan, which confirm what single cases seem to show. They run after all others, one after the other, as
 * invocations of their own, so that each has its own test instance and all that surrounds it. They count for nothing else.
 * Thread-safe.
 */
final class FreshSamples {

    private final int planned;
    private final int samplesPerCase;
    private final List<Integer> cases = new ArrayList<>();
    private final List<SampleResult> results = new ArrayList<>();

    /**
     * None yet.
     *
     * @param planned how many rows there are: the row of a fresh sample is beyond them
     * @param samplesPerCase how many samples each case gets by plan
     */
    FreshSamples(int planned, int samplesPerCase) {
        this.planned = planned;
        this.samplesPerCase = samplesPerCase;
    }

    /** Plans one more of a case; returns its row. */
    synchronized int add(int caseNumber) {
        cases.add(caseNumber);
        return planned + cases.size() - 1;
    }

    boolean has(int row) {
        return row >= planned;
    }

    synchronized int caseOf(int row) {
        return cases.get(row - planned);
    }

    /** Which of the case's fresh samples it is, from 1. */
    synchronized int number(int row) {
        int caseNumber = caseOf(row);
        return (int) cases.subList(0, row - planned + 1).stream()
                .filter(other -> other == caseNumber)
                .count();
    }

    /** Its sample's number, after those of the plan. */
    int sampleOf(int row) {
        return samplesPerCase + number(row);
    }

    synchronized void ended(SampleResult result) {
        results.add(result);
    }

    synchronized List<SampleResult> results() {
        return List.copyOf(results);
    }

    synchronized boolean allEnded() {
        return results.size() == cases.size();
    }
}
