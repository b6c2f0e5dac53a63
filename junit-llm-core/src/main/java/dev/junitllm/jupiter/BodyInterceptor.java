package dev.junitllm.jupiter;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Marks where the test body begins and ends, and nothing else: it may run inside {@code @Timeout}, on another thread. */
final class BodyInterceptor implements InvocationInterceptor {

    private final CaseRun run;

    BodyInterceptor(CaseRun run) {
        this.run = run;
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run.bodyBegins();
        try {
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
}
