package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.GoldenCase;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.judge.prompt.JudgedData;
import dev.junitllm.judge.reply.ReplyFault;
import dev.junitllm.score.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The share of steps that were useful. A redundant step, or one that went wrong, is not. */
record TrajectoryRule() implements ScoringRule {

    @Override
    public Optional<Score> beforehand(GoldenCase golden, JudgedData data) {
        return data.has(DataField.STEPS) ? Optional.empty() : Optional.of(Score.notApplicable("no step was taken"));
    }

    @Override
    public void check(String step, StepReplies replies) throws ReplyFault {
        Entries steps = Entries.of(replies.last(), "steps");
        steps.speakOf("idx", replies.data().texts(DataField.STEPS).keySet());
        for (JsonNode entry : steps.all()) {
            boolean wasted =
                    entry.path("redundant").asBoolean() || entry.path("error").asBoolean();
            if (wasted && entry.path("useful").asBoolean()) {
                throw Entries.violation("step '%s' is useful, but also redundant or an error"
                        .formatted(entry.path("idx").asText()));
            }
        }
    }

    @Override
    public Score score(StepReplies replies) {
        Entries steps = Entries.of(replies.last(), "steps");
        Map<String, String> texts = replies.data().texts(DataField.STEPS);
        long useful = steps.count(step -> step.path("useful").asBoolean());
        List<String> misses = new ArrayList<>();
        steps.all().stream().filter(step -> !step.path("useful").asBoolean()).forEach(step -> {
            String id = step.path("idx").asText();
            misses.add(Entries.named(
                    id, texts.getOrDefault(id, ""), step.path("reason").asText()));
        });
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("steps", steps.size());
        details.put("useful", useful);
        details.put("redundant", steps.count(step -> step.path("redundant").asBoolean()));
        details.put("errors", steps.count(step -> step.path("error").asBoolean()));
        int reference = replies.golden().toolCalls().size();
        if (reference > 0) {
            details.put("reference-length-ratio", (double) steps.size() / reference);
        }
        return Score.of((double) useful / steps.size(), Reasons.share(useful, steps.size(), "steps are useful", misses))
                .withDetails(details);
    }
}
