package dev.junitllm.judge.cassette;

/** A cassette can't be read or written; the message names the file, and the line where there is one. */
public final class CassetteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CassetteException(String message) {
        super(message);
    }

    CassetteException(String message, Throwable cause) {
        super(message, cause);
    }
}
