package dev.junitllm.trace;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import dev.junitllm.Configuration;
import dev.junitllm.SpanEvent;
import dev.junitllm.TraceNames;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

class LogbackLinesTest {

    private static final org.slf4j.Logger LOGGER = LoggerFactory.getLogger("app.orders");

    private static final java.util.logging.Logger JAVA = java.util.logging.Logger.getLogger("app.java");

    static {
        JAVA.setLevel(java.util.logging.Level.FINE); // the console shows no lines of this level
    }

    private final LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();

    /** Of the run that these tests are in, where another test has begun one. */
    private final List<Appender<ILoggingEvent>> others = appenders();

    private final RunTraces run = run();

    private static RunTraces run() {
        return new RunTraces(
                Configuration.of(key -> Optional.empty(), Map.of()), Capture.with(Redactor.forEnvironment(Map.of())));
    }

    @AfterEach
    void close() {
        run.close();
        SLF4JBridgeHandler.uninstall();
        logback.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN); // as it was before a reset
        logback.start();
    }

    @Test
    void areKeptWithTheStepTheyAreWrittenIn() {
        OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
        LOGGER.warn("in no test");
        try (Scope scope = trace.context().makeCurrent();
                var tool = LlmSpan.tool("look")) {
            LOGGER.error(
                    "order {} of {}",
                    7,
                    "jane@example.org",
                    new IllegalStateException("gone", new IOException("down")));
            LOGGER.info("not asked for");
        }

        assertThat(lines(trace).get(0).attributes())
                .containsExactly(
                        Map.entry("level", "ERROR"),
                        Map.entry("logger", "app.orders"),
                        Map.entry(
                                "message",
                                "order 7 of [REDACTED:email] java.lang.IllegalStateException: gone,"
                                        + " caused by java.io.IOException: down"));
    }

    @Test
    void areKeptOnceWhereThoseOfJavaComeThroughLogback() {
        SLF4JBridgeHandler.install();
        logback.getLogger("app.java").setLevel(Level.DEBUG);

        assertThat(messages(() -> JAVA.fine("of Java's"))).containsExactly("of Java's");
    }

    @Test
    void areThoseThatLogbackIsSetToWhereItHasJavasToo() {
        SLF4JBridgeHandler.install();
        logback.getLogger("app.java").setLevel(Level.INFO);

        assertThat(messages(() -> JAVA.fine("not asked for"))).isEmpty();
    }

    @Test
    void areKeptOnceWhereThoseOfJavaDoNot() {
        assertThat(messages(() -> JAVA.fine("of Java's"))).containsExactly("of Java's");
    }

    @Test
    void areKeptOnceHoweverManyRunsAndTracesThereAre() {
        try (RunTraces other = run()) {
            other.begin("of another run", Map.of());
            run.begin("another", Map.of());

            assertThat(messages(() -> LOGGER.warn("once"))).containsExactly("once");
        }
    }

    @Test
    void belongToTheContextOfTheirThreadAndAreNotGuessedIntoATestWithoutOne() throws InterruptedException {
        OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
        Thread wrapped;
        try (Scope scope = trace.context().makeCurrent()) {
            wrapped = new Thread(Context.current().wrap(() -> LOGGER.warn("wrapped")));
        }
        Thread plain = new Thread(() -> LOGGER.warn("plain"));
        for (Thread thread : List.of(wrapped, plain)) {
            thread.start();
            thread.join();
        }

        assertThat(lines(trace))
                .extracting(line -> line.attributes().get("message"))
                .containsExactly("wrapped");
    }

    @Test
    void thatComeAfterTheTestAreLetGo() {
        OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
        Traces.tracer().spanBuilder("never ends").setParent(trace.context()).startSpan();
        assertThat(lines(trace)).isEmpty();

        try (Scope scope = trace.context().makeCurrent()) {
            LOGGER.warn("late");
        }

        assertThat(trace.soFar().spans())
                .allSatisfy(span -> assertThat(span.events())
                        .noneMatch(event -> event.name().equals(TraceNames.LOG)));
    }

    @Test
    void areKeptAfterAReset() {
        assertThat(messages(() -> {
                    LOGGER.warn("before");
                    logback.reset();
                    LOGGER.warn("after");
                    logback.reset();
                    LOGGER.warn("after another");
                }))
                .containsExactly("before", "after", "after another");
    }

    /** As Spring Boot does, in this order. */
    @Test
    void areKeptAfterAStopAndAReset() {
        assertThat(messages(() -> {
                    logback.stop();
                    logback.reset();
                    LOGGER.warn("after");
                    logback.stop();
                    logback.reset();
                    logback.start();
                    LOGGER.warn("after another");
                }))
                .containsExactly("after", "after another");
    }

    @Test
    void areNotListenedToAfterTheRun() {
        OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
        assertThat(ours()).hasSize(1);
        logback.stop();
        logback.reset();
        trace.end(false);

        run.close();
        logback.reset();

        assertThat(ours()).isEmpty();
        assertThat(logback.getCopyOfListenerList())
                .filteredOn(listener -> listener instanceof LogbackLines)
                .hasSameSizeAs(others);
        run.begin("too late", Map.of()).orElseThrow().end(false);
        assertThat(ours()).isEmpty();
    }

    private List<Appender<ILoggingEvent>> ours() {
        List<Appender<ILoggingEvent>> ours = appenders();
        ours.removeAll(others);
        return ours;
    }

    private List<Appender<ILoggingEvent>> appenders() {
        List<Appender<ILoggingEvent>> ours = new ArrayList<>();
        logback.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().forEachRemaining(appender -> {
            if (appender instanceof LogbackLines) {
                ours.add(appender);
            }
        });
        return ours;
    }

    private List<String> messages(Runnable body) {
        OpenTrace trace = run.begin("case", Map.of()).orElseThrow();
        try (Scope scope = trace.context().makeCurrent()) {
            body.run();
        }
        return lines(trace).stream()
                .map(line -> String.valueOf(line.attributes().get("message")))
                .toList();
    }

    private List<SpanEvent> lines(OpenTrace trace) {
        return run.safe(trace.end(false)).spans().stream()
                .flatMap(span -> span.events().stream())
                .filter(event -> event.name().equals(TraceNames.LOG))
                .toList();
    }
}
