package dev.junitllm.run;

/** A baseline that can't be read or written. The message names the file, the line where there is one, and what to do. */
public final class BaselineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BaselineException(String message) {
        super(message);
    }

    BaselineException(String message, Throwable cause) {
        super(message, cause);
    }
}
