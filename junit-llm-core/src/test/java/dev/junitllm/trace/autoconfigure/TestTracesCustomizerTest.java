package dev.junitllm.trace.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Configuration;
import dev.junitllm.TraceSpan;
import dev.junitllm.trace.Capture;
import dev.junitllm.trace.OpenTrace;
import dev.junitllm.trace.Redactor;
import dev.junitllm.trace.RunTraces;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestTracesCustomizerTest {

    @Test
    @SuppressWarnings("try")
    void givesSpansOfAnAutoconfiguredSdkToTheTestTheyBelongTo() {
        OpenTelemetrySdk sdk = AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> Map.of(
                        "otel.traces.exporter", "none",
                        "otel.metrics.exporter", "none",
                        "otel.logs.exporter", "none",
                        "otel.traces.sampler", "parentbased_traceidratio",
                        "otel.traces.sampler.arg", "0"))
                .build()
                .getOpenTelemetrySdk();
        try (sdk;
                RunTraces run = new RunTraces(
                        Configuration.of(name -> Optional.empty(), Map.of()),
                        Capture.with(Redactor.forEnvironment(Map.of())))) {
            OpenTrace trace = run.begin("test", Map.of()).orElseThrow();
            span(sdk, "before");
            try (Scope scope = trace.context().makeCurrent()) {
                span(sdk, "lookup");
            }

            assertThat(trace.soFar().spans()).extracting(TraceSpan::name).containsExactly("test", "lookup");
        }
    }

    private static void span(OpenTelemetry telemetry, String name) {
        telemetry.getTracer("application").spanBuilder(name).startSpan().end();
    }
}
