package dev.junitllm.judge.criteria;

import dev.junitllm.GoldenCase;
import dev.junitllm.judge.prompt.JudgedData;
import dev.junitllm.judge.reply.ReplyFault;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.SetAggregation;
import java.util.Optional;
import java.util.Set;

/** Makes a score of what a judge replied. Pure: equal replies to equal data score the same. */
interface ScoringRule {

    /**
     * What can be said without a call.
     *
     * @throws ScoringException where the case lacks what the rule compares with
     */
    default Optional<Score> beforehand(GoldenCase golden, JudgedData data) throws ScoringException {
        return Optional.empty();
    }

    /** Checks what a schema can't say about the reply to a step: that it speaks of all that was asked, and quotes what is there. */
    default void check(String step, StepReplies replies) throws ReplyFault {}

    /** What can be said before the remaining steps. */
    default Optional<Score> early(StepReplies replies) {
        return Optional.empty();
    }

    /** The fields of a case's metadata without which nothing can be compared. */
    default Set<String> needsMetadata() {
        return Set.of();
    }

    /** How the scores of a whole set add up; empty for their mean. */
    default Optional<SetAggregation> aggregation() {
        return Optional.empty();
    }

    /** The score, once all steps are replied to. */
    Score score(StepReplies replies);
}
