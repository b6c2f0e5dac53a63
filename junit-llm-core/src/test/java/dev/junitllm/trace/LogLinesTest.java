package dev.junitllm.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Configuration;
import dev.junitllm.SpanEvent;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogLinesTest {

    private static final Logger LOGGER = Logger.getLogger("app.orders");

    static {
        LOGGER.setLevel(Level.FINE); // the console shows no lines of this level
    }

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
        LOGGER.fine("before any test");
        try (Scope scope = trace.context().makeCurrent()) {
            LOGGER.log(Level.FINE, "order {0} of jane@example.org", 7);
            try (var tool = LlmSpan.tool("look")) {
                LOGGER.log(Level.FINE, "no such order", new IllegalStateException("gone"));
                LOGGER.finer("not asked for");
            }
        }
        LOGGER.fine("after it");
        Trace kept = run.safe(trace.end(false));

        assertThat(lines(kept.root().orElseThrow()))
                .extracting(SpanEvent::attributes)
                .containsExactly(
                        Map.of("level", "FINE", "logger", "app.orders", "message", "order 7 of [REDACTED:email]"));
        assertThat(lines(kept.spans().get(1)))
                .extracting(line -> line.attributes().get("message"))
                .containsExactly("no such order java.lang.IllegalStateException: gone");
    }

    @Test
    void standAmongTheEventsOfTheirStepByTime() {
        OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
        try (Scope scope = trace.context().makeCurrent()) {
            Span.current().addEvent("later", Instant.parse("2200-01-01T00:00:00Z"));
            LOGGER.fine("now");
        }
        Trace kept = run.safe(trace.end(false));

        assertThat(kept.root().orElseThrow().events())
                .extracting(SpanEvent::name)
                .containsExactly(TraceNames.LOG, "later");
    }

    @Test
    void areBounded() {
        OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
        try (Scope scope = trace.context().makeCurrent()) {
            for (int i = 0; i < 107; i++) {
                LOGGER.fine("x".repeat(2_001));
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
                LOGGER.fine("once");
            }
            assertThat(lines(trace.end(false).root().orElseThrow())).hasSize(1);
        }
    }

    /** Spring Boot sends these lines to Logback only where it finds nobody else's handler when it starts. */
    @Test
    void areListenedToOnlyWhileATestRuns() {
        assertThat(handlers()).isEmpty();
        OpenTrace first = run.begin("first", Map.of()).orElseThrow();
        OpenTrace second = run.begin("second", Map.of()).orElseThrow();
        first.end(false);
        assertThat(handlers()).hasSize(1);
        second.end(false);
        assertThat(handlers()).isEmpty();
    }

    @Test
    void areNotListenedToAfterTheRun() {
        run.begin("never ended", Map.of());

        run.close();

        assertThat(handlers()).isEmpty();
    }

    @Test
    void areListenedToAgainWhereTheLoggersHaveBeenSetUpAnew() {
        OpenTrace other = run.begin("another case", Map.of()).orElseThrow();
        handlers().forEach(Logger.getLogger("")::removeHandler);
        OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
        try (Scope scope = trace.context().makeCurrent()) {
            LOGGER.fine("heard");
        }

        assertThat(lines(trace.end(false).root().orElseThrow())).hasSize(1);
        other.end(false);
    }

    private static List<Handler> handlers() {
        return Arrays.stream(Logger.getLogger("").getHandlers())
                .filter(handler -> handler instanceof JulLines)
                .toList();
    }

    @Test
    void holdNoHalfOfASecretWhereTheyAreCut() {
        String key = "correct horse battery staple";
        Capture capture = Capture.with(Redactor.forEnvironment(Map.of("SERVICE_TOKEN", key)));
        OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
        try (Scope scope = trace.context().makeCurrent()) {
            LOGGER.fine("x".repeat(1_990) + key + "y".repeat(100));
        }

        Trace kept = capture.keep(trace.end(false));

        assertThat(message(kept.root().orElseThrow())).hasSize(2_001).endsWith("x[REDACTED:\u2026");
    }

    @Test
    void holdNoSecretsOfLoggersExceptionsAndTheirCauses() {
        OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
        IllegalStateException thrown = new IllegalStateException(
                "of bob@example.org",
                new IOException("from ann@example.org", new RuntimeException("by tim@example.org")));
        thrown.addSuppressed(new IOException("and sue@example.org"));
        try (Scope scope = trace.context().makeCurrent()) {
            Logger ofJoe = Logger.getLogger("app.orders.joe@example.org");
            ofJoe.log(Level.FINE, "mail of jim@example.org", thrown);
        }

        Trace kept = run.safe(trace.end(false));

        assertThat(lines(kept.root().orElseThrow()))
                .extracting(line -> line.attributes().values().toString())
                .containsExactly("[FINE, [REDACTED:email], mail of [REDACTED:email]"
                        + " java.lang.IllegalStateException: of [REDACTED:email],"
                        + " caused by java.io.IOException: from [REDACTED:email],"
                        + " caused by java.lang.RuntimeException: by [REDACTED:email]]");
        assertThat(kept.root().orElseThrow().attributes()).containsEntry(TraceNames.REDACTED + "email", 5L);
    }

    @Test
    void neverFailTheApplication() {
        OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
        try (Scope scope = trace.context().makeCurrent()) {
            LOGGER.log(Level.FINE, "it broke", new Unspeakable());
        }

        assertThat(message(trace.end(false).root().orElseThrow())).isEqualTo("it broke " + Unspeakable.class.getName());
    }

    private static final class Unspeakable extends RuntimeException {

        @Override
        public String getMessage() {
            throw new IllegalStateException("not now");
        }

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("nor why");
        }
    }

    @Test
    void areAMillionCharactersAtMost() {
        OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
        try (Scope scope = trace.context().makeCurrent()) {
            LOGGER.fine("x".repeat(600_000));
            LOGGER.fine("y".repeat(600_000));
        }
        TraceSpan kept = trace.end(false).root().orElseThrow();

        assertThat(lines(kept)).hasSize(1);
        assertThat(kept.attributes()).containsEntry(TraceNames.LOG_DROPPED, 1L);
    }

    @Test
    void areKeptAfterOneThatIsTooLong() {
        OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
        try (Scope scope = trace.context().makeCurrent()) {
            LOGGER.fine("x".repeat(1_000_001));
            LOGGER.fine("short");
        }
        TraceSpan kept = trace.end(false).root().orElseThrow();

        assertThat(message(kept)).isEqualTo("short");
        assertThat(kept.attributes()).containsEntry(TraceNames.LOG_DROPPED, 1L);
    }

    /** It sends its spans wherever it likes; nobody asked it to send its log. */
    @Test
    void areNotWrittenIntoSpansOfTheApplication() {
        OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
        try (SdkTracerProvider application = SdkTracerProvider.builder()
                        .addSpanProcessor(Traces.spanProcessor())
                        .build();
                Scope scope = trace.context().makeCurrent()) {
            Span span = application.get("app").spanBuilder("order").startSpan();
            try (Scope inner = span.makeCurrent()) {
                LOGGER.fine("for the trace alone");
            }
            span.end();
            assertThat(((ReadableSpan) span).toSpanData().getEvents()).isEmpty();
        }
        Trace kept = run.safe(trace.end(false));

        assertThat(kept.spans().get(1).name()).isEqualTo("order");
        assertThat(message(kept.spans().get(1))).isEqualTo("for the trace alone");
        assertThat(lines(kept.root().orElseThrow())).isEmpty();
    }

    @Test
    void ofAStepThatIsNotKeptBelongToTheInvocation() {
        OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
        try (Scope scope = trace.context().makeCurrent();
                SdkTracerProvider unseen = SdkTracerProvider.builder().build()) {
            Span span = unseen.get("app").spanBuilder("order").startSpan();
            try (Scope inner = span.makeCurrent()) {
                LOGGER.fine("somewhere below");
            }
            span.end();
        }

        assertThat(message(trace.end(false).root().orElseThrow())).isEqualTo("somewhere below");
    }

    @Test
    void areWithheldWhereTheSettingsSaySo() {
        OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
        try (Scope scope = trace.context().makeCurrent()) {
            LOGGER.fine("an order");
        }
        Trace kept =
                CaptureTest.capture(Map.of("junit.llm.capture.log", "none")).keep(trace.end(false));

        assertThat(lines(kept.root().orElseThrow()).get(0).attributes())
                .containsEntry("message", "[NOT KEPT: 8 characters]")
                .containsEntry("logger", "app.orders");
    }

    private static String message(TraceSpan span) {
        assertThat(lines(span)).hasSize(1);
        return String.valueOf(lines(span).get(0).attributes().get("message"));
    }

    private static List<SpanEvent> lines(TraceSpan span) {
        return span.events().stream()
                .filter(event -> event.name().equals(TraceNames.LOG))
                .toList();
    }
}
