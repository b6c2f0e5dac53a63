package dev.junitllm.jupiter;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Scores what the body recorded: outside of {@code @Timeout}, on the test's thread, before {@code @AfterEach}. */
final class ScoreAfterExecution implements AfterTestExecutionCallback {

    private final CaseRun run;

    ScoreAfterExecution(CaseRun run) {
        this.run = run;
    }

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
}
