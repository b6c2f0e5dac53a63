package dev.junitllm.jupiter;

import java.util.function.Predicate;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.support.hierarchical.ParallelExecutionConfiguration;
import org.junit.platform.engine.support.hierarchical.ParallelExecutionConfigurationStrategy;

/**
 * Sizes JUnit's pool for tests that wait for a model, not for tests that compute: as many threads as
 * {@code junit.llm.concurrency} says, and never more, not even where a test blocks in a future.
 *
 * <pre>
 * junit.jupiter.execution.parallel.enabled = true
 * junit.jupiter.execution.parallel.config.strategy = custom
 * junit.jupiter.execution.parallel.config.custom.class = dev.junitllm.jupiter.LlmParallelism
 * </pre>
 *
 * <p>JUnit shows a strategy only its own parameters, so the number is read from the environment, a system property or
 * {@code junit-platform.properties}.
 *
 * <p>Mark the golden-set methods or classes that may run side by side {@code @Execution(CONCURRENT)}. Limits towards a
 * provider are not this pool's: it is shared by all tests of the JVM.
 */
public final class LlmParallelism implements ParallelExecutionConfigurationStrategy {

    private static final int KEEP_ALIVE_SECONDS = 30;

    /** Made by JUnit, by its name. */
    public LlmParallelism() {}

    @Override
    public ParallelExecutionConfiguration createConfiguration(ConfigurationParameters parameters) {
        return new Threads(ConfigurationReading.withoutContext().concurrency());
    }

    private record Threads(int count) implements ParallelExecutionConfiguration {

        @Override
        public int getParallelism() {
            return count;
        }

        @Override
        public int getMinimumRunnable() {
            return 0;
        }

        @Override
        public int getMaxPoolSize() {
            return count;
        }

        @Override
        public int getCorePoolSize() {
            return count;
        }

        @Override
        public int getKeepAliveSeconds() {
            return KEEP_ALIVE_SECONDS;
        }

        @Override
        public Predicate<? super java.util.concurrent.ForkJoinPool> getSaturatePredicate() {
            return pool -> true; // at the limit a blocked thread is not replaced, rather than the test refused
        }
    }
}
