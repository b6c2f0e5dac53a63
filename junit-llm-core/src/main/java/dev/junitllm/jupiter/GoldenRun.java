package dev.junitllm.jupiter;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.Printable;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.gate.Gates;
import dev.junitllm.golden.GoldenCases;
import dev.junitllm.golden.QuarantineList;
import dev.junitllm.run.CaseDecision;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.KeptTrace;
import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.QuarantinedCase;
import dev.junitllm.run.ResultTable;
import dev.junitllm.run.RunRecord.SetRecord;
import dev.junitllm.run.RunStore;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.SamplePlan;
import dev.junitllm.run.SampleResult;
import dev.junitllm.run.SampleSteps;
import dev.junitllm.run.TraceNote;
import dev.junitllm.run.Verdict;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Scoring;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One golden-set method while it runs: its cases, what has been counted, and what has been kept. Thread-safe. */
final class GoldenRun {

    private final EvalMethod method;
    private final GoldenCases cases;
    private final LlmRun run;
    private final RunStore store;
    private final SamplePlan plan;
    private final ShownIds shownIds;
    private final Map<Integer, QuarantinedCase> quarantine;
    private final @Nullable MethodBaseline baseline;
    private final @Nullable MethodHistory history;
    private final ResultTable results;
    private final Stopping stopping;
    private final FreshSamples fresh;
    private final Endings endings = new Endings();
    private final SampleCounts counts = new SampleCounts();

    GoldenRun(
            EvalMethod method,
            GoldenCases cases,
            QuarantineList quarantine,
            LlmRun run,
            RunStore store,
            @Nullable MethodBaseline baseline,
            @Nullable MethodHistory history) {
        this.method = method;
        this.cases = cases;
        this.run = run;
        this.store = store;
        this.baseline = baseline;
        this.history = history;
        this.plan = method.sampling()
                .plan(cases.size(), method.test(), run.configuration().seed());
        this.shownIds = new ShownIds(cases, run.redactor());
        this.quarantine = QuarantinedPlaces.of(cases, quarantine, shownIds, run.redactor());
        this.fresh = new FreshSamples(plan.size(), plan.samplesPerCase());
        this.results = new ResultTable(
                plan, method.scoring().planned(), shownIds::of, cases::contentHash, run.redactor()::redact);
        this.stopping = new Stopping(gates().watch(counted(), method.sampling().rule()));
    }

    int planned() {
        return plan.size();
    }

    /** What the gates will be asked about. */
    PlannedRun judged(String slice) {
        int judged = (int) IntStream.range(0, cases.size())
                .filter(place -> slice.isEmpty() || cases.slices().has(slice, place))
                .filter(place -> !quarantine.containsKey(place))
                .count();
        return new PlannedRun(judged, cases.total(), plan.samplesPerCase());
    }

    /** Whether more samples are needed. */
    boolean goesOn() {
        return !stopping.isEffective();
    }

    /** The next sample is given to JUnit, which has asked the name of the one before by now, or never will. */
    void produced() {
        if (counts.selectedSoFar() < counts.produced()) {
            stopping.never();
        }
    }

    int row(int place) {
        return plan.row(place);
    }

    /** Why a sample whose turn it is is not needed any more; empty where it begins. */
    Optional<String> leftOut(int place) {
        return stopping.leavesOut(place, counts.mostAtOnce());
    }

    void selected() {
        counts.selected();
    }

    String displayName(int row) {
        return Printable.line(
                fresh.has(row)
                        ? "%s (fresh sample %s)".formatted(caseId(row), fresh.number(row))
                        : CaseResult.displayName(caseId(row), sample(row), plan.samplesPerCase()));
    }

    GoldenCase read(int row) {
        return cases.read(caseOf(row));
    }

    /**
     * The row of the next sample beyond the plan; empty where none is wanted, where somebody picked single cases, or where
     * those that run side by side can't be waited for.
     */
    OptionalInt nextFresh() {
        if (baseline == null
                || !baseline.isCompared()
                || !gates().confirm()
                || counts.isPartial()
                || !endings.await(this::haveAllEnded, counts::isRunning)) {
            return OptionalInt.empty();
        }
        return gates().nextFreshSample(summary())
                .map(id -> IntStream.range(0, cases.size())
                        .filter(number -> shownIds.of(number).equals(id))
                        .map(fresh::add)
                        .findFirst())
                .orElse(OptionalInt.empty());
    }

    private boolean haveAllEnded() {
        return counts.haveAllEnded() && fresh.allEnded();
    }

    /** Until when a case is in quarantine and why, or {@code null} where it is not. */
    @Nullable
    String quarantine(int row) {
        QuarantinedCase quarantined = quarantine.get(caseOf(row));
        return quarantined == null ? null : "until %s (%s)".formatted(quarantined.until(), quarantined.why());
    }

    /** Whether a case that did not pass fails nothing by itself: a gate answers for it, or it is in quarantine. */
    boolean answersFor(int row, CaseOutcome outcome, boolean assertionFailed, List<CaseScore> scores) {
        return outcome != CaseOutcome.PASSED
                && (fresh.has(row)
                        || quarantine.containsKey(caseOf(row))
                        || gates().answerFor(
                                        outcome,
                                        assertionFailed,
                                        scores,
                                        slice -> cases.slices().has(slice, caseOf(row))));
    }

    Scoring scoring() {
        return method.scoring();
    }

    Gates gates() {
        return method.gates();
    }

    Path resultsFile() {
        return store.folder().resolve("cases.jsonl");
    }

    String redact(String text) {
        return run.redactor().redact(text);
    }

    Throwable redact(Throwable thrown) {
        return SafeFailure.of(thrown, run.capture());
    }

    /** JUnit shows a case as passed that did not pass, whatever extension made it so: the verdict must not be green. */
    void greenWithoutPassing(int row) {
        counts.broken(new IllegalStateException("JUnit shows case " + displayName(row)
                + " as passed, but it did not pass: another extension has changed how it ended"));
    }

    /** JUnit shows a case as skipped, and no gate counts it as a soft miss. */
    void skipped(int row) {
        if (!fresh.has(row)) {
            counts.skipped();
        }
    }

    void caseBegins(int row) {
        counts.begins();
        if (!fresh.has(row)) {
            run.progress().caseBegan(method.test(), displayName(row));
        }
    }

    CaseResult result(
            int row,
            @Nullable GoldenCase golden,
            Actual actual,
            CaseDecision decision,
            boolean soft,
            List<CaseScore> scores,
            @Nullable String assertion,
            Duration body,
            Duration scoring,
            TraceNote note,
            SafeQuotes quotes) {
        return new CaseResult(
                        method.test(),
                        caseId(row),
                        sample(row),
                        plan.samplesPerCase(),
                        decision.outcome(),
                        soft,
                        scores,
                        assertion,
                        decision.error(),
                        GoldenExchange.of(golden, actual, cases.contentHash(caseOf(row))),
                        body,
                        scoring,
                        quarantine(row),
                        note)
                .kept(run.capture(), quotes);
    }

    /** Keeps a finished sample. What can't be kept is thrown by the verdict: JUnit swallows what a watcher throws. */
    void finished(int row, CaseResult result, List<CaseScore> taken, @Nullable KeptTrace trace, boolean begun) {
        if (begun) {
            counts.ends();
        }
        if (trace != null) {
            keep(() -> store.write(trace)); // first, so that no line names a file that isn't there
        }
        keep(() -> store.append(result));
        Trace shown = trace == null ? Trace.NONE : trace.trace();
        run.reporters().forEach(reporter -> keep(() -> reporter.caseFinished(result, shown, selection())));
        if (fresh.has(row)) {
            fresh.ended(SampleResult.of(result));
        } else {
            keep(() -> results.add(row, result, taken));
            keep(() -> stopping.ended(result));
            counts.finished();
            run.progress().caseEnded(method.test(), Printable.line(result.displayName()), result.outcome());
        }
        endings.changed();
    }

    private void keep(Runnable keeping) {
        try {
            keeping.run();
        } catch (RuntimeException | LinkageError e) {
            lost(e);
        }
    }

    void lost(Throwable why) {
        String said = "a result could not be kept: " + redact(why.toString());
        counts.broken(new IllegalStateException(said, redact(why)));
    }

    /** The pattern of a trace, where it is compared with that of a baseline. */
    @Nullable
    SampleSteps steps(Trace kept) {
        return baseline == null ? null : SampleSteps.of(kept);
    }

    /** Begins the trace of a sample, where samples are traced. */
    @Nullable
    CaseTrace beginTrace(int row) {
        return CaseTrace.begin(
                run.traces(),
                store,
                method.test(),
                displayName(row),
                Map.of(
                        TraceNames.CASE_ID, caseId(row),
                        TraceNames.SAMPLE, (long) sample(row),
                        TraceNames.GOLDEN_SET, cases.fingerprint()));
    }

    /** The end: all selected cases have ended, as far as JUnit lets them. */
    SampleCounts.Ending end() {
        run.traces().testsEnd();
        cases.close();
        return counts.end(stopping.leftOut());
    }

    /** What the gates say; a gate of the user's may have put anything into its reason. */
    List<Verdict> verdicts(RunSummary summary) {
        return gates().decide(summary).stream()
                .map(verdict ->
                        verdict.figure("seed", run.configuration().seed()).mapped(this::redact))
                .toList();
    }

    Stopping stopping() {
        return stopping;
    }

    /** What has ended so far, but for the cases in quarantine. */
    private RunSummary counted() {
        return results.summary(method.test(), SetRecords.goldenSet(method), quarantine)
                .sliced(cases.slices());
    }

    RunSummary summary() {
        RunSummary summary = counted();
        return baseline == null
                ? summary
                : baseline.beside(
                        summary,
                        cases.fingerprint(),
                        !selection().isEmpty(),
                        run.git(this),
                        store,
                        fresh.results(),
                        this::redact);
    }

    /** A whole run beside the earlier ones, where a history is kept; a narrowed one belongs to none. */
    RunSummary besideHistory(RunSummary summary) {
        if (history == null) {
            return summary;
        }
        if (!selection().isEmpty()) {
            return history.without(summary, "only " + selection() + " were selected");
        }
        try {
            return history.beside(
                    summary, cases.fingerprint(), run.configuration(), run.git(this), store, this::redact);
        } catch (RuntimeException e) { // a history must not take the place of a verdict
            return history.without(summary, "the run can't be summed up: " + redact(e.toString()));
        }
    }

    /** A run that is not whole, where a history is kept. */
    RunSummary withoutHistory(RunSummary summary, String why) {
        return history == null ? summary : history.without(summary, why);
    }

    /** Records the baseline where that is asked for; says what was done, or why nothing was. */
    String recordBaseline(RunSummary summary, List<Verdict> verdicts) {
        return baseline == null || !baseline.isToBeRecorded() ? "" : baseline.record(summary, verdicts);
    }

    /** Says that a run which was not whole has recorded nothing. */
    String noBaseline(String reason) {
        return baseline == null || !baseline.isToBeRecorded() ? "" : MethodBaseline.notRecorded(reason);
    }

    SetRecord record() {
        return SetRecords.of(method, cases, plan.samplesPerCase(), selection(), this::redact);
    }

    MethodScope scope() {
        return method.scope();
    }

    LlmRun run() {
        return run;
    }

    RunStore store() {
        return store;
    }

    /** How much of the set was selected; empty for all of it. */
    String selection() {
        return cases.size() == cases.total() ? "" : cases.size() + " of " + cases.total() + " cases";
    }

    private String caseId(int row) {
        return shownIds.of(caseOf(row));
    }

    private int caseOf(int row) {
        return fresh.has(row) ? fresh.caseOf(row) : plan.caseOf(row);
    }

    int sample(int row) {
        return fresh.has(row) ? fresh.sampleOf(row) : plan.sampleOf(row);
    }
}
