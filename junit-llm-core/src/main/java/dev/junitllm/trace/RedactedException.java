package dev.junitllm.trace;

import org.jspecify.annotations.Nullable;

/**
 * Stands for an exception whose message, or a cause's, held a secret: the same text without it, and the same stack trace.
 */
public final class RedactedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Stands for an exception.
     *
     * @param text the exception's class and message, without secrets
     * @param cause what stands for its cause, or {@code null}
     * @param stackTrace its stack trace
     */
    RedactedException(String text, @Nullable Throwable cause, StackTraceElement[] stackTrace) {
        super(text, cause);
        setStackTrace(stackTrace);
    }
}
