package dev.junitllm.trace;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The lines of Logback, where SLF4J's are its. Who sets Logback up anew, as Spring Boot does for each application, resets it,
 * which takes all appenders away, or stops it before, which takes those away who are told of a reset. An appender is stopped
 * in either case: that is when this one sees to it that it is told, and then it is back before the first line.
 */
final class LogbackLines extends UnsynchronizedAppenderBase<ILoggingEvent>
        implements LoggerContextListener, LineSource {

    private final LogLines lines;
    private volatile @Nullable LoggerContext heard;

    LogbackLines(LogLines lines) {
        this.lines = lines;
        setName("junit-llm");
    }

    @Override
    public boolean listen() {
        if (heard == null && LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            heard = logback;
            setContext(logback);
            start();
        }
        LoggerContext logback = heard;
        if (logback != null && !root(logback).isAttached(this)) {
            beToldOfResets(logback);
            root(logback).addAppender(this);
        }
        return logback != null;
    }

    @Override
    public void stopListening() {
        LoggerContext logback = heard;
        heard = null;
        if (logback != null) {
            logback.removeListener(this);
            root(logback).detachAppender(this);
            stop();
        }
    }

    private void beToldOfResets(LoggerContext logback) {
        if (!logback.getCopyOfListenerList().contains(this)) {
            logback.addListener(this);
        }
    }

    private static Logger root(LoggerContext logback) {
        return logback.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    @Override
    protected void append(ILoggingEvent line) {
        lines.line(
                line.getLevel().toString(),
                line.getLoggerName(),
                line::getFormattedMessage,
                line.getThrowableProxy() instanceof ThrowableProxy proxy ? proxy.getThrowable() : null);
    }

    /** By somebody else: goes on. */
    @Override
    public void stop() {
        LoggerContext logback = heard;
        if (logback == null) {
            super.stop();
        } else {
            beToldOfResets(logback);
        }
    }

    @Override
    public boolean isResetResistant() {
        return true;
    }

    @Override
    public void onReset(LoggerContext logback) {
        if (heard != null) {
            root(logback).addAppender(this);
        }
    }

    @Override
    public void onStart(LoggerContext logback) {
        // it is back since the reset
    }

    @Override
    public void onStop(LoggerContext logback) {
        // a reset has come before
    }

    @Override
    public void onLevelChange(Logger logger, Level level) {
        // which lines there are is for the application to say
    }
}
