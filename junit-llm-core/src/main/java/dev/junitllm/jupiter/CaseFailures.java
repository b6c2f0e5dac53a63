package dev.junitllm.jupiter;

import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.CaseResult;
import dev.junitllm.score.CaseError;
import org.opentest4j.AssertionFailedError;

/** What fails a case in JUnit, by its outcome. */
final class CaseFailures {

    private CaseFailures() {}

    /** A miss and a case that checked nothing are failures; a score that could not be made is an error. */
    static Throwable of(CaseResult result, String message) {
        if (result.outcome() == CaseOutcome.ERROR) {
            CaseError error = result.error();
            return new CaseErrorException(message, error == null ? null : error.cause());
        }
        return result.exchange().expected() == null
                ? new AssertionFailedError(message)
                : new AssertionFailedError(
                        message, result.exchange().expected(), result.exchange().output());
    }
}
