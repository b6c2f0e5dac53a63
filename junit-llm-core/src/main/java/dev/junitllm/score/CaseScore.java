package dev.junitllm.score;

import java.util.OptionalDouble;
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
 */
public record CaseScore(
        String name,
        ScoreOutcome outcome,
        @Nullable Double value,
        Bar bar,
        String reason,
        @Nullable CaseError error) {
    /**
     * Checks what it is made of.
     *
     * @param name the score's name, unique in the case
     * @param outcome how it came out
     * @param value from 0 to 1; {@code null} exactly where the outcome is ERROR or NOT_APPLICABLE
     * @param bar what it was held against
     * @param reason why it is what it is; may be empty
     * @param error why it could not be made; {@code null} unless the outcome is ERROR
     */
    public CaseScore {
        boolean valued = outcome != ScoreOutcome.ERROR && outcome != ScoreOutcome.NOT_APPLICABLE;
        if (valued != (value != null) || (outcome == ScoreOutcome.ERROR) != (error != null)) {
            throw new IllegalArgumentException(
                    "a score %s can't be %s with value %s and error %s".formatted(name, outcome, value, error));
        }
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
            return new CaseScore(name, ScoreOutcome.NOT_APPLICABLE, null, bar, score.reason(), null);
        }
        ScoreOutcome outcome = bar.recordOnly()
                ? ScoreOutcome.RECORDED
                : bar.isReachedBy(value.getAsDouble()) ? ScoreOutcome.PASSED : ScoreOutcome.FAILED;
        return new CaseScore(name, outcome, value.getAsDouble(), bar, score.reason(), null);
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
        return new CaseScore(name, ScoreOutcome.ERROR, null, bar, "", error);
    }
}
