package dev.junitllm.run;

import dev.junitllm.SpanKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The baseline of a golden set, beside its run: what was recorded, and how the same is said of today. Immutable but for
 * what it reads from the run's files.
 */
public final class RunBaseline {

    private final BaselineFile file;
    private final @Nullable Baseline recorded;
    private final BaselineOrigin today;
    private final Recording recording;
    private final boolean narrowed;
    private final Map<String, BaselineScore> scores;
    private final Map<String, TodaysCase> cases;
    private final Map<SpanKind, Double> latency;
    private final Function<Map<String, Integer>, Map<String, BaselineOutput>> outputs;
    private final List<SampleResult> fresh;

    /** What is to be recorded after the run. */
    public enum Recording {
        /** Nothing: the run is compared. */
        NOTHING,
        /** The rolling marks, as by {@code junit.llm.baseline=update}. */
        ROLLING,
        /** Both marks, as by {@code junit.llm.baseline=approve}. */
        BOTH
    }

    /**
     * A baseline beside a run.
     *
     * @param file where it is kept
     * @param recorded the baseline, or {@code null} where there is none
     * @param today what a baseline recorded today would come from
     * @param recording what is to be recorded
     * @param narrowed whether only some cases of the golden set were selected
     * @param run the run
     * @param outputs finds what the application answered, by case, for the samples named by case
     * @param fresh the samples that were taken beyond the plan, to confirm severe drops
     */
    public RunBaseline(
            BaselineFile file,
            @Nullable Baseline recorded,
            BaselineOrigin today,
            Recording recording,
            boolean narrowed,
            RunSummary run,
            Function<Map<String, Integer>, Map<String, BaselineOutput>> outputs,
            List<SampleResult> fresh) {
        this.file = file;
        this.recorded = recorded;
        this.today = today;
        this.recording = recording;
        this.narrowed = narrowed;
        this.scores = Baseline.scores(run.scores());
        this.cases = CaseMarks.of(run);
        this.latency = StepLatency.of(run);
        this.outputs = outputs;
        this.fresh = List.copyOf(fresh);
    }

    /**
     * Where it is kept.
     *
     * @return the file, which need not exist
     */
    public BaselineFile file() {
        return file;
    }

    /**
     * What was recorded.
     *
     * @return the baseline, or empty where there is none
     */
    public Optional<Baseline> recorded() {
        return Optional.ofNullable(recorded);
    }

    /**
     * What a baseline recorded today would come from.
     *
     * @return the origin
     */
    public BaselineOrigin today() {
        return today;
    }

    /**
     * What is to be recorded after the run.
     *
     * @return {@link Recording#NOTHING} where the run is only compared
     */
    public Recording recording() {
        return recording;
    }

    /**
     * Whether only some cases of the golden set were selected.
     *
     * @return true where the run says nothing of cases it doesn't hold
     */
    public boolean narrowed() {
        return narrowed;
    }

    /**
     * How scores are made today.
     *
     * @return by name, in the order of the annotations
     */
    public Map<String, BaselineScore> scores() {
        return scores;
    }

    /**
     * How the cases came out.
     *
     * @return by case, in the order of the golden file; without those of which every sample ended in an error
     */
    public Map<String, TodaysCase> cases() {
        return cases;
    }

    /**
     * How long a step of each kind takes in this run, half of the cases less.
     *
     * @return in milliseconds; empty where nothing was traced, or all was answered from recordings
     */
    public Map<SpanKind, Double> latency() {
        return latency;
    }

    /**
     * The samples that were taken beyond the plan, to confirm severe drops. They count for nothing else.
     *
     * @return in the order they ended
     */
    public List<SampleResult> fresh() {
        return fresh;
    }

    /**
     * What the application answered.
     *
     * @param ids some of the cases
     * @return the outputs by case, as far as a baseline keeps them, without those of which none was recorded
     */
    public Map<String, BaselineOutput> outputs(Set<String> ids) {
        Map<String, Integer> samples = new LinkedHashMap<>();
        ids.forEach(id -> {
            TodaysCase one = cases.get(id);
            if (one != null) {
                samples.put(id, one.sample());
            }
        });
        return outputs.apply(samples);
    }
}
