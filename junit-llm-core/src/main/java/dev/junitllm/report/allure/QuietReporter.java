package dev.junitllm.report.allure;

import dev.junitllm.Trace;
import dev.junitllm.report.RunReporter;
import dev.junitllm.report.SetReport;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.KeptTrace;
import dev.junitllm.run.RunRecord;
import dev.junitllm.run.TestId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the failures of a report away from the tests: the first one is logged, none is thrown. After a
 * {@link LinkageError} nothing more is tried, since a class that doesn't fit will not fit the next time.
 */
final class QuietReporter implements RunReporter {

    private static final Logger LOG = System.getLogger("dev.junitllm.report.allure");

    private final Supplier<RunReporter> create;
    private final AtomicBoolean warned = new AtomicBoolean();
    private volatile boolean unfit;
    private @Nullable RunReporter reporter;

    QuietReporter(Supplier<RunReporter> create) {
        this.create = create;
    }

    @Override
    public void caseFinished(CaseResult result, Trace trace, String selection) {
        report(to -> to.caseFinished(result, trace, selection));
    }

    @Override
    public void testTraced(TestId test, KeptTrace trace) {
        report(to -> to.testTraced(test, trace));
    }

    @Override
    public void setFinished(SetReport set, RunRecord run) {
        report(to -> to.setFinished(set, run));
    }

    private void report(Consumer<RunReporter> event) {
        if (unfit) {
            return;
        }
        try {
            event.accept(reporter());
        } catch (LinkageError e) {
            unfit = true;
            warnOnce(AllureWarnings.unfit(e), e);
        } catch (RuntimeException e) {
            warnOnce(AllureWarnings.failed(e), e);
        }
    }

    private synchronized RunReporter reporter() {
        RunReporter made = reporter;
        if (made == null) {
            made = create.get();
            reporter = made;
        }
        return made;
    }

    private void warnOnce(String message, Throwable cause) {
        if (warned.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, message, cause);
        }
    }
}
