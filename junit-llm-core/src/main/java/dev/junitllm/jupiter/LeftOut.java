package dev.junitllm.jupiter;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.opentest4j.TestAbortedException;

/**
 * Ends an invocation that is not needed any more before anything of the user's runs. JUnit makes the test's instance, and
 * has other extensions such as Spring's fill it, before it asks any condition: so the instance is not made. Where one is
 * shared by all cases the condition is what comes first; and where conditions are switched off, what is before each case.
 */
final class LeftOut implements TestInstancePreConstructCallback, ExecutionCondition, BeforeEachCallback {

    private final String reason;

    LeftOut(String reason) {
        this.reason = reason;
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        throw new NotNeededException(reason);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        throw new NotNeededException(reason);
    }

    /** Without a stack trace: there may be half a million. */
    private static final class NotNeededException extends TestAbortedException {

        private static final long serialVersionUID = 1L;

        NotNeededException(String reason) {
            super(reason);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
