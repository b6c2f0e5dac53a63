package dev.junitllm.jupiter;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Runs a {@link GoldenSet} method case by case. Everything that can be wrong with the annotations and the golden files is
 * found here, before the first case; the verdict is a store value of the method, which JUnit closes when all cases have
 * ended.
 */
final class GoldenSetExtension implements TestTemplateInvocationContextProvider {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(GoldenSetExtension.class);

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), GoldenSet.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        GoldenRun run = begin(context);
        context.getStore(NAMESPACE).put(VerdictOnClose.class, new VerdictOnClose(run));
        Stream<TestTemplateInvocationContext> planned = IntStream.range(0, run.planned())
                .takeWhile(place ->
                        run.goesOn()) // JUnit asks for one after the other, unless its executor wants all at once
                .mapToObj(place -> {
                    run.produced();
                    return new CaseInvocationContext(run, place);
                });
        return Stream.concat(planned, StreamSupport.stream(new FreshInvocations(run), false));
    }

    /** A message about a golden file may show what stands there. */
    private static GoldenRun begin(ExtensionContext context) {
        LlmRun run = LlmRun.of(context);
        try {
            return run.begin(context);
        } catch (RuntimeException e) {
            Throwable safe = run.capture().redactor().redact(e);
            throw safe instanceof RuntimeException exception ? exception : e;
        }
    }
}
