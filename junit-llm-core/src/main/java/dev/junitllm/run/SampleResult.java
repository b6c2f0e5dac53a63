package dev.junitllm.run;

import dev.junitllm.score.CaseError;
import dev.junitllm.score.ScoreOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What gates see of one finished sample: everything that counts, nothing that takes room.
 *
 * @param caseId the case
 * @param contentHash the case's content hash
 * @param sample which sample, from 1
 * @param outcome how it came out
 * @param assertionFailed whether the test body's own assertion failed
 * @param error why it is an ERROR or UNSCORED, cut where it is long; empty otherwise
 * @param scores the scores that were taken, in the order of the annotations; empty where the body ended in an error
 * @param steps the pattern of its trace; {@code null} where it has none, or where the run is compared with nothing
 * @param trace what its trace shows, where it did not pass; of a set of which very many did not, only of the first ones
 */
public record SampleResult(
        String caseId,
        String contentHash,
        int sample,
        CaseOutcome outcome,
        boolean assertionFailed,
        String error,
        List<ScoreValue> scores,
        @Nullable SampleSteps steps,
        TraceNote trace) {

    /**
     * A sample without a trace.
     *
     * @param caseId the case
     * @param contentHash the case's content hash
     * @param sample which sample, from 1
     * @param outcome how it came out
     * @param assertionFailed whether the test body's own assertion failed
     * @param error why it is an ERROR or UNSCORED; empty otherwise
     * @param scores the scores that were taken
     */
    public SampleResult(
            String caseId,
            String contentHash,
            int sample,
            CaseOutcome outcome,
            boolean assertionFailed,
            String error,
            List<ScoreValue> scores) {
        this(caseId, contentHash, sample, outcome, assertionFailed, error, scores, null, TraceNote.NONE);
    }

    /**
     * One score.
     *
     * @param name its name
     * @param outcome how it came out
     * @param value from 0 to 1, or {@code null} where there is none
     */
    public record ScoreValue(
            String name, ScoreOutcome outcome, @Nullable Double value) {}

    /**
     * What gates see of a result.
     *
     * @param result the result
     * @return the sample, with its error in full
     */
    public static SampleResult of(CaseResult result) {
        CaseError error = result.error();
        return new SampleResult(
                result.caseId(),
                result.exchange().contentHash(),
                result.sample(),
                result.outcome(),
                result.assertion() != null,
                error == null ? "" : error.kind() + ": " + error.message(),
                result.scores().stream()
                        .map(score -> new ScoreValue(score.name(), score.outcome(), score.value()))
                        .toList(),
                result.steps(),
                result.trace());
    }

    /**
     * How it came out, in words for people: what was not run, for want of a model and of a recording, is an ERROR that nobody
     * has to look for.
     *
     * @return the outcome's name, or {@code NOT RUN}
     */
    public String shownOutcome() {
        boolean notRun = outcome == CaseOutcome.ERROR && error.startsWith(CaseError.NOT_RUN + ": ");
        return notRun ? "NOT RUN" : outcome.name();
    }

    /**
     * How the score of a name came out.
     *
     * @param name the score's name
     * @return ERROR where it was not taken, since what wasn't scored is never a pass
     */
    public ScoreValue score(String name) {
        return scores.stream()
                .filter(score -> score.name().equals(name))
                .findFirst()
                .orElseGet(() -> new ScoreValue(name, ScoreOutcome.ERROR, null));
    }
}
