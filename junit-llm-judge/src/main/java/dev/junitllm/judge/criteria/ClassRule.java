package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.judge.reply.ReplyFault;
import dev.junitllm.score.Score;
import java.util.LinkedHashMap;
import java.util.Map;

/** One class of several, each with its value: {@code CORRECT} 1, {@code PARTIAL} 0.5. A class without one doesn't apply. */
record ClassRule(Map<String, Double> values, boolean quotesAnswer) implements ScoringRule {

    static ClassRule of(RuleParameters parameters) {
        return new ClassRule(parameters.numbers("values"), parameters.flag("quotes-answer"));
    }

    @Override
    public void check(String step, StepReplies replies) throws ReplyFault {
        JsonNode reply = replies.last();
        String quote = reply.path("evidence").asText();
        boolean credits = values.getOrDefault(reply.path("verdict").asText(), 0.0) > 0;
        if (quotesAnswer && (credits || !quote.isBlank()) && !replies.data().holds(quote, "", DataField.ANSWER)) {
            throw Entries.notFound(quote, "the answer");
        }
        if (!quotesAnswer && !quote.isBlank() && !replies.data().holds(quote, "", DataField.values())) {
            throw Entries.notFound(quote, "the data");
        }
    }

    @Override
    public Score score(StepReplies replies) {
        JsonNode reply = replies.last();
        String verdict = reply.path("verdict").asText();
        String reason = Reasons.of(
                verdict, reply.path("reason").asText(), reply.path("evidence").asText());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("class", verdict);
        Double value = values.get(verdict);
        return (value == null ? Score.notApplicable(reason) : Score.of(value, reason)).withDetails(details);
    }
}
