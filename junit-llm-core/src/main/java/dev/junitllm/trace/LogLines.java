package dev.junitllm.trace;

import dev.junitllm.SpanEvent;
import dev.junitllm.TraceNames;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is written to the log while a test runs with the step it was written in. Which lines there are is for the
 * application's own settings to say; a line that was written in no test of this run is left alone. Thread-safe.
 */
final class LogLines implements AutoCloseable {

    private static final String LOGBACK = "ch.qos.logback.classic.LoggerContext";
    private static final int MOST_CAUSES = 5;

    private final RunTraces run;
    private final SpanRouter router;
    private final JulLines jul;
    private final LineSource logback;
    private int open;
    private boolean closed;

    /** What is written to the log while a line is being kept must not be kept too, and so on. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Boolean> busy = ThreadLocal.withInitial(() -> false);

    LogLines(RunTraces run, SpanRouter router) {
        this.run = run;
        this.router = router;
        this.jul = new JulLines(this);
        this.logback = logback();
    }

    private LineSource logback() {
        try {
            Class.forName(LOGBACK, false, LogLines.class.getClassLoader());
            return new LogbackLines(this);
        } catch (ClassNotFoundException | LinkageError e) {
            return LineSource.NONE; // it is for the user to bring, and may be a version of long ago
        }
    }

    /**
     * A trace begins. Only now, and not with the run, is somebody asked for lines: an application's loggers are set up when
     * it starts, mostly before, and Spring Boot sends those of {@code java.util.logging} to Logback only where it finds no
     * handler of another's.
     */
    synchronized void traceBegins() {
        if (closed) {
            return;
        }
        open++;
        boolean isLogback = logback.listen();
        jul.listen(isLogback);
    }

    /** A trace has ended; after the last one nobody of {@code java.util.logging} is listened to. */
    synchronized void traceEnded() {
        open = Math.max(0, open - 1);
        if (open == 0) {
            jul.stopListening();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        jul.stopListening();
        logback.stopListening();
    }

    /** One line, on the thread that wrote it. */
    void line(String level, @Nullable String logger, Supplier<String> message, @Nullable Throwable thrown) {
        SpanContext step = Span.current().getSpanContext();
        OpenTrace trace = step.isValid() ? router.find(step.getTraceId()).orElse(null) : null;
        if (trace == null || busy.get()) {
            return;
        }
        busy.set(true);
        try {
            if (trace.takesLine(run)) {
                trace.line(
                        step.getSpanId(),
                        line(
                                level,
                                String.valueOf(logger),
                                thrown == null ? message.get() : message.get() + " " + said(thrown)));
            }
        } finally {
            busy.remove();
        }
    }

    private static SpanEvent line(String level, String logger, String message) {
        Instant now = Instant.now();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("level", level);
        said.put("logger", logger);
        said.put("message", message);
        return new SpanEvent(TraceNames.LOG, TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano(), said);
    }

    /** What an exception and its causes say of themselves. */
    private static String said(Throwable thrown) {
        StringBuilder said = new StringBuilder();
        Throwable next = thrown;
        for (int i = 0; next != null && i <= MOST_CAUSES; i++) {
            said.append(i == 0 ? "" : ", caused by ").append(ofOne(next));
            next = causeOf(next);
        }
        return said.toString();
    }

    private static String ofOne(Throwable thrown) {
        try {
            return String.valueOf(thrown);
        } catch (RuntimeException e) {
            return thrown.getClass().getName(); // the application's exception must not fail the application's logging
        }
    }

    private static @Nullable Throwable causeOf(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (RuntimeException e) {
            return null; // as above
        }
    }
}
