package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.judge.reply.ReplyFault;
import dev.junitllm.score.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** F1 over tool calls: a hit is necessary, of the right tool and with right arguments; what is missing counts as a miss. */
record ToolSelectionRule() implements ScoringRule {

    @Override
    public void check(String step, StepReplies replies) throws ReplyFault {
        Entries.of(replies.last(), "calls")
                .speakOf("idx", replies.data().texts(DataField.STEPS).keySet());
    }

    @Override
    public Score score(StepReplies replies) {
        Entries calls = Entries.of(replies.last(), "calls");
        Entries missing = Entries.of(replies.last(), "missing");
        long hits = calls.count(ToolSelectionRule::isHit);
        List<String> misses = new ArrayList<>();
        Map<String, String> texts = replies.data().texts(DataField.STEPS);
        calls.all().stream().filter(call -> !isHit(call)).forEach(call -> {
            String id = call.path("idx").asText();
            misses.add(Entries.named(
                    id, texts.getOrDefault(id, ""), call.path("problem").asText()));
        });
        missing.all()
                .forEach(entry -> misses.add(Entries.named(
                        "missing",
                        entry.path("tool").asText(),
                        entry.path("reason").asText())));
        if (calls.isEmpty() && missing.isEmpty()) {
            return Score.notApplicable("no tool was called, and none was needed");
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("calls", calls.size());
        details.put("right", hits);
        details.put("missing", missing.size());
        double value = 2.0 * hits / (2 * hits + (calls.size() - hits) + missing.size());
        return Score.of(value, Reasons.share(hits, calls.size(), "calls are right", misses))
                .withDetails(details);
    }

    private static boolean isHit(JsonNode call) {
        return call.path("necessary").asBoolean()
                && call.path("correct_tool").asBoolean()
                && call.path("args_ok").asBoolean();
    }
}
