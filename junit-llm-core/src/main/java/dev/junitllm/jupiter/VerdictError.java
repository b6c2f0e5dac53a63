package dev.junitllm.jupiter;

import org.jspecify.annotations.Nullable;

/** Nothing can be said of the run, so the build must not pass: a gate says ERROR, or results are missing. */
final class VerdictError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VerdictError(String message, @Nullable Throwable cause) {
        super(message, cause);
        setStackTrace(new StackTraceElement[0]);
    }
}
