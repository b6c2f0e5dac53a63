package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.judge.reply.ReplyFault;
import dev.junitllm.score.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The share of the answer's characters that no redundant passage takes up; 0 where required content is missing. */
record ConcisenessRule() implements ScoringRule {

    @Override
    public void check(String step, StepReplies replies) throws ReplyFault {
        for (JsonNode span : Entries.of(replies.last(), "redundant_spans").all()) {
            String quote = span.path("quote").asText();
            if (!replies.data().holds(quote, "", DataField.ANSWER)) {
                throw Entries.notFound(quote, "the answer");
            }
        }
    }

    @Override
    public Score score(StepReplies replies) {
        List<String> quotes = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (JsonNode span : Entries.of(replies.last(), "redundant_spans").all()) {
            quotes.add(span.path("quote").asText());
            shown.add(Entries.named(
                    "redundant",
                    span.path("quote").asText(),
                    span.path("reason").asText()));
        }
        double redundant = replies.data().share(quotes, DataField.ANSWER);
        List<String> missing = new ArrayList<>();
        for (JsonNode entry : Entries.of(replies.last(), "missing_required").all()) {
            missing.add(Entries.named("missing", entry.path("text").asText(), ""));
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("redundant-share", redundant);
        details.put("missing-required", missing.size());
        if (!missing.isEmpty()) {
            return Score.of(0, Reasons.listed(missing)).withDetails(details);
        }
        return Score.of(1 - redundant, shown.isEmpty() ? "nothing is redundant" : Reasons.listed(shown))
                .withDetails(details);
    }
}
