package dev.junitllm.trace;

import dev.junitllm.TraceNames;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Keeps what is written to {@code java.util.logging} while a test runs with the step it was written in. Which lines there are
 * is for the application's own settings to say; a line that was written in no test of this run is left alone.
 */
final class LogLines extends Handler {

    private static final int LONGEST = 2_000;

    private static final AttributeKey<String> LEVEL = AttributeKey.stringKey("level");
    private static final AttributeKey<String> LOGGER = AttributeKey.stringKey("logger");
    private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("message");

    private final RunTraces run;
    private final SpanRouter router;
    private final Formatter formatter = new SimpleFormatter();

    /** What is written to the log while a line is being kept must not be kept too, and so on. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Boolean> busy = ThreadLocal.withInitial(() -> false);

    private LogLines(RunTraces run, SpanRouter router) {
        this.run = run;
        this.router = router;
        setLevel(Level.ALL);
    }

    /** Listens until it is closed. */
    static LogLines begin(RunTraces run, SpanRouter router) {
        LogLines lines = new LogLines(run, router);
        root().addHandler(lines);
        return lines;
    }

    private static Logger root() {
        return Logger.getLogger("");
    }

    @Override
    public void publish(LogRecord line) {
        Span step = Span.current();
        boolean isKept = step.getSpanContext().isValid()
                && !busy.get()
                && router.find(step.getSpanContext().getTraceId())
                        .filter(trace -> trace.takesLine(run))
                        .isPresent();
        if (isKept) {
            busy.set(true);
            try {
                keep(line, step);
            } finally {
                busy.remove();
            }
        }
    }

    private void keep(LogRecord line, Span step) {
        String said = formatter.formatMessage(line);
        String text = line.getThrown() == null ? said : said + " " + line.getThrown();
        step.addEvent(
                TraceNames.LOG,
                Attributes.of(
                        LEVEL,
                        line.getLevel().getName(),
                        LOGGER,
                        String.valueOf(line.getLoggerName()),
                        MESSAGE,
                        text.length() > LONGEST ? text.substring(0, LONGEST) + "\u2026" : text),
                line.getInstant());
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        root().removeHandler(this);
    }
}
