package dev.junitllm.judge;

import dev.junitllm.judge.reply.FaultKind;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One judgement of one case by one judge. Immutable.
 *
 * @param judge which model judged
 * @param score the score, or {@code null} where none came of it
 * @param error why not, or {@code null}
 * @param steps what was replied to each step
 * @param notes what was unusual about the replies
 * @param calls how many calls it took
 */
record Vote(
        String judge,
        @Nullable Score score,
        @Nullable ScoringException error,
        Map<String, Object> steps,
        List<String> notes,
        int calls) {

    /** After these, no further vote is of use. */
    private static final Set<String> FINAL = Set.of(FaultKind.INJECTION_SUSPECTED.name(), "BUDGET", "INTERRUPTED");

    boolean isError() {
        return error != null;
    }

    boolean endsTheBallot() {
        return error != null && FINAL.contains(error.kind());
    }

    /** The score's value, or empty where the criterion doesn't apply. Only for a vote that is no error. */
    OptionalDouble value() {
        return Objects.requireNonNull(score).value();
    }

    /** As it is kept beside others. */
    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("judge", judge);
        if (error != null) {
            details.put("error", error.kind() + ": " + error.getMessage());
            return details;
        }
        Score made = Objects.requireNonNull(score);
        made.value().ifPresentOrElse(value -> details.put("value", value), () -> details.put("applies", false));
        details.put("reason", made.reason());
        details.putAll(made.details());
        details.put("steps", steps);
        return details;
    }
}
