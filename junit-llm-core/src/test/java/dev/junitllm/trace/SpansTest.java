package dev.junitllm.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.TraceSpan;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpansTest {

    private final Spans spans = new Spans();

    /** An application may have an SDK of its own beside ours. */
    @Test
    void sayOfEachWhichProcessMadeIt() {
        try (SdkTracerProvider ours = of("ours");
                SdkTracerProvider theirs = of("theirs")) {
            for (int again = 0; again < 2; again++) {
                assertThat(read(ours).resource()).isEqualTo(Map.of("service.name", "ours"));
                assertThat(read(theirs).resource()).isEqualTo(Map.of("service.name", "theirs"));
            }
        }
    }

    @Test
    void readWhatAProcessSaysOnce() {
        try (SdkTracerProvider ours = of("ours")) {
            assertThat(read(ours).resource()).isSameAs(read(ours).resource());
        }
    }

    private TraceSpan read(SdkTracerProvider provider) {
        return spans.of((ReadableSpan) provider.get("test").spanBuilder("step").startSpan());
    }

    private static SdkTracerProvider of(String service) {
        return SdkTracerProvider.builder()
                .addSpanProcessor(Traces.spanProcessor()) // without any, spans are none
                .setResource(Resource.create(
                        Attributes.builder().put("service.name", service).build()))
                .build();
    }
}
