package dev.junitllm.jupiter;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Notes what the test body threw, timeouts included, and softens it where a gate answers for it. What is thrown before
 * the body has begun, such as a parameter that can't be resolved, is never softened.
 */
final class BodyExceptionHandler implements TestExecutionExceptionHandler {

    private final CaseRun run;

    BodyExceptionHandler(CaseRun run) {
        this.run = run;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        boolean softened = run.bodyThrew(thrown);
        Throwable clean = run.hasBegun() ? run.redact(thrown) : thrown;
        if (softened) {
            throw new TestAbortedException(run.softMessage(thrown), clean);
        }
        throw clean;
    }
}
