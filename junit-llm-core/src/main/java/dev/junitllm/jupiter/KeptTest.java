package dev.junitllm.jupiter;

import dev.junitllm.report.CaseMessages;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.KeptTrace;
import dev.junitllm.run.RunStore;
import dev.junitllm.run.TestId;
import dev.junitllm.run.TestModule;
import dev.junitllm.run.TraceNote;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** A plain test whose trace is kept. The body may run on another thread, so what it touches is volatile. */
@SuppressWarnings("deprecation") // JUnit 5.12 closes only CloseableResource, 5.13 and later ask for AutoCloseable
final class KeptTest implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    private final ExtensionContext context;
    private final LlmRun run;
    private volatile @Nullable CaseTrace trace;

    KeptTest(ExtensionContext context) {
        this.context = context;
        this.run = LlmRun.of(context);
        run.traces().testsBegin();
    }

    /** The body begins. Returns what is to be current meanwhile. */
    Context begin() {
        TestId test = TestIds.of(context);
        CaseTrace begun = CaseTrace.begin(run.traces(), store(), test, name(), Map.of());
        trace = begun;
        return begun == null ? Context.current() : begun.open().context();
    }

    /** Invocations of one method differ in their display names. */
    private String name() {
        return context.getUniqueId().contains("-invocation:") ? context.getDisplayName() : "";
    }

    /** Returns what is to be reported: the same without secrets, which also says where the trace is. */
    Throwable threw(Throwable thrown) {
        Throwable safe = SafeFailure.of(thrown, run.capture());
        CaseTrace begun = trace;
        if (begun != null) {
            begun.open().threw(thrown, said -> said);
            TraceNote note = begun.note(begun.open().soFar());
            safe.addSuppressed(new CaseDetails(CaseMessages.plainTestFailed(note, store().folder())));
        }
        return safe;
    }

    @Override
    public void close() {
        run.traces().testsEnd();
        CaseTrace begun = trace;
        if (begun != null) {
            begun.bodyEnded();
            String outcome = outcome(context.getExecutionException());
            KeptTrace kept = begun.end(outcome, !outcome.equals(CaseOutcome.PASSED.name()), Map.of());
            store().write(kept);
            TestId test = TestIds.of(context);
            run.reporters().forEach(reporter -> reporter.testTraced(test, kept));
        }
    }

    private static String outcome(Optional<Throwable> thrown) {
        if (thrown.isEmpty()) {
            return CaseOutcome.PASSED.name();
        }
        if (thrown.get() instanceof TestAbortedException) {
            return "SKIPPED";
        }
        return (thrown.get() instanceof AssertionError ? CaseOutcome.FAILED : CaseOutcome.ERROR).name();
    }

    private RunStore store() {
        return run.store(TestModule.of(context.getRequiredTestClass()));
    }
}
