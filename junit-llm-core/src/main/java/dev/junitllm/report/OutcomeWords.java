package dev.junitllm.report;

import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.RunSummary;

/** How the samples of a set came out, in words. */
public final class OutcomeWords {

    private OutcomeWords() {}

    /**
     * Counts every outcome. What was not run is an ERROR that nobody has to look for, and counted apart.
     *
     * @param summary the set
     * @return such as {@code 27 passed, 5 failed, 0 errors, 0 unscored}
     */
    public static String of(RunSummary summary) {
        int notRun = summary.notRun();
        return "%s passed, %s failed, %s errors, %s unscored%s"
                .formatted(
                        summary.count(CaseOutcome.PASSED),
                        summary.count(CaseOutcome.FAILED),
                        summary.count(CaseOutcome.ERROR) - notRun,
                        summary.count(CaseOutcome.UNSCORED),
                        notRun == 0 ? "" : ", " + notRun + " not run");
    }
}
