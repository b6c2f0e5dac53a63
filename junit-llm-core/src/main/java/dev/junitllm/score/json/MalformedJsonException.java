package dev.junitllm.score.json;

/** A text isn't JSON, or asks for more than is read; the message says where and why, in printable words. */
public final class MalformedJsonException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedJsonException(String message) {
        super(message);
    }
}
