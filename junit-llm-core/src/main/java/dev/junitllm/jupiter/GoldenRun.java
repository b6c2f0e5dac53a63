package dev.junitllm.jupiter;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.Printable;
import dev.junitllm.Usage;
import dev.junitllm.gate.Gates;
import dev.junitllm.golden.GoldenCases;
import dev.junitllm.run.CaseDecision;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.CaseResult.Exchange;
import dev.junitllm.run.ResultTable;
import dev.junitllm.run.RunRecord.SetRecord;
import dev.junitllm.run.RunStore;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Verdict;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.Scoring;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One golden-set method while it runs: its cases, what has been counted, and what has been kept. Thread-safe. */
final class GoldenRun {

    private final EvalMethod method;
    private final GoldenCases cases;
    private final LlmRun run;
    private final RunStore store;
    private final @Nullable MethodBaseline baseline;
    private final ResultTable results;
    private final AtomicInteger produced = new AtomicInteger();
    private final AtomicInteger selected = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
    private final long began = System.nanoTime();

    GoldenRun(EvalMethod method, GoldenCases cases, LlmRun run, RunStore store, @Nullable MethodBaseline baseline) {
        this.method = method;
        this.cases = cases;
        this.run = run;
        this.store = store;
        this.baseline = baseline;
        this.results = new ResultTable(
                cases.size(), method.samples(), method.scoring().planned(), cases::id, cases::contentHash);
    }

    int planned() {
        return Math.multiplyExact(cases.size(), method.samples());
    }

    void produced() {
        produced.incrementAndGet();
    }

    void selected() {
        selected.incrementAndGet();
    }

    String displayName(int row) {
        return Printable.line(CaseResult.displayName(caseId(row), sample(row), method.samples()));
    }

    GoldenCase read(int row) {
        return cases.read(row / method.samples());
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
        return run.redactor().redact(thrown);
    }

    /** JUnit shows a case as passed that did not pass, whatever extension made it so: the verdict must not be green. */
    void greenWithoutPassing(int row) {
        broken.compareAndSet(
                null,
                new IllegalStateException("JUnit shows case " + displayName(row)
                        + " as passed, but it did not pass: another extension has changed how it ended"));
    }

    /** JUnit shows a case as skipped, and no gate counts it as a soft miss. */
    void skipped() {
        skipped.incrementAndGet();
    }

    void caseBegins(int row) {
        mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
        run.progress().caseBegan(method.test(), displayName(row));
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
            Duration scoring) {
        return new CaseResult(
                        method.test(),
                        golden == null ? caseId(row) : golden.id(),
                        sample(row),
                        method.samples(),
                        decision.outcome(),
                        soft,
                        scores,
                        assertion,
                        decision.error(),
                        exchange(row, golden, actual),
                        body,
                        scoring)
                .redacted(run.redactor());
    }

    /** Keeps a finished sample. What can't be kept is thrown by the verdict: JUnit swallows what a watcher throws. */
    void finished(int row, CaseResult result, boolean begun) {
        if (begun) {
            running.decrementAndGet();
        }
        keep(() -> results.add(row, result));
        keep(() -> store.append(result));
        run.reporters().forEach(reporter -> keep(() -> reporter.caseFinished(result, selection())));
        finished.incrementAndGet();
        run.progress().caseEnded(method.test(), Printable.line(result.displayName()), result.outcome());
    }

    private void keep(Runnable keeping) {
        try {
            keeping.run();
        } catch (RuntimeException | LinkageError e) {
            broken.compareAndSet(
                    null,
                    new IllegalStateException(
                            "a result could not be kept: " + run.redactor().redact(e.toString()), e));
        }
    }

    /** The end: all selected cases have ended, as far as JUnit lets them. */
    Ending end() {
        cases.close();
        return new Ending(
                this,
                produced.get(),
                selected.get(),
                finished.get(),
                skipped.get(),
                broken.get(),
                Duration.ofNanos(System.nanoTime() - began),
                mostAtOnce.get());
    }

    /** What was counted when a golden-set method ended. */
    record Ending(
            GoldenRun run,
            int produced,
            int selected,
            int finished,
            int skipped,
            @Nullable Throwable broken,
            Duration duration,
            int mostAtOnce) {}

    /** What the gates say; a gate of the user's may have put anything into its reason. */
    List<Verdict> verdicts(RunSummary summary) {
        return gates().decide(summary).stream()
                .map(verdict -> verdict.mapped(this::redact))
                .toList();
    }

    RunSummary summary() {
        RunSummary summary = results.summary(method.test(), goldenSet());
        return baseline == null
                ? summary
                : baseline.beside(summary, cases.fingerprint(), !selection().isEmpty(), run.git(this), store);
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
        Map<String, String> scorers = new LinkedHashMap<>();
        method.scoring().planned().forEach(score -> scorers.put(score.name(), score.fingerprint()));
        return new SetRecord(
                method.test(),
                goldenSet(),
                cases.fingerprint(),
                cases.size(),
                cases.total(),
                method.samples(),
                selection(),
                scorers);
    }

    LlmRun run() {
        return run;
    }

    RunStore store() {
        return store;
    }

    private String goldenSet() {
        return String.join(", ", method.goldenSet().value());
    }

    /** How much of the set was selected; empty for all of it. */
    String selection() {
        return cases.size() == cases.total() ? "" : cases.size() + " of " + cases.total() + " cases";
    }

    private String caseId(int row) {
        return cases.id(row / method.samples());
    }

    int sample(int row) {
        return row % method.samples() + 1;
    }

    private Exchange exchange(int row, @Nullable GoldenCase golden, Actual actual) {
        if (golden == null) {
            return new Exchange(
                    "",
                    null,
                    null,
                    cases.contentHash(row / method.samples()),
                    null,
                    List.of(),
                    Usage.UNKNOWN,
                    Map.of());
        }
        return new Exchange(
                golden.input(),
                dev.junitllm.GoldenPart.ANSWER.isIn(golden)
                        ? golden.acceptableAnswers().get(0)
                        : null,
                actual.recordedOutput().orElse(null),
                golden.contentHash(),
                golden.location().orElse(null),
                golden.tags(),
                actual.usage(),
                actual.attributes());
    }
}
