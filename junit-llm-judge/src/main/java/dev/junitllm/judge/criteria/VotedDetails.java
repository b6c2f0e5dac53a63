package dev.junitllm.judge.criteria;

import dev.junitllm.score.SetAggregation.Taken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The details that a rule left of a case: those of its score, or, where several votes were cast, of each vote that was one. */
final class VotedDetails {

    private VotedDetails() {}

    static List<Map<?, ?>> of(Taken taken) {
        if (!(taken.details().get("votes") instanceof List<?> votes)) {
            return List.of(taken.details());
        }
        List<Map<?, ?>> cast = new ArrayList<>();
        for (Object vote : votes) {
            if (vote instanceof Map<?, ?> details && !details.containsKey("error")) {
                cast.add(details);
            }
        }
        return cast;
    }

    /** Of the votes on a case, the share of which a detail is true. */
    static double share(Taken taken, String detail) {
        return of(taken).stream()
                .mapToInt(details -> Boolean.TRUE.equals(details.get(detail)) ? 1 : 0)
                .average()
                .orElse(0);
    }
}
