package dev.junitllm.report;

import dev.junitllm.Configuration;
import java.util.Optional;

/** Makes a {@link RunReporter} where what it reports to is on the class path. Found by {@link java.util.ServiceLoader}. */
public interface RunReporterProvider {

    /**
     * Makes the reporter, once per run.
     *
     * @param configuration the settings of the run
     * @return the reporter, or empty where there is nothing to report to
     */
    Optional<RunReporter> create(Configuration configuration);
}
