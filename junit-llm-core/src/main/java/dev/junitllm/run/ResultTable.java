package dev.junitllm.run;

import dev.junitllm.Printable;
import dev.junitllm.Slices;
import dev.junitllm.run.SampleResult.ScoreValue;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.SetAggregation;
import dev.junitllm.score.SetFigures;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The results of one golden set in columns: a few bytes per sample and score, so that a set of a hundred thousand cases
 * leaves no mark on the heap. A row is a sample's number in the order of the golden file, so the order of completion doesn't
 * matter. Safe for use by several threads.
 */
public final class ResultTable {

    private static final int ERROR_SHOWN = 160;
    private static final int TRACES_NOTED = 1_000;
    private static final String MODEL = "model";
    private static final int MOST_MODELS = 10;

    private final List<PlannedScore> planned;
    private final List<ScoreColumn> columns;
    private final SamplePlan plan;
    private final IntFunction<String> caseIds;
    private final IntFunction<String> contentHashes;
    private final @Nullable CaseOutcome[] outcomes;
    private final boolean[] assertionFailed;
    private final BitSet notRun = new BitSet();
    private final BitSet replayed = new BitSet();
    private final Map<Integer, String> errors = new HashMap<>();
    /** Of samples that did not pass. */
    private final Map<Integer, TraceNote> traces = new HashMap<>();

    private final Map<String, String> sameErrors = new HashMap<>();
    private final RunMeter meter;

    /** Few: a test rarely asks more than one. */
    private final SortedSet<String> models = new TreeSet<>();

    private final UnaryOperator<String> shown;

    /** Only where the run is compared with its baseline, which takes as much room. */
    private final Map<Integer, SampleSteps> steps = new HashMap<>();

    /**
     * An empty table of samples that run in the order of the golden file.
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
        this(SamplePlan.inFileOrder(cases, samplesPerCase), planned, caseIds, contentHashes);
    }

    /**
     * An empty table.
     *
     * @param plan which samples there are, and in which order they run
     * @param planned the scores that will be taken
     * @param caseIds gives the id of a case by its place
     * @param contentHashes gives the content hash of a case by its place
     */
    public ResultTable(
            SamplePlan plan,
            List<PlannedScore> planned,
            IntFunction<String> caseIds,
            IntFunction<String> contentHashes) {
        this(plan, planned, caseIds, contentHashes, text -> text);
    }

    /**
     * An empty table.
     *
     * @param plan which samples there are, and in which order they run
     * @param planned the scores that will be taken
     * @param caseIds gives the id of a case by its place
     * @param contentHashes gives the content hash of a case by its place
     * @param shown makes the names and cells of figures over the set fit to be shown
     */
    public ResultTable(
            SamplePlan plan,
            List<PlannedScore> planned,
            IntFunction<String> caseIds,
            IntFunction<String> contentHashes,
            UnaryOperator<String> shown) {
        this.shown = shown;
        int rows = plan.size();
        this.plan = plan;
        this.planned = List.copyOf(planned);
        this.columns =
                planned.stream().map(score -> new ScoreColumn(score, rows)).toList();
        this.caseIds = caseIds;
        this.contentHashes = contentHashes;
        this.outcomes = new CaseOutcome[rows];
        this.assertionFailed = new boolean[rows];
        this.meter = new RunMeter(rows);
    }

    /**
     * Keeps one result.
     *
     * @param row its number in the order of the golden file, from 0
     * @param result the result
     * @throws IllegalStateException where the row has one already
     */
    public void add(int row, CaseResult result) {
        add(row, result, result.scores());
    }

    /**
     * Keeps one result.
     *
     * @param row its number in the order of the golden file, from 0
     * @param result the result, as it may be shown
     * @param taken its scores as they were taken: figures over the set are made of what was really said
     * @throws IllegalStateException where the row has one already
     */
    public synchronized void add(int row, CaseResult result, List<CaseScore> taken) {
        if (outcomes[row] != null) {
            throw new IllegalStateException("sample " + result.displayName() + " has ended twice");
        }
        outcomes[row] = result.outcome();
        assertionFailed[row] = result.assertion() != null;
        notRun.set(row, result.notRun());
        replayed.set(row, result.replayed());
        meter.add(row, result);
        if (result.error() != null) {
            // a server that is down says the same of every case: once is enough to keep
            String error =
                    Printable.line(result.error().kind() + ": " + result.error().message(), ERROR_SHOWN);
            errors.put(row, sameErrors.computeIfAbsent(error, same -> same));
        }
        SampleSteps pattern = result.steps();
        if (pattern != null) {
            steps.put(row, pattern);
        }
        if (result.outcome() != CaseOutcome.PASSED
                && !result.trace().equals(TraceNote.NONE)
                && traces.size() < TRACES_NOTED) {
            TraceNote note = result.trace();
            traces.put(row, new TraceNote(note.file(), note.slowestStep(), note.failedStep()));
        }
        String model = result.exchange().attributes().get(MODEL);
        if (model != null && models.size() < MOST_MODELS) {
            models.add(model);
        }
        for (ScoreColumn column : columns) {
            result.score(column.name()).ifPresent(score -> column.keep(row, score, details(taken, score)));
        }
    }

    private static Map<String, Object> details(List<CaseScore> taken, CaseScore shown) {
        for (CaseScore score : taken) {
            if (score.name().equals(shown.name())) {
                return score.details();
            }
        }
        return shown.details();
    }

    SamplePlan plan() {
        return plan;
    }

    synchronized RunMeter.Reading reading() {
        return meter.read();
    }

    synchronized boolean replayed() {
        return !replayed.isEmpty();
    }

    /** By case, then by sample, then by vote: what a score came to, wherever it was made. */
    synchronized double[][][] votes(IntPredicate rows, String score) {
        Map<Integer, List<double[]>> byCase = new LinkedHashMap<>();
        column(score)
                .ifPresent(column -> rows(rows)
                        .filter(column::hasValue)
                        .forEach(row -> byCase.computeIfAbsent(plan.caseOf(row), place -> new ArrayList<>())
                                .add(column.votes(row))));
        return byCase.values().stream()
                .map(samples -> samples.toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    private Optional<ScoreColumn> column(String score) {
        return columns.stream().filter(column -> column.name().equals(score)).findFirst();
    }

    synchronized SortedSet<String> models() {
        return new TreeSet<>(models);
    }

    synchronized int count(IntPredicate rows, CaseOutcome wanted) {
        return (int) rows(rows).filter(row -> outcomes[row] == wanted).count();
    }

    synchronized int notRun(IntPredicate rows) {
        return (int) notRun.stream().filter(rows).count();
    }

    synchronized int replayed(IntPredicate rows) {
        return (int) replayed.stream().filter(rows).count();
    }

    synchronized long notApplicable(IntPredicate rows) {
        return rows(rows)
                .filter(row -> outcomes[row] == CaseOutcome.UNSCORED)
                .filter(row -> columns.stream().anyMatch(column -> column.isNotApplicable(row)))
                .count();
    }

    synchronized OptionalDouble mean(IntPredicate rows, String score) {
        return column(score).map(column -> column.mean(rows(rows))).orElse(OptionalDouble.empty());
    }

    /** What a score comes to over the set; empty where that is its mean, or where it was never made. */
    synchronized Optional<SetFigures> figures(IntPredicate rows, String score) {
        SetAggregation aggregation = column(score).map(ScoreColumn::aggregation).orElse(null);
        List<SetAggregation.Taken> taken = taken(rows, score);
        return aggregation == null || taken.isEmpty()
                ? Optional.empty()
                : Optional.of(aggregation.over(taken).mapped(shown));
    }

    /** What a score that adds up to figures of its own adds up, in the order of the golden file; empty for any other. */
    synchronized List<SetAggregation.Taken> taken(IntPredicate rows, String score) {
        return column(score)
                .map(column -> rows(rows)
                        .filter(column::addsUp)
                        .mapToObj(row -> column.taken(row, caseIds.apply(plan.caseOf(row)), plan.sampleOf(row)))
                        .toList())
                .orElse(List.of());
    }

    Stream<SampleResult> samples(IntPredicate rows) {
        return rows(rows).mapToObj(this::sample).flatMap(Optional::stream);
    }

    private IntStream rows(IntPredicate rows) {
        return IntStream.range(0, plan.size()).filter(rows);
    }

    /**
     * One finished sample.
     *
     * @param row its number in the order of the golden file, from 0
     * @return the sample, or empty where it has not ended
     */
    public synchronized Optional<SampleResult> sample(int row) {
        CaseOutcome outcome = outcomes[row];
        if (outcome == null) {
            return Optional.empty();
        }
        List<ScoreValue> scores = new ArrayList<>(columns.size());
        for (ScoreColumn column : columns) {
            ScoreValue value = column.of(row);
            if (value != null) {
                scores.add(value);
            }
        }
        int caseIndex = plan.caseOf(row);
        return Optional.of(new SampleResult(
                caseIds.apply(caseIndex),
                contentHashes.apply(caseIndex),
                plan.sampleOf(row),
                outcome,
                assertionFailed[row],
                errors.getOrDefault(row, ""),
                List.copyOf(scores),
                steps.get(row),
                traces.getOrDefault(row, TraceNote.NONE)));
    }

    /**
     * Sums the table up. Further results still show in it.
     *
     * @param test the test that ran
     * @param goldenSet the golden set as the annotation names it
     * @return the summary
     */
    public RunSummary summary(TestId test, String goldenSet) {
        return summary(test, goldenSet, Map.of());
    }

    /**
     * Sums the table up without the cases that are in quarantine. Further results still show in it.
     *
     * @param test the test that ran
     * @param goldenSet the golden set as the annotation names it
     * @param quarantine the cases in quarantine by their place in the golden set, from 0; their counts are of no account
     * @return the summary
     */
    public RunSummary summary(TestId test, String goldenSet, Map<Integer, QuarantinedCase> quarantine) {
        BitSet rows = new BitSet();
        if (!quarantine.isEmpty()) {
            rows(row -> !quarantine.containsKey(plan.caseOf(row))).forEach(rows::set);
        }
        return new RunSummary(
                test,
                goldenSet,
                planned,
                this,
                new SeenRows(
                        quarantine.isEmpty() ? null : rows,
                        null,
                        plan.samplesPerCase() * (plan.cases() - quarantine.size())),
                quarantine,
                null,
                null,
                Slices.NONE);
    }
}
