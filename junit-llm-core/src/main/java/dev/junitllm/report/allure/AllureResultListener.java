package dev.junitllm.report.allure;

import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.TestResult;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives results their last touch before Allure writes them: a soft miss becomes red and muted, and the result of a
 * golden-set method that failed shows its verdict. Found by Allure, once per lifecycle.
 */
public final class AllureResultListener implements TestLifecycleListener {

    private static final Logger LOG = System.getLogger("dev.junitllm.report.allure");

    // JUnit fails a method on the thread that closed it, right after its verdict was handed over.
    private final ThreadLocal<VerdictHandover> handedOver = new ThreadLocal<>();

    private final AtomicBoolean warned = new AtomicBoolean();

    /** Made by {@link java.util.ServiceLoader}. */
    public AllureResultListener() {}

    @Override
    public void beforeTestSchedule(TestResult result) {
        if (result instanceof VerdictHandover handover) {
            handedOver.set(handover);
        }
    }

    @Override
    public void beforeTestWrite(TestResult result) {
        try {
            PendingStatus.settle(result);
            VerdictHandover handover = handedOver.get();
            if (handover != null && handover.isFor(result)) {
                handedOver.remove();
                handover.showIn(result);
            }
        } catch (RuntimeException e) {
            if (warned.compareAndSet(false, true)) {
                LOG.log(Level.WARNING, AllureWarnings.failed(e), e);
            }
        }
    }
}
