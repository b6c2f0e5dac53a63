package dev.junitllm.jupiter;

import org.jspecify.annotations.Nullable;

/**
 * Nothing can be said of the run, so the build must not pass: a gate says ERROR, or results are missing. An error, since
 * JUnit hides the message of an exception thrown at closing behind one of its own; no assertion, since none failed.
 */
final class VerdictError extends Error {

    private static final long serialVersionUID = 1L;

    VerdictError(String message, @Nullable Throwable cause) {
        super(message, cause);
        setStackTrace(new StackTraceElement[0]);
    }
}
