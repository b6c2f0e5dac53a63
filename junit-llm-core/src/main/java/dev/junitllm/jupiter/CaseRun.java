package dev.junitllm.jupiter;

import dev.junitllm.Actual;
import dev.junitllm.CaseScope;
import dev.junitllm.GoldenCase;
import dev.junitllm.Trace;
import dev.junitllm.report.CaseMessages;
import dev.junitllm.run.CaseDecision;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.KeptTrace;
import dev.junitllm.run.TraceNote;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.QuotedTexts;
import dev.junitllm.score.ScoringObserver;
import dev.junitllm.trace.Capture;
import dev.junitllm.trace.CaptureField;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * One sample of one case while it runs. Owned by one invocation; only the body may run on another thread, so what it
 * touches is volatile or locks.
 */
final class CaseRun {

    private final GoldenRun run;
    private final int row;
    private final Actual actual;
    private volatile @Nullable GoldenCase golden;
    private volatile long bodyBegan;
    private volatile boolean begun;
    private volatile @Nullable Duration body;
    private volatile @Nullable Throwable thrown;
    private volatile @Nullable CaseTrace trace;
    private final AtomicReference<@Nullable CaseError> unanswered = new AtomicReference<>();
    private final AtomicBoolean replayed = new AtomicBoolean();
    private final SafeQuotes quotes;
    private boolean softened;
    private List<CaseScore> taken = List.of();
    private @Nullable CaseResult result;

    CaseRun(GoldenRun run, int row) {
        this.run = run;
        this.row = row;
        this.actual = Actual.ofSample(run.sample(row));
        this.quotes = new SafeQuotes(Capture.of(run.scope()), () -> QuotedTexts.of(golden, actual));
    }

    GoldenCase golden() {
        GoldenCase read = golden;
        if (read == null) {
            read = run.read(row);
            golden = read;
        }
        return read;
    }

    Actual actual() {
        return actual;
    }

    CaseScope scope() {
        return new RunningCase(run.scope(), golden().id(), this);
    }

    void replayed() {
        replayed.set(true);
    }

    /** The first counts: what follows may be of its making. */
    void unanswered(String kind, String message) {
        unanswered.compareAndSet(null, CaseError.of(kind, message));
    }

    private boolean isNotRun() {
        CaseError error = unanswered.get();
        return error != null && error.kind().equals(CaseError.NOT_RUN);
    }

    void bodyBegins() {
        bodyBegan = System.nanoTime();
        begun = true;
        run.caseBegins(row);
        CaseTrace begins = run.beginTrace(row);
        trace = begins;
        if (begins != null) {
            actual.tracedBy(begins.open()::soFar);
        }
    }

    /** What is to be current while the body runs, and while it is scored. */
    Context context() {
        CaseTrace begun = trace;
        return begun == null ? Context.current() : begun.open().context();
    }

    void bodyEnds() {
        if (body == null) {
            body = Duration.ofNanos(System.nanoTime() - bodyBegan);
        }
    }

    /** Notes what the body throws, whatever other extensions make of it. A timeout comes from outside, and counts more. */
    void bodyThrows(Throwable throwable) {
        if (thrown == null) {
            thrown = throwable;
        }
    }

    boolean hasBegun() {
        return begun;
    }

    /** Notes what the body threw. Returns whether it is softened, because a gate answers for it. */
    boolean bodyThrew(Throwable throwable) {
        if (!begun) {
            return false;
        }
        bodyEnds();
        thrown = throwable;
        if (throwable instanceof TestAbortedException) {
            return false; // JUnit shows it as skipped already
        }
        if (isNotRun()) {
            return true;
        }
        boolean assertion = throwable instanceof AssertionError;
        softened = run.answersFor(row, assertion ? CaseOutcome.FAILED : CaseOutcome.ERROR, assertion, List.of());
        return softened;
    }

    String softMessage(Throwable throwable) {
        CaseError error = unanswered.get();
        if (error != null && isNotRun()) {
            return CaseMessages.notRun(redact(error.message()));
        }
        return CaseMessages.softened(
                throwable instanceof AssertionError, run.quarantine(row), redact(String.valueOf(throwable)));
    }

    String redact(String message) {
        return quotes.get().keep(CaptureField.ERROR, message).text();
    }

    /** What the body threw, as it may be reported. */
    Throwable redact(Throwable throwable) {
        return SafeFailure.of(throwable, quotes.get());
    }

    void score() {
        bodyEnds();
        if (replayed.get()) {
            actual.attribute(CaseResult.REPLAYED, "true");
        }
        CaseTrace traced = trace;
        actual.close(traced == null ? Trace.NONE : traced.bodyEnded());
        quotes.refresh();
        long began = System.nanoTime();
        CaseError bodyError = bodyError();
        boolean evidence = actual.hasEvidence();
        List<CaseScore> scores = bodyError == null && evidence ? scores() : List.of();
        taken = scores;
        boolean assertionFailed = bodyError == null && thrown instanceof AssertionError;
        CaseDecision decision = CaseDecision.of(bodyError, assertionFailed, evidence, scores);
        boolean soft = run.answersFor(row, decision.outcome(), assertionFailed, scores);
        result = result(decision, soft, scores, Duration.ofNanos(System.nanoTime() - began));
    }

    private List<CaseScore> scores() {
        CaseTrace traced = trace;
        return run.scoring()
                .take(
                        golden(),
                        actual,
                        traced == null
                                ? ScoringObserver.NONE
                                : new TracedScores(traced.open(), actual.trace(), quotes));
    }

    Map<String, String> reportEntry() {
        return CaseMessages.reportEntry(Objects.requireNonNull(result));
    }

    /**
     * Ends the invocation as its outcome demands.
     *
     * @param known what JUnit knows was thrown so far, or {@code null}: another extension may have swallowed or replaced it
     */
    void throwUnlessPassed(@Nullable Throwable known) {
        CaseResult scored = Objects.requireNonNull(result);
        if (scored.mayBeGreen()) {
            return;
        }
        String message = CaseMessages.notPassed(scored, run.resultsFile());
        if (scored.soft() || scored.notRun()) {
            if (known == null) {
                throw new TestAbortedException(message);
            }
        } else if (scored.skipped()) {
            return; // JUnit shows it as skipped
        } else if (known == null || known instanceof TestAbortedException) {
            CaseFailures.raise(scored, message); // JUnit prefers a failure to an abort
        } else {
            known.addSuppressed(new CaseDetails(message));
        }
    }

    void endedSuccessfully() {
        CaseResult scored = result;
        if (scored == null || !scored.mayBeGreen()) {
            run.greenWithoutPassing(row);
        }
        record(scored == null ? unfinished(CaseError.of(CaseError.SETUP, "the test body did not run")) : scored);
    }

    void endedAborted(Throwable cause) {
        CaseResult scored = result;
        if (scored == null || scored.outcome() == CaseOutcome.PASSED) {
            skip(unfinished(CaseError.of(CaseError.SKIPPED, cause)));
        } else if ((scored.soft() || scored.notRun()) && !scored.skipped()) {
            record(scored);
        } else {
            skip(scored);
        }
    }

    void endedFailed(Throwable cause) {
        CaseResult scored = result;
        if (scored == null) {
            record(unfinished(CaseError.of(CaseError.SETUP, cause)));
        } else if (scored.outcome() == CaseOutcome.PASSED) {
            record(unfinished(CaseError.of(CaseError.AFTER_TEST, cause)));
        } else {
            record(scored.hard());
        }
    }

    void endedDisabled(String reason) {
        skip(unfinished(CaseError.of(CaseError.SKIPPED, "disabled: " + reason)));
    }

    private @Nullable CaseError bodyError() {
        CaseError missing = unanswered.get();
        if (missing != null) {
            return missing;
        }
        Throwable body = thrown;
        if (body == null || body instanceof AssertionError) {
            return null;
        }
        return CaseError.of(body instanceof TestAbortedException ? CaseError.SKIPPED : CaseError.APPLICATION, body);
    }

    private CaseResult unfinished(CaseError error) {
        List<CaseScore> scores = result == null ? List.of() : result.scores();
        return result(new CaseDecision(CaseOutcome.ERROR, error), false, scores, Duration.ZERO);
    }

    private CaseResult result(CaseDecision decision, boolean soft, List<CaseScore> scores, Duration scoring) {
        return run.result(
                row,
                golden,
                actual,
                decision,
                soft,
                scores,
                thrown instanceof AssertionError ? String.valueOf(thrown.getMessage()) : null,
                body == null ? Duration.ZERO : body,
                scoring,
                note(decision),
                quotes);
    }

    /** What a failure's message says of the trace so far. */
    private TraceNote note(CaseDecision decision) {
        CaseTrace traced = trace;
        return traced == null || decision.outcome() == CaseOutcome.PASSED
                ? TraceNote.NONE
                : traced.note(actual.trace());
    }

    private void skip(CaseResult finished) {
        run.skipped(row);
        record(finished);
    }

    private void record(CaseResult finished) {
        CaseTrace ending = trace;
        if (ending == null) {
            run.finished(row, finished, taken, null, begun);
            return;
        }
        KeptTrace kept = null;
        CaseResult noted = finished;
        try {
            KeptTrace ended = end(ending, finished);
            TraceNote note = finished.outcome() == CaseOutcome.PASSED
                    ? TraceNote.ofPassed(ended.file())
                    : TraceNote.of(ended.trace(), ended.file());
            noted = finished.with(note.with(run.steps(ended.trace())));
            kept = ended;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            run.lost(e); // JUnit would swallow it, and the result with it
        }
        run.finished(row, noted, taken, kept, begun);
    }

    private KeptTrace end(CaseTrace ending, CaseResult finished) {
        Throwable threw = thrown;
        if (threw != null) {
            ending.open().threw(threw, quotes::error);
        }
        GoldenCase read = golden;
        if (read != null) {
            ending.open().tags(read.tags());
        }
        boolean failed = finished.outcome() == CaseOutcome.FAILED || finished.outcome() == CaseOutcome.ERROR;
        return ending.end(finished.outcome().name(), failed, actual.attributes());
    }
}
