package dev.junitllm.jupiter;

/** Adds a case's scores to an exception of the test body, where stack traces are printed. */
final class CaseDetails extends Exception {

    private static final long serialVersionUID = 1L;

    CaseDetails(String message) {
        super(message, null, false, false);
    }
}
