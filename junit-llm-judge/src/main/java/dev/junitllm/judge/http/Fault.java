package dev.junitllm.judge.http;

import java.io.IOException;

/** Why an interceptor of ours ended a call, in the only kind of exception that one may throw. */
final class Fault extends IOException {

    private static final long serialVersionUID = 1L;

    private final String kind;

    Fault(String kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** The kind of the error it becomes. */
    String kind() {
        return kind;
    }
}
