package dev.junitllm.judge;

import dev.junitllm.Actual;
import dev.junitllm.judge.prompt.JudgedData;
import dev.junitllm.run.CaseResult;
import dev.junitllm.score.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is kept beside a judge's score: who judged, what was replied step by step, and what was unusual. */
final class JudgeDetails {

    private JudgeDetails() {}

    static Map<String, Object> of(
            Score score, List<Vote> votes, @Nullable Vote isolated, JudgedData data, Actual actual) {
        Map<String, Object> details = new LinkedHashMap<>(score.details());
        if (votes.size() == 1) {
            details.put("judge", votes.get(0).judge());
            details.put("steps", votes.get(0).steps());
        } else {
            details.put("votes", votes.stream().map(Vote::details).toList());
        }
        List<Vote> all = new ArrayList<>(votes);
        if (isolated != null) {
            details.put("vote-without-suspicious-text", isolated.details());
            all.add(isolated);
        }
        details.put("calls", all.stream().mapToInt(Vote::calls).sum());
        Map<String, Object> flags = new LinkedHashMap<>();
        data.flags()
                .forEach((field, found) ->
                        flags.put(field, found.stream().map(Enum::name).toList()));
        if (!flags.isEmpty()) {
            details.put("flags", flags);
        }
        if (all.stream().anyMatch(vote -> vote.notes().contains(Judgement.REPLAYED))) {
            details.put(CaseResult.REPLAYED, true);
        }
        Set<String> notes = new LinkedHashSet<>();
        all.forEach(vote -> notes.addAll(vote.notes()));
        selfJudged(votes, actual, notes);
        if (!notes.isEmpty()) {
            details.put("notes", List.copyOf(notes));
        }
        return details;
    }

    /** Judges favour answers of their own kind (arXiv 2404.13076). */
    private static void selfJudged(List<Vote> votes, Actual actual, Set<String> notes) {
        String model = actual.attributes().getOrDefault("model", "").toLowerCase(Locale.ROOT);
        if (!model.isBlank()
                && votes.stream()
                        .anyMatch(vote -> vote.judge().toLowerCase(Locale.ROOT).contains(model))) {
            notes.add("SELF_JUDGE: the judge is the model that answered");
        }
    }
}
