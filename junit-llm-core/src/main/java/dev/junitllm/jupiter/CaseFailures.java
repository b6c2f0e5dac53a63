package dev.junitllm.jupiter;

import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.score.CaseError;
import org.opentest4j.AssertionFailedError;

/** What fails a case in JUnit, by its outcome. */
final class CaseFailures {

    private CaseFailures() {}

    /** A miss and a case that checked nothing are failures; a score that could not be made is an error. */
    static void raise(CaseResult result, String message) {
        if (result.outcome() == CaseOutcome.ERROR) {
            CaseError error = result.error();
            throw new CaseErrorException(message, error == null ? null : error.cause());
        }
        String expected = result.exchange().expected();
        throw expected == null
                ? new AssertionFailedError(message)
                : new AssertionFailedError(message, expected, result.exchange().output());
    }
}
