package dev.junitllm.jupiter;

import dev.junitllm.report.SetReport;
import dev.junitllm.report.VerdictMessages;
import dev.junitllm.run.VerdictStatus;

/** What fails the build, by the worst verdict. */
final class VerdictFailures {

    private VerdictFailures() {}

    /** FAIL and INCONCLUSIVE are failures; ERROR is an error, so that Maven counts it as one. */
    static Error of(SetReport report) {
        String message = VerdictMessages.failed(report);
        return report.worst() == VerdictStatus.ERROR ? new VerdictError(message, null) : new VerdictFailure(message);
    }
}
