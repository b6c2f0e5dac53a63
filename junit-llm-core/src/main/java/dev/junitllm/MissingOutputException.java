package dev.junitllm;

/** A scorer asked for the output of a test body that recorded none. */
public final class MissingOutputException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    MissingOutputException() {
        super("the test body never called actual.output(…): record there what the application answered");
    }
}
