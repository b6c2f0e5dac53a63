package dev.junitllm.jupiter;

import dev.junitllm.Configuration;
import dev.junitllm.report.Trend;
import dev.junitllm.run.BaselineOrigin;
import dev.junitllm.run.GitState;
import dev.junitllm.run.HistoryFile;
import dev.junitllm.run.HistorySettings;
import dev.junitllm.run.RunHistory;
import dev.junitllm.run.RunStore;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.TestId;
import dev.junitllm.run.TestModule;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The history of one golden-set method, to which whole runs are appended. */
final class MethodHistory {

    private static final int FEWEST = 2;
    private static final int MOST = 300;

    private final HistoryFile file;
    private final boolean restarts;
    private final int chart;

    private MethodHistory(HistoryFile file, boolean restarts, int chart) {
        this.file = file;
        this.restarts = restarts;
        this.chart = chart;
    }

    /** The history of a method, or {@code null} where none is kept. */
    static @Nullable MethodHistory of(
            TestId test, Method method, Class<?> testClass, TestModule module, Configuration configuration) {
        int chart = chart(test, method, testClass);
        boolean restarts = HistorySettings.restarts(configuration);
        Optional<Path> folder = HistorySettings.folder(configuration, module);
        return folder.map(where -> new MethodHistory(HistoryFile.of(where, module, test), restarts, chart))
                .orElse(null);
    }

    private static int chart(TestId test, Method method, Class<?> testClass) {
        for (AnnotatedElement place : MarkedAnnotations.places(method, testClass)) {
            Optional<Trend> trend = AnnotationSupport.findAnnotation(place, Trend.class);
            if (trend.isPresent()) {
                int last = trend.get().last();
                if (last < FEWEST || last > MOST) {
                    throw ConfigurationMessages.wrong(
                            test,
                            "@Trend",
                            new IllegalArgumentException(
                                    "last = %s: it must be from %s to %s".formatted(last, FEWEST, MOST)));
                }
                return last;
            }
        }
        return 0;
    }

    /** A whole run beside the earlier ones. */
    RunSummary beside(
            RunSummary run,
            String goldenSet,
            Configuration settings,
            Optional<GitState> git,
            RunStore store,
            UnaryOperator<String> safe) {
        BaselineOrigin origin = MethodBaseline.origin(settings, run, goldenSet, git, safe);
        return run.beside(RunHistory.ending(file, run, origin, store.folder(), restarts, chart));
    }

    /** A run that is not whole: it belongs to no history. */
    RunSummary without(RunSummary run, String why) {
        return run.beside(RunHistory.without(file, why));
    }
}
