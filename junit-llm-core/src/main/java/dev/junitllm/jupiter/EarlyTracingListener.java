package dev.junitllm.jupiter;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import dev.junitllm.trace.EarlyTracing;
import java.util.Optional;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Registers OpenTelemetry's global before JUnit initialises any test class, where the settings ask for that. */
public final class EarlyTracingListener implements TestExecutionListener {

    private Optional<EarlyTracing> tracing = Optional.empty();

    /** Made by the launcher, through {@link java.util.ServiceLoader}. */
    public EarlyTracingListener() {}

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        try {
            tracing = EarlyTracing.begin(Configuration.of(plan.getConfigurationParameters()::get, System.getenv()));
        } catch (ConfigurationException e) {
            tracing = Optional.empty(); // the first golden set says so, and fails
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        tracing.ifPresent(EarlyTracing::close);
        tracing = Optional.empty();
    }
}
