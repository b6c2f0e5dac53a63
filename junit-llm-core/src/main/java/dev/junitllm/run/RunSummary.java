package dev.junitllm.run;

import dev.junitllm.Slices;
import dev.junitllm.score.PlannedScore;
import dev.junitllm.score.SetAggregation;
import dev.junitllm.score.SetFigures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One golden set's run, as gates and reports see it once it has ended. Immutable. */
public final class RunSummary {

    private final TestId test;
    private final String goldenSet;
    private final List<PlannedScore> scores;
    private final ResultTable results;

    private final SeenRows seen;
    private final Map<Integer, QuarantinedCase> quarantine;

    private final Map<String, Optional<SetFigures>> figures = new ConcurrentHashMap<>();
    private final @Nullable RunBaseline baseline;
    private final @Nullable RunHistory history;
    private final Slices slices;

    RunSummary(
            TestId test,
            String goldenSet,
            List<PlannedScore> scores,
            ResultTable results,
            SeenRows seen,
            Map<Integer, QuarantinedCase> quarantine,
            @Nullable RunBaseline baseline,
            @Nullable RunHistory history,
            Slices slices) {
        this.test = test;
        this.goldenSet = goldenSet;
        this.scores = List.copyOf(scores);
        this.results = results;
        this.seen = seen;
        this.quarantine = quarantine;
        this.baseline = baseline;
        this.history = history;
        this.slices = slices;
    }

    /**
     * The same run as it stood when only some of its samples had ended.
     *
     * @param places their numbers in the order in which the samples were to run, from 0, in the order in which they did
     * @return what is seen of the run then
     */
    public RunSummary after(int[] places) {
        return with(seen.after(places, results.plan()));
    }

    private RunSummary with(SeenRows part) {
        return new RunSummary(test, goldenSet, scores, results, part, quarantine, baseline, history, slices);
    }

    /**
     * The cases that are in quarantine: no part of anything else that is said here.
     *
     * @return each with how its samples came out, in the order of the golden file
     */
    public List<QuarantinedCase> quarantined() {
        return quarantine.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().counted(results, entry.getKey()))
                .toList();
    }

    /**
     * The same run with its slices.
     *
     * @param known which of its cases belong to which
     * @return the run
     */
    public RunSummary sliced(Slices known) {
        return new RunSummary(test, goldenSet, scores, results, seen, quarantine, baseline, history, known);
    }

    /**
     * The slices of the run.
     *
     * @return those with few values, and those that gates asked for
     */
    public Slices slices() {
        return slices;
    }

    /**
     * The part of the run that is about one slice.
     *
     * @param name such as {@code tag=refund}
     * @return the cases that belong to it alone; none where no case does
     */
    public RunSummary slice(String name) {
        return with(seen.only(place -> slices.has(name, place), results.plan(), quarantine));
    }

    /**
     * How many samples the gates would have been asked about if every one had run.
     *
     * @return at least the number of {@link #samples()}
     */
    public int planned() {
        return seen.planned();
    }

    /**
     * How many samples were to run at most.
     *
     * @return the number of places, seen here or not
     */
    public int places() {
        return results.plan().size();
    }

    /**
     * Whether the run might end before every sample has run.
     *
     * @return true where it went through the set in rounds
     */
    public boolean mayStopEarly() {
        return results.plan().isInRounds();
    }

    /**
     * Whether a sample belongs to what is seen of the run, ended or not.
     *
     * @param place its number in the order in which the samples were to run, from 0
     * @return true where it does
     */
    public boolean sees(int place) {
        return seen.has(results.plan().row(place));
    }

    /**
     * One sample.
     *
     * @param place its number in the order in which the samples were to run, from 0
     * @return the sample; empty where it has not ended
     */
    public Optional<SampleResult> at(int place) {
        return results.sample(results.plan().row(place));
    }

    /**
     * The same run beside its baseline.
     *
     * @param beside the baseline of the same golden set
     * @return the summary
     */
    public RunSummary beside(RunBaseline beside) {
        return new RunSummary(test, goldenSet, scores, results, seen, quarantine, beside, history, slices);
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
     * The same run beside its history.
     *
     * @param beside what is known of earlier runs of the same golden set
     * @return the summary
     */
    public RunSummary beside(RunHistory beside) {
        return new RunSummary(test, goldenSet, scores, results, seen, quarantine, baseline, beside, slices);
    }

    /**
     * The history of the golden set.
     *
     * @return the earlier runs and this one; empty where no history is kept
     */
    public Optional<RunHistory> history() {
        return Optional.ofNullable(history);
    }

    /** What the run took beside its scores, cases in quarantine included. */
    RunMeter.Reading reading() {
        return results.reading();
    }

    /**
     * Whether some sample was answered from recordings.
     *
     * @return true where the run says less of the application than it seems to
     */
    public boolean replayed() {
        return results.replayed();
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
     * How many cases there are to judge.
     *
     * @return the selected ones but those in quarantine; those sampled at all where the run is seen only {@linkplain #after as it stood} then
     */
    public int cases() {
        return seen.cases(results.plan());
    }

    /**
     * How many samples each case gets, at most.
     *
     * @return at least 1
     */
    public int samplesPerCase() {
        return results.plan().samplesPerCase();
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
        return results.taken(seen::has, name);
    }

    /**
     * What a score came to, by case, then by sample, then by vote: of a judge that votes, its votes (detail {@code votes} of
     * the score: a list of numbers from 0 to 1, of true and false, or of maps with such a {@code value}); of anything else the
     * one value.
     *
     * @param name the score's name
     * @return only what was made: cases have at least one sample, and samples one vote
     */
    public double[][][] votes(String name) {
        return results.votes(seen::has, name);
    }

    /**
     * What a score comes to over the whole set, where that is no mean of the cases.
     *
     * @param name the score's name
     * @return the figures; empty where the mean stands for the score, or no sample has it
     */
    public Optional<SetFigures> figures(String name) {
        return figures.computeIfAbsent(name, score -> results.figures(seen::has, score));
    }

    /**
     * Every finished sample but those of cases in quarantine, in the order of the golden file whatever order they ran in.
     *
     * @return a new stream
     */
    public Stream<SampleResult> samples() {
        return results.samples(seen::has);
    }

    /**
     * Looks at every finished sample but those of cases in quarantine, with the place of its case.
     *
     * @param action gets a sample, and the place of its case among the selected ones, from 0
     */
    public void forEachSample(ObjIntConsumer<SampleResult> action) {
        SamplePlan plan = results.plan();
        IntStream.range(0, plan.size())
                .filter(seen::has)
                .forEach(row -> results.sample(row).ifPresent(sample -> action.accept(sample, plan.caseOf(row))));
    }

    /**
     * The finished samples in the order in which they were to run, up to the first that has not ended: what a sequential
     * test may look at, since it doesn't depend on which of several threads was faster.
     *
     * @return a new stream
     */
    public Stream<SampleResult> inPlannedOrder() {
        return seen.places(results.plan())
                .mapToObj(this::at)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream);
    }

    /**
     * How many samples came out one way.
     *
     * @param outcome the way
     * @return at least 0
     */
    public int count(CaseOutcome outcome) {
        return results.count(seen::has, outcome);
    }

    /**
     * How many samples were not run, for want of a model and of a recording, where the settings allow for that. Their outcome
     * is ERROR.
     *
     * @return at least 0
     */
    public int notRun() {
        return results.notRun(seen::has);
    }

    /**
     * How many samples were answered or judged by a recording, wholly or in part: no new evidence of the application.
     *
     * @return at least 0
     */
    public int replayedSamples() {
        return results.replayed(seen::has);
    }

    /**
     * How many samples have no score but such that don't apply.
     *
     * @return the number of UNSCORED samples of which at least one score was NOT_APPLICABLE
     */
    public long notApplicable() {
        return results.notApplicable(seen::has);
    }

    /**
     * The plain mean of one score over all samples that have it.
     *
     * @param name the score's name
     * @return the mean, or empty where no sample has it
     */
    public OptionalDouble mean(String name) {
        return results.mean(seen::has, name);
    }
}
