package dev.junitllm.jupiter;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * One sample of one case, to JUnit. Made for every sample, even where an IDE re-runs a single one, so it holds no more
 * than its place; JUnit asks the name only of those that will run, which is how a partial run is noticed.
 */
final class CaseInvocationContext implements TestTemplateInvocationContext {

    private final GoldenRun run;
    private final int row;
    private final AtomicBoolean selected = new AtomicBoolean();

    CaseInvocationContext(GoldenRun run, int row) {
        this.run = run;
        this.row = row;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        if (selected.compareAndSet(false, true)) {
            run.selected();
        }
        return run.displayName(row);
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        CaseRun caseRun = new CaseRun(run, row);
        return List.of(new CaseParameterResolver(caseRun), new CaseLifecycle(caseRun));
    }
}
