package dev.junitllm.score;

import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a scorer measured: a value from 0 (worst) to 1 (best), or that the metric doesn't apply to the case. A score that
 * could not be made is neither: the scorer throws a {@link ScoringException}.
 */
public final class Score {

    private final @Nullable Double value;
    private final String reason;

    private Score(@Nullable Double value, String reason) {
        this.value = value;
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * Makes a score.
     *
     * @param value from 0 to 1, both included
     * @return the score, without a reason
     * @throws IllegalArgumentException where the value lies outside, or isn't a number; nothing is clamped
     */
    public static Score of(double value) {
        return of(value, "");
    }

    /**
     * Makes a score that says why.
     *
     * @param value from 0 to 1, both included
     * @param reason why it is what it is, for the person who reads the failure
     * @return the score
     * @throws IllegalArgumentException where the value lies outside, or isn't a number; nothing is clamped
     */
    public static Score of(double value, String reason) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a score lies from 0 to 1, unlike " + value);
        }
        return new Score(value + 0.0, reason); // -0.0 is 0.0
    }

    /**
     * Makes a score of 1 or 0.
     *
     * @param passed whether what was asked for is true
     * @param reason why, for the person who reads the failure
     * @return 1 where it passed, else 0
     */
    public static Score passOrFail(boolean passed, String reason) {
        return new Score(passed ? 1.0 : 0.0, reason);
    }

    /**
     * Says that the metric doesn't apply to this case, such as the recall of nothing. Such a score drops out; a case
     * left with none is UNSCORED.
     *
     * @param reason why it doesn't apply
     * @return the score without a value
     */
    public static Score notApplicable(String reason) {
        return new Score(null, reason);
    }

    /**
     * The value.
     *
     * @return from 0 to 1, or empty where the metric doesn't apply
     */
    public OptionalDouble value() {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * Why the score is what it is.
     *
     * @return the reason; may be empty
     */
    public String reason() {
        return reason;
    }

    @Override
    public String toString() {
        return (value == null ? "not applicable" : value.toString()) + (reason.isEmpty() ? "" : ": " + reason);
    }
}
