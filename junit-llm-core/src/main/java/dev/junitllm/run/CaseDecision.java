package dev.junitllm.run;

import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.ScoreOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a case, decided from what its body did and how its scores came out.
 *
 * @param outcome the outcome
 * @param error what went wrong, or {@code null} unless the outcome is ERROR or UNSCORED
 */
public record CaseDecision(CaseOutcome outcome, @Nullable CaseError error) {

    /**
     * Decides.
     *
     * <p>An error of the body is an ERROR. Else one failed bar, or the body's own failed assertion, makes the case
     * FAILED, whatever errors stand beside it: an error must not hide a miss. Else one score that could not be made
     * makes it an ERROR. What is left passes if some bar was reached, and is UNSCORED if none was asked of it. For the
     * members of a group, the group's own score decides.
     *
     * @param bodyError what the body threw that was no assertion, or {@code null}
     * @param assertionFailed whether the body's own assertion failed
     * @param evidence whether the body recorded anything that can be scored
     * @param scores the scores, held against their bars
     * @return the decision
     */
    public static CaseDecision of(
            @Nullable CaseError bodyError, boolean assertionFailed, boolean evidence, List<CaseScore> scores) {
        if (bodyError != null) {
            return new CaseDecision(CaseOutcome.ERROR, bodyError);
        }
        if (assertionFailed || any(scores, ScoreOutcome.FAILED)) {
            return new CaseDecision(CaseOutcome.FAILED, null);
        }
        if (!evidence) {
            return unscored("nothing was scored: the test body never called actual.output(…)");
        }
        for (CaseScore score : scores) {
            if (score.error() != null && score.group() == null) {
                CaseError error = score.error();
                return new CaseDecision(
                        CaseOutcome.ERROR,
                        new CaseError(
                                error.kind(),
                                "score '%s' could not be made: %s".formatted(score.name(), error.message()),
                                error.cause()));
            }
        }
        if (any(scores, ScoreOutcome.PASSED)) {
            return new CaseDecision(CaseOutcome.PASSED, null);
        }
        return unscored(
                any(scores, ScoreOutcome.RECORDED)
                        ? "nothing to pass or fail: the scores that apply are only recorded"
                        : "nothing was scored: no score applies to this case");
    }

    private static CaseDecision unscored(String message) {
        return new CaseDecision(CaseOutcome.UNSCORED, CaseError.of(CaseError.UNSCORED, message));
    }

    private static boolean any(List<CaseScore> scores, ScoreOutcome outcome) {
        for (CaseScore score : scores) {
            if (score.outcome() == outcome) {
                return true;
            }
        }
        return false;
    }
}
