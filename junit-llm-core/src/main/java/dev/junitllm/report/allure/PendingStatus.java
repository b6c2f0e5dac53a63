package dev.junitllm.report.allure;

import io.qameta.allure.model.Label;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.util.Locale;

/**
 * What a result shall say once JUnit's own status and message are in it, which is after the last moment at which it can
 * be filled. Travels in the result itself, as a label that is taken out before the result is written.
 *
 * @param status the status instead of skipped
 * @param heading the first line of the message
 */
record PendingStatus(Final status, String heading) {

    /** What becomes of a result that JUnit calls skipped. */
    enum Final {
        FAILED,
        BROKEN,
        AS_JUNIT_SAYS
    }

    private static final String LABEL = "junit-llm.pending";

    void leaveIn(TestResult result) {
        result.getLabels().add(new Label().setName(LABEL).setValue(status + "\n" + heading));
    }

    /** Takes what was left in a result, and lets it say so. */
    static void settle(TestResult result) {
        Labels.value(result, LABEL).ifPresent(value -> {
            result.getLabels().removeIf(label -> LABEL.equals(label.getName()));
            String[] parts = value.split("\n", 2);
            new PendingStatus(Final.valueOf(parts[0]), parts[1]).settleIn(result);
        });
    }

    private void settleIn(TestResult result) {
        if (result.getStatus() == Status.PASSED) {
            return; // such as a case whose scores are only recorded: there is nothing to explain
        }
        StatusDetails details = Details.head(result, heading);
        if (result.getStatus() == Status.SKIPPED && status != Final.AS_JUNIT_SAYS) {
            result.setStatus(Status.fromValue(status.name().toLowerCase(Locale.ROOT)));
            details.setMuted(true);
            Details.leaveOutHowItWasAborted(details);
        }
    }
}
