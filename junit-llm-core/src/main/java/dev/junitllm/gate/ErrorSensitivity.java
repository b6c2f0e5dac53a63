package dev.junitllm.gate;

import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Tally;
import dev.junitllm.run.VerdictStatus;

/**
 * What a verdict would be if the errors it leaves out were known. Errors mostly befall hard cases, such as long ones that
 * run out of time, so that what is left may look better than the application is.
 */
final class ErrorSensitivity {

    private ErrorSensitivity() {}

    /** Says so where other errors would give another verdict; empty where none would. */
    static String remark(Tally tally, RunSummary run, Measured.Of measuring, VerdictStatus status) {
        if (tally.errors() == 0) {
            return "";
        }
        Measured worst = measuring.in(run, Measured.Errors.AS_FAILURES);
        Measured best = measuring.in(run, Measured.Errors.AS_PASSES);
        Demand demand = measuring.demand();
        if (status == VerdictStatus.PASS) {
            return worst.status() == status ? "" : GateMessages.passHangsOnErrors(tally.errors(), worst, demand);
        }
        return best.status() == VerdictStatus.PASS || worst.status() != best.status()
                ? GateMessages.hangsOnErrors(tally.errors(), worst, best, demand)
                : "";
    }
}
