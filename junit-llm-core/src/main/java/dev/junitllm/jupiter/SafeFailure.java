package dev.junitllm.jupiter;

import dev.junitllm.trace.Capture;
import dev.junitllm.trace.CaptureField;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What the body of a test threw, as it may be reported. */
final class SafeFailure {

    private SafeFailure() {}

    /** The exception itself where nothing in it must be changed, else one that JUnit takes for the same. */
    static Throwable of(Throwable thrown, Capture capture) {
        Throwable clean = capture.keep(thrown);
        if (clean == thrown && thrown instanceof AssertionFailedError failed) {
            return compared(failed, capture);
        }
        return clean != thrown && thrown instanceof TestAbortedException
                ? new TestAbortedException(capture.redactor().redact(String.valueOf(thrown.getMessage())))
                : clean;
    }

    /** IDEs and reports show what an assertion compared, beside what it says. */
    private static Throwable compared(AssertionFailedError failed, Capture capture) {
        String expected = failed.isExpectedDefined() ? failed.getExpected().getStringRepresentation() : "";
        String actually = failed.isActualDefined() ? failed.getActual().getStringRepresentation() : "";
        String safeExpected = capture.keep(CaptureField.EXPECTED, expected).text();
        String safeActually = capture.keep(CaptureField.OUTPUT, actually).text();
        if (safeExpected.equals(expected) && safeActually.equals(actually)) {
            return failed;
        }
        AssertionFailedError clean = failed.isExpectedDefined() && failed.isActualDefined()
                ? new AssertionFailedError(failed.getMessage(), safeExpected, safeActually, failed.getCause())
                : new AssertionFailedError(failed.getMessage(), failed.getCause());
        clean.setStackTrace(failed.getStackTrace());
        return clean;
    }
}
