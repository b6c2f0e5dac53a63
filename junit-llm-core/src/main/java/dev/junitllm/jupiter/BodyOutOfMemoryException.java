package dev.junitllm.jupiter;

/** A test body ran out of memory; the case is an error, and the other cases still run. */
final class BodyOutOfMemoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BodyOutOfMemoryException(OutOfMemoryError cause) {
        super("the test body ran out of memory: " + cause.getMessage(), cause);
    }
}
