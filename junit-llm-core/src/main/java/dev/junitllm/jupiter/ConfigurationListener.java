package dev.junitllm.jupiter;

import dev.junitllm.ConfigurationCheck;
import java.lang.System.Logger.Level;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Warns of settings that nobody understands where JUnit shows them to listeners only, such as Surefire's
 * {@code configurationParameters}. A listener can't fail a build, so the warning is as loud as one can be.
 */
public final class ConfigurationListener implements TestExecutionListener {

    /** Made by the launcher, through {@link java.util.ServiceLoader}. */
    public ConfigurationListener() {}

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        ConfigurationCheck check = ConfigurationCheck.forKnownKeys();
        check.parameters(
                "JUnit's configuration parameters",
                plan.getConfigurationParameters().keySet());
        check.problems()
                .forEach(problem -> System.getLogger(ConfigurationListener.class.getName())
                        .log(Level.ERROR, "junit-llm: {0}", problem));
    }
}
