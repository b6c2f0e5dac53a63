package dev.junitllm.trace;

import dev.junitllm.Configuration;
import java.util.Optional;

/**
 * OpenTelemetry's global is ours before any test class is initialised ({@code junit.llm.trace.global = early}), for code that
 * asks for it in static initialisers.
 */
public final class EarlyTracing implements AutoCloseable {

    private EarlyTracing() {
        Traces.process().global().acquire();
    }

    /**
     * Registers our SDK where the settings ask for that so early.
     *
     * @param configuration the settings of the run
     * @return to be closed after the last test, or empty where nothing is registered
     */
    public static Optional<EarlyTracing> begin(Configuration configuration) {
        TraceSettings settings = TraceSettings.of(configuration);
        return settings.on() && settings.global() == TraceSettings.Global.EARLY
                ? Optional.of(new EarlyTracing())
                : Optional.empty();
    }

    @Override
    public void close() {
        Traces.process().global().release();
    }
}
