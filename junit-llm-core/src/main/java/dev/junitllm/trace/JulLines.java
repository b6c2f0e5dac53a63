package dev.junitllm.trace;

import java.util.Arrays;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** The lines of {@code java.util.logging}, but for those that come again through SLF4J. */
final class JulLines extends Handler {

    private static final String BRIDGE = "org.slf4j.bridge.SLF4JBridgeHandler";

    private final LogLines lines;
    private volatile @Nullable Logger root;
    private final Formatter formatter = new SimpleFormatter();
    private volatile boolean isLogbackHeard;

    JulLines(LogLines lines) {
        this.lines = lines;
        setLevel(Level.ALL);
    }

    /** Listens, once however often it is called; who sets the loggers up anew takes all handlers away. */
    void listen(boolean isLogback) {
        isLogbackHeard = isLogback;
        for (Handler handler : root().getHandlers()) {
            if (handler == this) {
                return;
            }
        }
        root().addHandler(this);
    }

    void stopListening() {
        root().removeHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
        if (!(isLogbackHeard && isBridged())) {
            lines.line(
                    line.getLevel().getName(),
                    line.getLoggerName(),
                    () -> formatter.formatMessage(line),
                    line.getThrown());
        }
    }

    /** Not looked for before there is a trace: with it, the settings of {@code java.util.logging} are read. */
    private Logger root() {
        Logger found = root;
        if (found == null) {
            found = Logger.getLogger("");
            root = found;
        }
        return found;
    }

    private boolean isBridged() {
        return Arrays.stream(root().getHandlers())
                .anyMatch(handler -> handler.getClass().getName().equals(BRIDGE));
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        stopListening();
    }
}
