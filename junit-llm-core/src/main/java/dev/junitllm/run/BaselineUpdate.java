package dev.junitllm.run;

import dev.junitllm.run.RunBaseline.Recording;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Records a run as the baseline, and says what changed by it. An error is never recorded: a case of which every sample ended
 * in one keeps the marks it has, or gets none.
 */
public final class BaselineUpdate {

    private final RunSummary run;
    private final RunBaseline baseline;
    private final Recording recording;

    /**
     * A recording.
     *
     * @param run a whole run
     * @param baseline its baseline
     */
    public BaselineUpdate(RunSummary run, RunBaseline baseline) {
        this.run = run;
        this.baseline = baseline;
        this.recording = baseline.recording();
    }

    /**
     * Why nothing may be recorded, whatever the run shows.
     *
     * @return the reason, or empty where there is none
     */
    public Optional<String> obstacle() {
        if (run.replayed()) {
            return Optional.of(
                    "answers were replayed from recordings, so the run says nothing new of the application: have everything"
                            + " asked anew (docs/record-replay.md)");
        }
        Optional<Baseline> before = baseline.recorded();
        if (recording == Recording.ROLLING
                && before.isPresent()
                && !before.get().scores().equals(baseline.scores())) {
            return Optional.of(
                    "the scores of the method have changed, and the anchor was recorded by the old ones: approve a new one (-Djunit.llm.baseline=approve)");
        }
        return Optional.empty();
    }

    /**
     * Writes the baseline.
     *
     * @return what was written and what changed, in one line
     * @throws BaselineException where it can't be written
     */
    public String write() {
        Optional<Baseline> before = baseline.recorded();
        Baseline after = after();
        boolean written = baseline.file().write(after);
        return BaselineChanges.describe(
                baseline.file().shown(),
                recording,
                written,
                before.map(Baseline::cases).orElse(Map.of()),
                after,
                kept());
    }

    private Baseline after() {
        Optional<Baseline> before = baseline.recorded();
        Map<String, BaselineCase> old = before.map(Baseline::cases).orElse(Map.of());
        Map<String, BaselineOutput> outputs = baseline.outputs(baseline.cases().keySet());
        Map<String, BaselineCase> cases = new TreeMap<>();
        baseline.cases().forEach((id, today) -> {
            BaselineMark mark = today.markWith(outputs.get(id));
            BaselineCase was = old.get(id);
            BaselineMark anchor = recording == Recording.ROLLING
                            && was != null
                            && was.contentHash().equals(today.contentHash())
                    ? was.anchor()
                    : mark;
            cases.put(id, new BaselineCase(id, today.contentHash(), mark, anchor));
        });
        kept().forEach(id -> {
            BaselineCase was = old.get(id);
            if (was != null) {
                cases.put(id, was);
            }
        });
        BaselineOrigin anchor = recording == Recording.ROLLING
                ? before.map(Baseline::anchor).orElse(baseline.today())
                : baseline.today();
        return new Baseline(
                run.test().className(),
                run.test().method(),
                run.goldenSet(),
                baseline.scores(),
                baseline.today(),
                anchor,
                cases,
                baseline.latency());
    }

    /** Cases of the golden set of which this run says nothing. */
    private Set<String> kept() {
        Set<String> ids = new HashSet<>();
        run.samples().map(SampleResult::caseId).forEach(ids::add);
        run.quarantined().forEach(quarantined -> ids.add(quarantined.caseId()));
        ids.removeAll(baseline.cases().keySet());
        return ids;
    }
}
