package dev.junitllm.jupiter;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Records how a sample ended once JUnit knows, {@code @AfterEach} included. */
final class CaseRecorder implements TestWatcher {

    private final CaseRun run;

    CaseRecorder(CaseRun run) {
        this.run = run;
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        run.endedSuccessfully();
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        run.endedAborted(cause);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        run.endedFailed(cause);
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        run.endedDisabled(reason.orElse("no reason given"));
    }
}
