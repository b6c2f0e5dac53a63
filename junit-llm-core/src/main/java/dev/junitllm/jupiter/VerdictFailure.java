package dev.junitllm.jupiter;

/** A gate says FAIL or INCONCLUSIVE. Without a stack trace: where the build failed is in the golden set, not in code. */
final class VerdictFailure extends AssertionError {

    private static final long serialVersionUID = 1L;

    VerdictFailure(String message) {
        super(message);
        setStackTrace(new StackTraceElement[0]);
    }
}
