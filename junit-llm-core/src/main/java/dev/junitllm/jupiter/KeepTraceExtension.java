package dev.junitllm.jupiter;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/** Traces the plain tests of {@link KeepTrace}. What it knows of a test is a store value of that test, which JUnit closes after it. */
final class KeepTraceExtension implements BeforeEachCallback, InvocationInterceptor, TestExecutionExceptionHandler {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(KeepTraceExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!AnnotationSupport.isAnnotated(context.getTestMethod(), GoldenSet.class)) {
            context.getStore(NAMESPACE).put(KeptTest.class, new KeptTest(context));
        }
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        trace(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        trace(invocation, context);
    }

    @SuppressWarnings("try") // the scope is there to be closed
    private static void trace(Invocation<@Nullable Void> invocation, ExtensionContext context) throws Throwable {
        KeptTest test = test(context);
        Context current = test == null ? Context.current() : test.begin();
        try (Scope scope = current.makeCurrent()) {
            invocation.proceed();
        }
    }

    /** Sees what the body threw, a timeout from outside included. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        KeptTest test = test(context);
        throw test == null ? thrown : test.threw(thrown);
    }

    private static @Nullable KeptTest test(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(KeptTest.class, KeptTest.class);
    }
}
