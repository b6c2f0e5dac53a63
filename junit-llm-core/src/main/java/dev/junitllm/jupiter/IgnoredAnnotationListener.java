package dev.junitllm.jupiter;

import dev.junitllm.gate.GatedBy;
import dev.junitllm.score.ScoredBy;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Warns of scorers and gates on a test method that is no {@link GoldenSet}: nobody reads them there, so the test would be
 * green without having scored anything. A listener can't fail a build, so the warning is as loud as one can be.
 */
public final class IgnoredAnnotationListener implements TestExecutionListener {

    private final Consumer<String> warnings;

    /** Made by the launcher, through {@link java.util.ServiceLoader}. */
    public IgnoredAnnotationListener() {
        this(warning ->
                System.getLogger(IgnoredAnnotationListener.class.getName()).log(Level.ERROR, warning));
    }

    IgnoredAnnotationListener(Consumer<String> warnings) {
        this.warnings = warnings;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .map(TestIdentifier::getSource)
                .flatMap(Optional::stream)
                .filter(MethodSource.class::isInstance)
                .flatMap(source -> method((MethodSource) source).stream())
                .distinct()
                .forEach(this::check);
    }

    /** Another engine's source may name what can't be loaded here. */
    private static Optional<Method> method(MethodSource source) {
        try {
            return Optional.of(source.getJavaMethod());
        } catch (RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }

    private void check(Method method) {
        List<Annotation> ignored = new ArrayList<>(MarkedAnnotations.on(method, ScoredBy.class));
        ignored.addAll(MarkedAnnotations.on(method, GatedBy.class));
        if (!ignored.isEmpty() && !AnnotationSupport.isAnnotated(method, GoldenSet.class)) {
            String names = ignored.stream()
                    .map(annotation -> "@" + annotation.annotationType().getSimpleName())
                    .distinct()
                    .collect(Collectors.joining(", "));
            warnings.accept(
                    "junit-llm: %s.%s has %s but no @GoldenSet, so nothing there is scored: add @GoldenSet, or assert with assertThatLlm"
                            .formatted(method.getDeclaringClass().getName(), method.getName(), names));
        }
    }
}
