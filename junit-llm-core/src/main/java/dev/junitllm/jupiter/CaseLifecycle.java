package dev.junitllm.jupiter;

import io.opentelemetry.context.Scope;
import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;
import org.opentest4j.TestAbortedException;

/**
 * What JUnit says of one sample while it runs, in this order: the body begins and ends, it may throw, it is to be scored,
 * it has ended. One extension rather than four, since JUnit looks through all of them at each step of each sample.
 */
final class CaseLifecycle
        implements InvocationInterceptor, TestExecutionExceptionHandler, AfterTestExecutionCallback, TestWatcher {

    private final CaseRun run;

    CaseLifecycle(CaseRun run) {
        this.run = run;
    }

    /** Marks where the test body begins and ends and has it traced, and nothing else: it may run inside {@code @Timeout}, on another thread. */
    @Override
    @SuppressWarnings("try") // the scope is there to be closed
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run.bodyBegins();
        try (Scope scope = run.context().makeCurrent()) {
            invocation.proceed();
        } catch (OutOfMemoryError e) {
            BodyOutOfMemoryException thrown = new BodyOutOfMemoryException(e);
            run.bodyThrows(thrown);
            throw thrown; // JUnit would end the whole execution and lose every other case
        } catch (Throwable e) {
            run.bodyThrows(e);
            throw e;
        } finally {
            run.bodyEnds();
        }
    }

    /**
     * Notes what the test body threw, timeouts included, and softens it where a gate answers for it. What is thrown
     * before the body has begun, such as a parameter that can't be resolved, is never softened.
     */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        boolean softened = run.bodyThrew(thrown);
        Throwable clean = run.hasBegun() ? run.redact(thrown) : thrown;
        if (softened) {
            throw new TestAbortedException(run.softMessage(thrown), clean);
        }
        throw clean;
    }

    /** Scores what the body recorded: outside of {@code @Timeout}, on the test's thread, before {@code @AfterEach}. */
    @Override
    public void afterTestExecution(ExtensionContext context) throws Exception {
        Optional<Throwable> thrown = context.getExecutionException();
        if (run.hasBegun()) {
            run.score();
            context.publishReportEntry(run.reportEntry());
            run.throwUnlessPassed(thrown.orElse(null));
        } else if (thrown.isEmpty()) {
            throw new CaseErrorException("the test body did not run: another extension skipped it", null);
        }
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
