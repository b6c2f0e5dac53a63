package dev.junitllm.jupiter;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * One sample of one case, to JUnit. Made for every sample, even where an IDE re-runs a single one, so it holds no more
 * than its place; JUnit asks the name only of those that will run, which is how a partial run is noticed, and the extensions
 * only of those whose turn it is, which is how those that are not needed any more are left out.
 */
final class CaseInvocationContext implements TestTemplateInvocationContext {

    private final GoldenRun run;
    private final int place;
    private final AtomicBoolean selected = new AtomicBoolean();

    CaseInvocationContext(GoldenRun run, int place) {
        this.run = run;
        this.place = place;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        if (selected.compareAndSet(false, true)) {
            run.selected();
        }
        return run.displayName(run.row(place));
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        Optional<String> reason = run.leftOut(place);
        if (reason.isPresent()) {
            return List.of(new LeftOut(reason.get()));
        }
        CaseRun caseRun = new CaseRun(run, run.row(place));
        return List.of(new CaseParameterResolver(caseRun), new CaseLifecycle(caseRun));
    }
}
