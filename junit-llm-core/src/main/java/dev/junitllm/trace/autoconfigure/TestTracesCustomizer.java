package dev.junitllm.trace.autoconfigure;

import dev.junitllm.trace.Traces;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

/**
 * Gives the spans of an application whose SDK is made by {@code opentelemetry-sdk-extension-autoconfigure} to the tests they
 * belong to. Found by that.
 */
public final class TestTracesCustomizer implements AutoConfigurationCustomizerProvider {

    /** Made by Java's service loader. */
    public TestTracesCustomizer() {}

    /**
     * Adds the processor that gives spans to tests.
     *
     * @param configuration what the SDK is made of
     */
    @Override
    public void customize(AutoConfigurationCustomizer configuration) {
        configuration.addTracerProviderCustomizer(
                (provider, properties) -> provider.addSpanProcessor(Traces.spanProcessor()));
    }
}
