package dev.junitllm.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Configuration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTracesTest {

    @Test
    void namesSpansOutsideOfAnyTestWithoutHalfOfASecret() {
        String token = "correct horse battery staple";
        Capture capture = Capture.with(Redactor.forEnvironment(Map.of("SERVICE_TOKEN", token)));
        try (RunTraces run = new RunTraces(Configuration.of(key -> Optional.empty(), Map.of()), capture)) {
            Traces.tracer()
                    .spanBuilder("x".repeat(60) + token + "y".repeat(60))
                    .startSpan()
                    .end();

            assertThat(run.totals().outside())
                    .containsOnlyKeys("x".repeat(60) + "[REDACTED:environmen\u2026 (142 characters)");
        }
    }
}
