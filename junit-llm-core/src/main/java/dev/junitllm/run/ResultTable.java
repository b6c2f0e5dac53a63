package dev.junitllm.run;

import dev.junitllm.run.SampleResult.ScoreValue;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.ScoreOutcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The results of one golden set in columns: a few bytes per sample and score, so that a set of a hundred thousand cases
 * leaves no mark on the heap. A row is a place in the planned order, so the order of completion doesn't matter. Safe for
 * use by several threads.
 */
public final class ResultTable {

    private static final byte NO_SCORES = -1;

    private final List<String> scoreNames;
    private final int samplesPerCase;
    private final IntFunction<String> caseIds;
    private final IntFunction<String> contentHashes;
    private final byte[] outcomes;
    private final boolean[] assertionFailed;
    private final byte[] scoreOutcomes;
    private final double[] scoreValues;

    /**
     * An empty table.
     *
     * @param cases how many cases there are
     * @param samplesPerCase how many samples each gets
     * @param scoreNames the scores that will be taken
     * @param caseIds gives the id of a case by its place
     * @param contentHashes gives the content hash of a case by its place
     */
    public ResultTable(
            int cases,
            int samplesPerCase,
            List<String> scoreNames,
            IntFunction<String> caseIds,
            IntFunction<String> contentHashes) {
        int rows = Math.multiplyExact(cases, samplesPerCase);
        this.scoreNames = List.copyOf(scoreNames);
        this.samplesPerCase = samplesPerCase;
        this.caseIds = caseIds;
        this.contentHashes = contentHashes;
        this.outcomes = new byte[rows];
        this.assertionFailed = new boolean[rows];
        this.scoreOutcomes = new byte[Math.multiplyExact(rows, scoreNames.size())];
        this.scoreValues = new double[scoreOutcomes.length];
    }

    /**
     * Keeps one result.
     *
     * @param row its place in the planned order, from 0
     * @param result the result
     * @throws IllegalStateException where the place has one already
     */
    public synchronized void add(int row, CaseResult result) {
        if (outcomes[row] != 0) {
            throw new IllegalStateException("sample " + result.displayName() + " has ended twice");
        }
        outcomes[row] = (byte) (result.outcome().ordinal() + 1);
        assertionFailed[row] = result.assertion() != null;
        for (int column = 0; column < scoreNames.size(); column++) {
            int cell = row * scoreNames.size() + column;
            scoreOutcomes[cell] = NO_SCORES;
            result.score(scoreNames.get(column)).ifPresent(score -> keep(cell, score));
        }
    }

    private void keep(int cell, CaseScore score) {
        scoreOutcomes[cell] = (byte) score.outcome().ordinal();
        scoreValues[cell] = score.value() == null ? Double.NaN : score.value();
    }

    synchronized Map<CaseOutcome, Integer> outcomes() {
        Map<CaseOutcome, Integer> counts = new EnumMap<>(CaseOutcome.class);
        for (CaseOutcome outcome : CaseOutcome.values()) {
            counts.put(outcome, 0);
        }
        for (byte outcome : outcomes) {
            if (outcome != 0) {
                counts.merge(CaseOutcome.values()[outcome - 1], 1, Integer::sum);
            }
        }
        return counts;
    }

    Stream<SampleResult> samples() {
        return IntStream.range(0, outcomes.length)
                .filter(row -> outcomes[row] != 0)
                .mapToObj(this::sample);
    }

    private synchronized SampleResult sample(int row) {
        int caseIndex = row / samplesPerCase;
        List<ScoreValue> scores = new ArrayList<>(scoreNames.size());
        for (int column = 0; column < scoreNames.size(); column++) {
            int cell = row * scoreNames.size() + column;
            if (scoreOutcomes[cell] != NO_SCORES) {
                double value = scoreValues[cell];
                scores.add(new ScoreValue(
                        scoreNames.get(column),
                        ScoreOutcome.values()[scoreOutcomes[cell]],
                        Double.isNaN(value) ? null : value));
            }
        }
        return new SampleResult(
                caseIds.apply(caseIndex),
                contentHashes.apply(caseIndex),
                row % samplesPerCase + 1,
                CaseOutcome.values()[outcomes[row] - 1],
                assertionFailed[row],
                List.copyOf(scores));
    }

    /**
     * Sums the table up. Further results still show in it.
     *
     * @param test the test that ran
     * @param goldenSet the golden set as the annotation names it
     * @return the summary
     */
    public RunSummary summary(TestId test, String goldenSet) {
        return new RunSummary(test, goldenSet, outcomes.length / samplesPerCase, samplesPerCase, scoreNames, this);
    }
}
