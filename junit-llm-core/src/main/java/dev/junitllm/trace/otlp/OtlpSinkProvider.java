package dev.junitllm.trace.otlp;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import dev.junitllm.trace.TraceSink;
import dev.junitllm.trace.TraceSinkProvider;
import java.util.Optional;

/** Sends traces where the settings name a backend. */
public final class OtlpSinkProvider implements TraceSinkProvider {

    /** Made by Java's service loader. */
    public OtlpSinkProvider() {}

    @Override
    public Optional<TraceSink> create(Configuration configuration) {
        return OtlpSettings.target(configuration).map(OtlpSinkProvider::sender);
    }

    private static TraceSink sender(OtlpTarget target) {
        try {
            return new OtlpSender(target.shown(), SentContent.of(target.content()), OtlpExport.to(target));
        } catch (LinkageError e) {
            throw new ConfigurationException(
                    "traces are to be sent to %s, which needs io.opentelemetry:opentelemetry-exporter-otlp on the class path, in the version of your opentelemetry-sdk (%s)"
                            .formatted(target.shown(), e));
        }
    }
}
