package dev.junitllm.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Configuration;
import dev.junitllm.SpanEvent;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import io.opentelemetry.context.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogLinesTest {

    private static final Logger LOGGER = Logger.getLogger("app.orders");

    private final RunTraces run = run();

    private static RunTraces run() {
        return new RunTraces(
                Configuration.of(key -> Optional.empty(), Map.of()), Capture.with(Redactor.forEnvironment(Map.of())));
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void areKeptWithTheStepTheyAreWrittenIn() {
        OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
        LOGGER.warning("before any test");
        try (Scope scope = trace.context().makeCurrent()) {
            LOGGER.log(Level.WARNING, "order {0} of jane@example.org", 7);
            try (var tool = LlmSpan.tool("look")) {
                LOGGER.log(Level.SEVERE, "no such order", new IllegalStateException("gone"));
                LOGGER.fine("not asked for");
            }
        }
        LOGGER.warning("after it");
        Trace kept = run.safe(trace.end(false));

        assertThat(lines(kept.root().orElseThrow()))
                .extracting(SpanEvent::attributes)
                .containsExactly(
                        Map.of("level", "WARNING", "logger", "app.orders", "message", "order 7 of [REDACTED:email]"));
        assertThat(lines(kept.spans().get(1)))
                .extracting(line -> line.attributes().get("message"))
                .containsExactly("no such order java.lang.IllegalStateException: gone");
    }

    @Test
    void areBounded() {
        Logger quiet = Logger.getLogger("app.quiet"); // the console shows no lines of this level
        quiet.setLevel(Level.FINE);
        OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
        try (Scope scope = trace.context().makeCurrent()) {
            for (int i = 0; i < 107; i++) {
                quiet.fine("x".repeat(2_001));
            }
        }
        Trace kept = run.safe(trace.end(false));

        List<SpanEvent> lines = lines(kept.root().orElseThrow());
        assertThat(lines).hasSize(100);
        assertThat(String.valueOf(lines.get(0).attributes().get("message")))
                .hasSize(2_001)
                .endsWith("x\u2026");
        assertThat(kept.root().orElseThrow().attributes()).containsEntry(TraceNames.LOG_DROPPED, 7L);
    }

    @Test
    void areKeptOnceHoweverManyRunsThereAre() {
        try (RunTraces other = run()) {
            OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
            try (Scope scope = trace.context().makeCurrent()) {
                LOGGER.warning("once");
            }
            assertThat(lines(trace.end(false).root().orElseThrow())).hasSize(1);
        }
    }

    @Test
    void areNotListenedToAfterTheRun() {
        run.close();

        assertThat(Arrays.stream(Logger.getLogger("").getHandlers())).noneMatch(handler -> handler instanceof LogLines);
    }

    @Test
    void areWithheldWhereTheSettingsSaySo() {
        OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
        try (Scope scope = trace.context().makeCurrent()) {
            LOGGER.warning("an order");
        }
        Trace kept =
                CaptureTest.capture(Map.of("junit.llm.capture.log", "none")).keep(trace.end(false));

        assertThat(lines(kept.root().orElseThrow()).get(0).attributes())
                .containsEntry("message", "[NOT KEPT: 8 characters]")
                .containsEntry("logger", "app.orders");
    }

    private static List<SpanEvent> lines(TraceSpan span) {
        return span.events().stream()
                .filter(event -> event.name().equals(TraceNames.LOG))
                .toList();
    }
}
