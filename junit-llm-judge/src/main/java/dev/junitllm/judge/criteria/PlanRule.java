package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.judge.reply.ReplyFault;
import dev.junitllm.score.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** F1 of the plan's steps: executed in their place, against those that were not, and against what was done unplanned. */
record PlanRule() implements ScoringRule {

    @Override
    public void check(String step, StepReplies replies) throws ReplyFault {
        Entries.of(replies.last(), "plan_steps")
                .speakOf("id", replies.data().texts(DataField.PLAN).keySet());
        Set<String> done = replies.data().texts(DataField.STEPS).keySet();
        for (String id : Entries.of(replies.last(), "unplanned").ids("idx")) {
            if (!done.contains(id)) {
                throw Entries.violation("'unplanned' names '%s', which is no step that was taken".formatted(id));
            }
        }
    }

    @Override
    public Score score(StepReplies replies) {
        Entries steps = Entries.of(replies.last(), "plan_steps");
        int unplanned = Entries.of(replies.last(), "unplanned").size();
        Map<String, String> texts = replies.data().texts(DataField.PLAN);
        long hits = 0;
        List<String> misses = new ArrayList<>();
        for (JsonNode step : steps.all()) {
            boolean executed = step.path("executed").asBoolean();
            if (executed && step.path("order_ok").asBoolean()) {
                hits++;
            } else {
                String id = step.path("id").asText();
                misses.add(Entries.named(id, texts.getOrDefault(id, ""), executed ? "out of order" : "not executed"));
            }
        }
        if (unplanned > 0) {
            misses.add(unplanned + " unplanned");
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("plan-steps", steps.size());
        details.put("followed", hits);
        details.put("unplanned", unplanned);
        double value = hits == 0 ? 0 : 2.0 * hits / (2 * hits + (steps.size() - hits) + unplanned);
        return Score.of(value, Reasons.share(hits, steps.size(), "steps of the plan are followed", misses))
                .withDetails(details);
    }
}
