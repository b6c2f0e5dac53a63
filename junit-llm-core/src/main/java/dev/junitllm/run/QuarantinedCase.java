package dev.junitllm.run;

import java.time.LocalDate;
import java.util.function.IntPredicate;

/**
 * A case that is known to be flaky, and how it came out: shown, and no part of a verdict.
 *
 * @param caseId the case
 * @param until the last day of its quarantine
 * @param why the reason
 * @param passed how many of its samples passed
 * @param failed how many failed
 * @param unscored how many ended in an error, or unscored
 */
public record QuarantinedCase(String caseId, LocalDate until, String why, int passed, int failed, int unscored) {

    /** The same case with how its samples came out. */
    QuarantinedCase counted(ResultTable results, int place) {
        IntPredicate own = row -> results.plan().caseOf(row) == place;
        return new QuarantinedCase(
                caseId,
                until,
                why,
                results.count(own, CaseOutcome.PASSED),
                results.count(own, CaseOutcome.FAILED),
                results.count(own, CaseOutcome.ERROR) + results.count(own, CaseOutcome.UNSCORED));
    }

    /**
     * How it came out, in words.
     *
     * @return such as {@code 2 passed, 1 failed}; {@code did not run} where no sample ended
     */
    public String outcome() {
        if (passed + failed + unscored == 0) {
            return "did not run";
        }
        return "%s passed, %s failed%s"
                .formatted(passed, failed, unscored == 0 ? "" : ", " + unscored + " without a score");
    }
}
