package dev.junitllm.score;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One score of one case, held against its bar. Immutable.
 *
 * @param name the score's name, unique in the case
 * @param outcome how it came out
 * @param value from 0 to 1; {@code null} exactly where the outcome is ERROR or NOT_APPLICABLE
 * @param bar what it was held against
 * @param reason why it is what it is; may be empty
 * @param error why it could not be made; {@code null} unless the outcome is ERROR
 * @param details further figures, such as precision and recall; may be empty
 * @param group the score that answers for this one, or {@code null} where it stands alone
 */
public record CaseScore(
        String name,
        ScoreOutcome outcome,
        @Nullable Double value,
        Bar bar,
        String reason,
        @Nullable CaseError error,
        Map<String, Object> details,
        @Nullable String group) {

    /**
     * Checks what it is made of.
     *
     * @param name the score's name, unique in the case
     * @param outcome how it came out
     * @param value from 0 to 1; {@code null} exactly where the outcome is ERROR or NOT_APPLICABLE
     * @param bar what it was held against
     * @param reason why it is what it is; may be empty
     * @param error why it could not be made; {@code null} unless the outcome is ERROR
     * @param details further figures, such as precision and recall; may be empty
     * @param group the score that answers for this one, or {@code null} where it stands alone
     */
    public CaseScore {
        boolean valued = outcome != ScoreOutcome.ERROR && outcome != ScoreOutcome.NOT_APPLICABLE;
        if (valued != (value != null) || (outcome == ScoreOutcome.ERROR) != (error != null)) {
            throw new IllegalArgumentException(
                    "a score %s can't be %s with value %s and error %s".formatted(name, outcome, value, error));
        }
        details = Details.copy(details);
    }

    /**
     * A score that stands alone, without further figures.
     *
     * @param name the score's name, unique in the case
     * @param outcome how it came out
     * @param value from 0 to 1; {@code null} exactly where the outcome is ERROR or NOT_APPLICABLE
     * @param bar what it was held against
     * @param reason why it is what it is; may be empty
     * @param error why it could not be made; {@code null} unless the outcome is ERROR
     */
    public CaseScore(
            String name,
            ScoreOutcome outcome,
            @Nullable Double value,
            Bar bar,
            String reason,
            @Nullable CaseError error) {
        this(name, outcome, value, bar, reason, error, Map.of(), null);
    }

    /**
     * Holds a score against its bar.
     *
     * @param name the score's name
     * @param score what was measured
     * @param bar what to hold it against
     * @return PASSED, FAILED, RECORDED or NOT_APPLICABLE
     */
    public static CaseScore held(String name, Score score, Bar bar) {
        OptionalDouble value = score.value();
        if (value.isEmpty()) {
            return new CaseScore(
                    name, ScoreOutcome.NOT_APPLICABLE, null, bar, score.reason(), null, score.details(), null);
        }
        ScoreOutcome outcome = bar.recordOnly()
                ? ScoreOutcome.RECORDED
                : bar.isReachedBy(value.getAsDouble()) ? ScoreOutcome.PASSED : ScoreOutcome.FAILED;
        return new CaseScore(name, outcome, value.getAsDouble(), bar, score.reason(), null, score.details(), null);
    }

    /**
     * A score that could not be made.
     *
     * @param name the score's name
     * @param bar what it would have been held against
     * @param error why there is none
     * @return ERROR
     */
    public static CaseScore error(String name, Bar bar, CaseError error) {
        return new CaseScore(name, ScoreOutcome.ERROR, null, bar, "", error, Map.of(), null);
    }

    /**
     * The same score as a member of a group: it decides nothing by itself.
     *
     * @param name the group's name
     * @return the score, without a bar
     */
    CaseScore inGroup(String name) {
        ScoreOutcome alone =
                outcome == ScoreOutcome.PASSED || outcome == ScoreOutcome.FAILED ? ScoreOutcome.RECORDED : outcome;
        return new CaseScore(this.name, alone, value, Bar.RECORD_ONLY, reason, error, details, name);
    }

    /**
     * The same score as it may be kept and shown.
     *
     * @param names makes the names of details safe
     * @param texts makes its reason and the texts among its details safe
     * @param errors makes an error safe
     * @return the score without what must not be kept
     */
    public CaseScore kept(UnaryOperator<String> names, UnaryOperator<String> texts, UnaryOperator<CaseError> errors) {
        return new CaseScore(
                name,
                outcome,
                value,
                bar,
                texts.apply(reason),
                error == null ? null : errors.apply(error),
                Details.kept(details, names, texts),
                group);
    }
}
