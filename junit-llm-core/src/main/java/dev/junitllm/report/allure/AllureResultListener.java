package dev.junitllm.report.allure;

import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.TestResult;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives results their last touch before Allure writes them: a soft miss becomes red and muted, and the result of a
 * golden-set method that failed shows its verdict. Found by Allure, once per lifecycle.
 */
public final class AllureResultListener implements TestLifecycleListener {

    private static final Logger LOG = System.getLogger("dev.junitllm.report.allure");

    // JUnit fails a method on the thread that closed it, right after its verdict was handed over.
    private final Map<Long, VerdictHandover> byThread = new ConcurrentHashMap<>();

    private final AtomicBoolean warned = new AtomicBoolean();

    /** Made by {@link java.util.ServiceLoader}. */
    public AllureResultListener() {}

    @Override
    public void beforeTestSchedule(TestResult result) {
        if (result instanceof VerdictHandover handover) {
            byThread.put(Thread.currentThread().getId(), handover);
        }
    }

    @Override
    public void beforeTestWrite(TestResult result) {
        try {
            PendingStatus.settle(result);
            long thread = Thread.currentThread().getId();
            VerdictHandover handover = byThread.get(thread);
            if (handover != null && handover.isFor(result)) {
                byThread.remove(thread);
                handover.showIn(result);
            }
        } catch (LinkageError e) {
            warnOnce(AllureWarnings.unfit(e), e);
        } catch (RuntimeException e) {
            warnOnce(AllureWarnings.failed(e), e);
        }
    }

    private void warnOnce(String message, Throwable cause) {
        if (warned.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, message, cause);
        }
    }
}
