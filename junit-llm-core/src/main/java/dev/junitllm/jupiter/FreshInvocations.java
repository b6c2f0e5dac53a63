package dev.junitllm.jupiter;

import java.util.List;
import java.util.OptionalInt;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * The invocations after the last that was planned: as many as it takes to confirm severe drops, in most runs none. JUnit
 * asks for the next one when the one before has ended, unless cases run side by side; then its ending is waited for here.
 */
final class FreshInvocations extends Spliterators.AbstractSpliterator<TestTemplateInvocationContext> {

    private final GoldenRun run;

    FreshInvocations(GoldenRun run) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.run = run;
    }

    @Override
    public boolean tryAdvance(Consumer<? super TestTemplateInvocationContext> action) {
        OptionalInt row = run.nextFresh();
        row.ifPresent(next -> action.accept(new Context(run, next)));
        return row.isPresent();
    }

    private record Context(GoldenRun run, int row) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return run.displayName(row);
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            CaseRun caseRun = new CaseRun(run, row);
            return List.of(new CaseParameterResolver(caseRun), new CaseLifecycle(caseRun));
        }
    }
}
