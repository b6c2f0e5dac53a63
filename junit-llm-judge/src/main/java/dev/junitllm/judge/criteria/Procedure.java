package dev.junitllm.judge.criteria;

import dev.junitllm.GoldenCase;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.judge.prompt.JudgedData;
import dev.junitllm.judge.reply.ReplyFault;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.SetAggregation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps by which a criterion is judged, and the rule that makes a score of the replies. Immutable. */
public final class Procedure {

    private final Condition condition;
    private final ScoringRule rule;
    private final List<CriterionStep> steps;

    Procedure(Condition condition, ScoringRule rule, List<CriterionStep> steps) {
        this.condition = condition;
        this.rule = rule;
        this.steps = List.copyOf(steps);
    }

    /**
     * When a procedure is taken.
     *
     * @param has the data that has to be there, or {@code null}
     * @param referenceWords the most words that the longest acceptable answer may have, or 0 for any number
     * @param logprobs whether it is the one for scores weighted by log-probabilities
     */
    record Condition(@Nullable DataField has, int referenceWords, boolean logprobs) {

        boolean holds(JudgedData data, boolean asksForLogprobs) {
            boolean isShort = referenceWords == 0
                    || data.texts(DataField.REFERENCE).values().stream()
                            .allMatch(text -> words(text) <= referenceWords);
            return logprobs == asksForLogprobs && isShort && (has == null || data.has(has));
        }

        private static int words(String text) {
            return text.isBlank() ? 0 : text.strip().split("\\s+").length;
        }
    }

    boolean isFor(JudgedData data, boolean logprobs) {
        return condition.holds(data, logprobs);
    }

    boolean isForLogprobs() {
        return condition.logprobs();
    }

    /**
     * The questions to the judge.
     *
     * @return in order, at least one
     */
    public List<CriterionStep> steps() {
        return steps;
    }

    /**
     * The questions to the judge about some data: those that show long data part by part are as many as there are parts.
     *
     * @param data what is judged
     * @return in order, at least one
     */
    public List<CriterionStep> steps(JudgedData data) {
        return steps.stream().flatMap(step -> step.parts(data).stream()).toList();
    }

    /**
     * What can be said without a call.
     *
     * @param golden the case
     * @param data what would be judged
     * @return a score, or empty where the judge has to be asked
     * @throws ScoringException of kind {@code MISSING_FIELD}, where the case lacks what the verdict is compared with
     */
    public Optional<Score> beforehand(GoldenCase golden, JudgedData data) throws ScoringException {
        return rule.beforehand(golden, data);
    }

    /**
     * Checks what a schema can't say of a reply.
     *
     * @param step the step
     * @param replies the replies up to this step's
     * @throws ReplyFault where it contradicts itself, leaves something out, or quotes what isn't there
     */
    public void check(CriterionStep step, StepReplies replies) throws ReplyFault {
        rule.check(step.name(), replies);
    }

    /**
     * What can be said before the remaining steps.
     *
     * @param replies the replies so far, at least one
     * @return a score, or empty where the remaining steps are needed
     */
    public Optional<Score> early(StepReplies replies) {
        return rule.early(replies);
    }

    Set<String> needsMetadata() {
        return rule.needsMetadata();
    }

    Optional<SetAggregation> aggregation() {
        return rule.aggregation();
    }

    /**
     * The score.
     *
     * @param replies the replies to all steps
     * @return the score, with its figures
     */
    public Score score(StepReplies replies) {
        return rule.score(replies);
    }
}
