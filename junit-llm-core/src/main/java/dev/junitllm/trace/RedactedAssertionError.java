package dev.junitllm.trace;

import org.jspecify.annotations.Nullable;

/** Stands for a failed assertion whose message held a secret: a failure still, and not an error. */
public final class RedactedAssertionError extends AssertionError {

    private static final long serialVersionUID = 1L;

    /**
     * Stands for a failed assertion.
     *
     * @param text the assertion's message, without secrets
     * @param cause what stands for its cause, or {@code null}
     * @param stackTrace its stack trace
     */
    RedactedAssertionError(String text, @Nullable Throwable cause, StackTraceElement[] stackTrace) {
        super(text, cause);
        setStackTrace(stackTrace);
    }
}
