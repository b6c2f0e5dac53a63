package dev.junitllm.run;

import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.SetAggregation;
import dev.junitllm.score.SetFigures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One golden set's run, as gates and reports see it once it has ended. Immutable. */
public final class RunSummary {

    private final TestId test;
    private final String goldenSet;
    private final int samplesPerCase;
    private final int cases;
    private final List<PlannedScore> scores;
    private final ResultTable results;
    private final Map<String, Optional<SetFigures>> figures = new ConcurrentHashMap<>();
    private final @Nullable RunBaseline baseline;

    RunSummary(
            TestId test,
            String goldenSet,
            int cases,
            int samplesPerCase,
            List<PlannedScore> scores,
            ResultTable results) {
        this(test, goldenSet, cases, samplesPerCase, scores, results, null);
    }

    private RunSummary(
            TestId test,
            String goldenSet,
            int cases,
            int samplesPerCase,
            List<PlannedScore> scores,
            ResultTable results,
            @Nullable RunBaseline baseline) {
        this.test = test;
        this.goldenSet = goldenSet;
        this.cases = cases;
        this.samplesPerCase = samplesPerCase;
        this.scores = List.copyOf(scores);
        this.results = results;
        this.baseline = baseline;
    }

    /**
     * The same run beside its baseline.
     *
     * @param beside the baseline of the same golden set
     * @return the summary
     */
    public RunSummary beside(RunBaseline beside) {
        return new RunSummary(test, goldenSet, cases, samplesPerCase, scores, results, beside);
    }

    /**
     * The baseline of the golden set.
     *
     * @return the baseline, recorded or not; empty unless a gate of the method compares with it
     */
    public Optional<RunBaseline> baseline() {
        return Optional.ofNullable(baseline);
    }

    /**
     * The models that answered, as the test recorded them in the attribute {@code model} of its actual.
     *
     * @return their names in order, without secrets; empty where none was recorded
     */
    public SortedSet<String> models() {
        return results.models();
    }

    /**
     * The test that ran.
     *
     * @return its class and method
     */
    public TestId test() {
        return test;
    }

    /**
     * The golden set, as the annotation names it.
     *
     * @return such as {@code golden/handbook.jsonl}
     */
    public String goldenSet() {
        return goldenSet;
    }

    /**
     * How many cases were selected.
     *
     * @return at least 1
     */
    public int cases() {
        return cases;
    }

    /**
     * How many samples each case gets.
     *
     * @return at least 1
     */
    public int samplesPerCase() {
        return samplesPerCase;
    }

    /**
     * The scores that were asked for.
     *
     * @return in the order of the annotations, groups last
     */
    public List<PlannedScore> scores() {
        return scores;
    }

    /**
     * The names of the scores that were asked for.
     *
     * @return the names, in the order of the annotations, groups last
     */
    public List<String> scoreNames() {
        return scores.stream().map(PlannedScore::name).toList();
    }

    /**
     * What the figures of a score over the set are made of.
     *
     * @param name the score's name
     * @return every score that was made, in the order of the golden file; empty where the mean stands for the score
     */
    public List<SetAggregation.Taken> taken(String name) {
        return results.taken(name);
    }

    /**
     * What a score comes to over the whole set, where that is no mean of the cases.
     *
     * @param name the score's name
     * @return the figures; empty where the mean stands for the score, or no sample has it
     */
    public Optional<SetFigures> figures(String name) {
        return figures.computeIfAbsent(name, results::figures);
    }

    /**
     * Every finished sample, in the order of the golden file whatever order they ran in.
     *
     * @return a new stream
     */
    public Stream<SampleResult> samples() {
        return results.samples();
    }

    /**
     * How many samples came out one way.
     *
     * @param outcome the way
     * @return at least 0
     */
    public int count(CaseOutcome outcome) {
        return results.count(outcome);
    }

    /**
     * How many samples have no score but such that don't apply.
     *
     * @return the number of UNSCORED samples of which at least one score was NOT_APPLICABLE
     */
    public long notApplicable() {
        return results.notApplicable();
    }

    /**
     * The plain mean of one score over all samples that have it.
     *
     * @param name the score's name
     * @return the mean, or empty where no sample has it
     */
    public OptionalDouble mean(String name) {
        return results.mean(name);
    }
}
