package dev.junitllm.trace;

import dev.junitllm.Configuration;
import java.util.Optional;

/** Makes a {@link TraceSink} where the settings ask for one. Found by {@link java.util.ServiceLoader}. */
public interface TraceSinkProvider {

    /**
     * Makes the sink, once per run.
     *
     * @param configuration the settings of the run
     * @return the sink, or empty where traces don't go there
     * @throws dev.junitllm.ConfigurationException where the settings ask for what can't be done
     */
    Optional<TraceSink> create(Configuration configuration);
}
