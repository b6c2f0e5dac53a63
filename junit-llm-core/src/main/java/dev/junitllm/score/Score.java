package dev.junitllm.score;

import java.math.BigDecimal;
import java.util.Map;
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
    private final boolean unreadable;
    private final Map<String, Object> details;

    private Score(@Nullable Double value, String reason, boolean unreadable, Map<String, Object> details) {
        this.value = value;
        this.reason = Objects.requireNonNull(reason, "reason");
        this.unreadable = unreadable;
        this.details = details;
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
        return new Score(value + 0.0, reason, false, Map.of()); // -0.0 is 0.0
    }

    /**
     * Makes a score of 1 or 0.
     *
     * @param passed whether what was asked for is true
     * @param reason why, for the person who reads the failure
     * @return 1 where it passed, else 0
     */
    public static Score passOrFail(boolean passed, String reason) {
        return new Score(passed ? 1.0 : 0.0, reason, false, Map.of());
    }

    /**
     * Says that the application's output can't be read the way the metric reads it: no number, no letter, no JSON. It is
     * a score of 0, for the application broke the form it was asked for; and it stays 0 where the score is negated, for
     * nothing was found out.
     *
     * @param reason what was looked for and not found
     * @return 0
     */
    public static Score unreadable(String reason) {
        return new Score(0.0, reason, true, Map.of());
    }

    /**
     * Says that the metric doesn't apply to this case, such as the recall of nothing. Such a score drops out; a case
     * left with none is UNSCORED.
     *
     * @param reason why it doesn't apply
     * @return the score without a value
     */
    public static Score notApplicable(String reason) {
        return new Score(null, reason, false, Map.of());
    }

    /**
     * The same score with further figures of this case, such as precision and recall, counts, or the labels that were
     * compared. They are kept in {@code cases.jsonl} and shown in reports; what a {@link SetAggregation} adds up is taken
     * from them.
     *
     * @param figures by name: numbers, texts, booleans, and lists and maps of such; copied in their order, which {@code
     *     Map.of} has none of: give a {@code LinkedHashMap} where there are several
     * @return the score
     * @throws IllegalArgumentException naming the figure that is none of these, or no finite number
     */
    public Score withDetails(Map<String, ?> figures) {
        return new Score(value, reason, unreadable, Details.copy(figures));
    }

    /**
     * The opposite: 1 less the value. What doesn't apply still doesn't, and what can't be read is still 0.
     *
     * @return the negated score, whose reason says what it was
     */
    public Score negated() {
        if (value == null || unreadable) {
            return this;
        }
        double opposite = BigDecimal.ONE.subtract(BigDecimal.valueOf(value)).doubleValue();
        String why =
                "negated, was " + BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return new Score(opposite, reason.isEmpty() ? why : why + ": " + reason, false, details);
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

    /**
     * Further figures of this case.
     *
     * @return by name, in the order they were given; immutable, empty where there are none
     */
    public Map<String, Object> details() {
        return details;
    }

    @Override
    public String toString() {
        return (value == null ? "not applicable" : value.toString()) + (reason.isEmpty() ? "" : ": " + reason);
    }
}
