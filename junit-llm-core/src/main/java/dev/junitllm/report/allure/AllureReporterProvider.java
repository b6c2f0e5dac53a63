package dev.junitllm.report.allure;

import dev.junitllm.Configuration;
import dev.junitllm.report.RunReporter;
import dev.junitllm.report.RunReporterProvider;
import java.util.Optional;

/** Reports to Allure where it is on the class path. Names no type of Allure's, so that it loads where there is none. */
public final class AllureReporterProvider implements RunReporterProvider {

    private static final String ALLURE = "io.qameta.allure.AllureLifecycle";

    /** Made by {@link java.util.ServiceLoader}. */
    public AllureReporterProvider() {}

    @Override
    public Optional<RunReporter> create(Configuration configuration) {
        if (!isPresent()) {
            return Optional.empty();
        }
        boolean softMissesSkipped = configuration.allureShowsSoftMissesSkipped();
        return Optional.of(new QuietReporter(() -> AllureReporter.toConfiguredFolder(softMissesSkipped)));
    }

    private static boolean isPresent() {
        try {
            Class.forName(ALLURE, false, AllureReporterProvider.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
