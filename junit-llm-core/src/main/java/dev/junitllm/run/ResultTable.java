package dev.junitllm.run;

import dev.junitllm.Printable;
import dev.junitllm.run.SampleResult.ScoreValue;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.ScoreOutcome;
import dev.junitllm.score.SetAggregation;
import dev.junitllm.score.SetFigures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The results of one golden set in columns: a few bytes per sample and score, so that a set of a hundred thousand cases
 * leaves no mark on the heap. A row is a place in the planned order, so the order of completion doesn't matter. Safe for
 * use by several threads.
 */
public final class ResultTable {

    private static final int ERROR_SHOWN = 160;
    private static final String MODEL = "model";
    private static final int MOST_MODELS = 10;

    private final List<PlannedScore> planned;
    private final List<String> scoreNames;
    private final int samplesPerCase;
    private final IntFunction<String> caseIds;
    private final IntFunction<String> contentHashes;
    private final @Nullable CaseOutcome[] outcomes;
    private final boolean[] assertionFailed;
    private final Map<Integer, String> errors = new HashMap<>();
    private final Map<String, String> sameErrors = new HashMap<>();
    private final @Nullable ScoreOutcome[] scoreOutcomes;
    private final double[] scoreValues;

    /** Few: a test rarely asks more than one. */
    private final SortedSet<String> models = new TreeSet<>();

    /** Only for scores that add up over the set from more than their values. */
    private final Map<Integer, Map<String, Object>> details = new HashMap<>();

    /**
     * An empty table.
     *
     * @param cases how many cases there are
     * @param samplesPerCase how many samples each gets
     * @param planned the scores that will be taken
     * @param caseIds gives the id of a case by its place
     * @param contentHashes gives the content hash of a case by its place
     */
    public ResultTable(
            int cases,
            int samplesPerCase,
            List<PlannedScore> planned,
            IntFunction<String> caseIds,
            IntFunction<String> contentHashes) {
        int rows = Math.multiplyExact(cases, samplesPerCase);
        this.planned = List.copyOf(planned);
        this.scoreNames = planned.stream().map(PlannedScore::name).toList();
        this.samplesPerCase = samplesPerCase;
        this.caseIds = caseIds;
        this.contentHashes = contentHashes;
        this.outcomes = new CaseOutcome[rows];
        this.assertionFailed = new boolean[rows];
        this.scoreOutcomes = new ScoreOutcome[Math.multiplyExact(rows, scoreNames.size())];
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
        if (outcomes[row] != null) {
            throw new IllegalStateException("sample " + result.displayName() + " has ended twice");
        }
        outcomes[row] = result.outcome();
        assertionFailed[row] = result.assertion() != null;
        if (result.error() != null) {
            // a server that is down says the same of every case: once is enough to keep
            String error =
                    Printable.line(result.error().kind() + ": " + result.error().message(), ERROR_SHOWN);
            errors.put(row, sameErrors.computeIfAbsent(error, same -> same));
        }
        String model = result.exchange().attributes().get(MODEL);
        if (model != null && models.size() < MOST_MODELS) {
            models.add(model);
        }
        for (int column = 0; column < scoreNames.size(); column++) {
            int cell = row * scoreNames.size() + column;
            boolean addsUp = planned.get(column).aggregation() != null;
            result.score(scoreNames.get(column)).ifPresent(score -> keep(cell, score, addsUp));
        }
    }

    private void keep(int cell, CaseScore score, boolean addsUp) {
        scoreOutcomes[cell] = score.outcome();
        scoreValues[cell] = score.value() == null ? Double.NaN : score.value();
        if (addsUp && score.value() != null) {
            details.put(cell, score.details());
        }
    }

    synchronized SortedSet<String> models() {
        return new TreeSet<>(models);
    }

    synchronized int count(CaseOutcome wanted) {
        return (int)
                Arrays.stream(outcomes).filter(outcome -> outcome == wanted).count();
    }

    synchronized long notApplicable() {
        return IntStream.range(0, outcomes.length)
                .filter(row -> outcomes[row] == CaseOutcome.UNSCORED)
                .filter(row -> IntStream.range(0, scoreNames.size())
                        .anyMatch(column ->
                                scoreOutcomes[row * scoreNames.size() + column] == ScoreOutcome.NOT_APPLICABLE))
                .count();
    }

    synchronized OptionalDouble mean(String score) {
        int column = scoreNames.indexOf(score);
        return column < 0
                ? OptionalDouble.empty()
                : IntStream.range(0, outcomes.length)
                        .map(row -> row * scoreNames.size() + column)
                        .filter(cell -> scoreOutcomes[cell] != null && !Double.isNaN(scoreValues[cell]))
                        .mapToDouble(cell -> scoreValues[cell])
                        .average();
    }

    /** What a score comes to over the set; empty where that is its mean, or where it was never made. */
    synchronized Optional<SetFigures> figures(String score) {
        int column = scoreNames.indexOf(score);
        SetAggregation aggregation = column < 0 ? null : planned.get(column).aggregation();
        List<SetAggregation.Taken> taken = taken(score);
        return aggregation == null || taken.isEmpty() ? Optional.empty() : Optional.of(aggregation.over(taken));
    }

    /** What a score that adds up to figures of its own adds up, in planned order; empty for any other. */
    synchronized List<SetAggregation.Taken> taken(String score) {
        int column = scoreNames.indexOf(score);
        return IntStream.range(0, column < 0 ? 0 : outcomes.length)
                .filter(row -> details.containsKey(row * scoreNames.size() + column))
                .mapToObj(row -> taken(row, row * scoreNames.size() + column))
                .toList();
    }

    private SetAggregation.Taken taken(int row, int cell) {
        return new SetAggregation.Taken(
                caseIds.apply(row / samplesPerCase),
                row % samplesPerCase + 1,
                scoreValues[cell],
                details.getOrDefault(cell, Map.of()));
    }

    Stream<SampleResult> samples() {
        return IntStream.range(0, outcomes.length).mapToObj(this::sample).flatMap(Optional::stream);
    }

    private synchronized Optional<SampleResult> sample(int row) {
        CaseOutcome outcome = outcomes[row];
        if (outcome == null) {
            return Optional.empty();
        }
        List<ScoreValue> scores = new ArrayList<>(scoreNames.size());
        for (int column = 0; column < scoreNames.size(); column++) {
            int cell = row * scoreNames.size() + column;
            ScoreOutcome scoreOutcome = scoreOutcomes[cell];
            if (scoreOutcome != null) {
                double value = scoreValues[cell];
                scores.add(new ScoreValue(scoreNames.get(column), scoreOutcome, Double.isNaN(value) ? null : value));
            }
        }
        int caseIndex = row / samplesPerCase;
        return Optional.of(new SampleResult(
                caseIds.apply(caseIndex),
                contentHashes.apply(caseIndex),
                row % samplesPerCase + 1,
                outcome,
                assertionFailed[row],
                errors.getOrDefault(row, ""),
                List.copyOf(scores)));
    }

    /**
     * Sums the table up. Further results still show in it.
     *
     * @param test the test that ran
     * @param goldenSet the golden set as the annotation names it
     * @return the summary
     */
    public RunSummary summary(TestId test, String goldenSet) {
        return new RunSummary(test, goldenSet, outcomes.length / samplesPerCase, samplesPerCase, planned, this);
    }
}
