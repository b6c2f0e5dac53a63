package dev.junitllm.report.allure;

import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;

/** A result's message and stack trace. */
final class Details {

    private Details() {}

    /** Puts a line before whatever JUnit says, by which Allure sorts the result into its category. */
    static StatusDetails head(TestResult result, String heading) {
        StatusDetails details = result.getStatusDetails() == null ? new StatusDetails() : result.getStatusDetails();
        String message = details.getMessage();
        details.setMessage(message == null || message.isBlank() ? heading : heading + "\n" + message);
        String trace = details.getTrace();
        if (trace != null && !trace.contains("\n\tat ")) {
            details.setTrace(trace.lines().findFirst().orElse("")); // no frames: it only says the message again
        }
        result.setStatusDetails(details);
        return details;
    }

    /** The frames of the exception by which a soft miss is aborted lead into this library; only its cause says something. */
    static void leaveOutHowItWasAborted(StatusDetails details) {
        String trace = details.getTrace();
        int frames = trace == null ? -1 : trace.indexOf("\n\tat ");
        if (trace != null && frames >= 0) {
            int cause = trace.indexOf("\nCaused by: ");
            details.setTrace(trace.substring(0, frames) + (cause < 0 ? "" : trace.substring(cause)));
        }
    }
}
