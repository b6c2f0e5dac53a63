package dev.junitllm.report.allure;

import dev.junitllm.Trace;
import dev.junitllm.report.RunReporter;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.run.TestId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.TestWatcher;
import org.opentest4j.TestAbortedException;

/** Calls a reporter as the golden-set extension does: in the same callbacks, on the same threads, in the same order. */
final class PlannedSetExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        AllureRun run = AllureRun.of(context);
        TestId named = new TestId(
                context.getRequiredTestClass().getName(),
                context.getRequiredTestMethod().getName());
        Plan plan = run.plan(named).in(new TestId(named.className(), named.method(), context.getUniqueId()));
        context.getStore(ExtensionContext.Namespace.create(getClass())).put("end", new End(plan, run.reporter()));
        return plan.cases().stream()
                .map(result -> new Invocation(result, run.trace(), plan.selection(), run.reporter()));
    }

    private record End(Plan plan, RunReporter reporter)
            implements AutoCloseable, ExtensionContext.Store.CloseableResource {

        @Override
        public void close() {
            reporter.setFinished(plan.report(), plan.run());
            if (plan.fails()) {
                throw new OneLineFailure("FAIL  @PassRate(atLeast = 0.9): 1 of 2 cases passed\ntarget/summary.md");
            }
        }
    }

    private static final class OneLineFailure extends AssertionError {

        private OneLineFailure(String message) {
            super(message);
            setStackTrace(new StackTraceElement[0]);
        }
    }

    private record Invocation(CaseResult result, Trace trace, String selection, RunReporter reporter)
            implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return result.displayName();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            AfterTestExecutionCallback score = context -> fail();
            return List.of(score, new Watcher(result, trace, selection, reporter), new Parameters(result));
        }

        private void fail() throws Exception {
            if (result.outcome() == CaseOutcome.PASSED) {
                return;
            }
            if (result.soft()) {
                throw new TestAbortedException("counted by the gate");
            }
            if (result.outcome() == CaseOutcome.FAILED) {
                throw new AssertionError("token-f1 0.31 < 0.5");
            }
            throw new IOException("connection reset");
        }
    }

    private record Watcher(CaseResult result, Trace trace, String selection, RunReporter reporter)
            implements TestWatcher {

        @Override
        public void testSuccessful(ExtensionContext context) {
            reporter.caseFinished(result, trace, selection);
        }

        @Override
        public void testAborted(ExtensionContext context, Throwable cause) {
            reporter.caseFinished(result, trace, selection);
        }

        @Override
        public void testFailed(ExtensionContext context, Throwable cause) {
            reporter.caseFinished(result, trace, selection);
        }

        @Override
        public void testDisabled(ExtensionContext context, Optional<String> reason) {
            reporter.caseFinished(result, trace, selection);
        }
    }

    private record Parameters(CaseResult result) implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == CharSequence.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return "all of " + result.caseId();
        }
    }
}
