package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.judge.reply.ReplyFault;
import dev.junitllm.score.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 1 − (contradicted + w · not in the context) / all claims. A claim that the judge calls entailed counts as not in the context
 * where the quote that should show it isn't there. No claims: not applicable.
 */
record ClaimsInContextRule(double weight) implements ScoringRule {

    private static final String CLAIMS = "claims";
    private static final String VERDICTS = "verdicts";

    static ClaimsInContextRule of(RuleParameters parameters) {
        return new ClaimsInContextRule(parameters.number("not-in-context-weight", 1));
    }

    @Override
    public void check(String step, StepReplies replies) throws ReplyFault {
        Entries entries = Entries.of(replies.last(), CLAIMS);
        if (step.equals(CLAIMS)) {
            entries.ids("id");
        } else {
            entries.speakOf("id", Entries.of(replies.of(CLAIMS), CLAIMS).ids("id"));
        }
    }

    @Override
    public Optional<Score> early(StepReplies replies) {
        return Entries.of(replies.of(CLAIMS), CLAIMS).isEmpty()
                ? Optional.of(Score.notApplicable("the answer claims nothing"))
                : Optional.empty();
    }

    @Override
    public Score score(StepReplies replies) {
        Map<String, String> texts = Entries.of(replies.of(CLAIMS), CLAIMS).texts("id", "text");
        Entries verdicts = Entries.of(replies.of(VERDICTS), CLAIMS);
        int entailed = 0;
        int contradicted = 0;
        List<String> unfounded = new ArrayList<>();
        List<String> misses = new ArrayList<>();
        for (JsonNode verdict : verdicts.all()) {
            String id = verdict.path("id").asText();
            String word = verdict.path("verdict").asText();
            boolean founded = replies.data().holds(verdict.path("quote").asText(), "", DataField.CONTEXT);
            if (word.equals("ENTAILED") && founded) {
                entailed++;
                continue;
            }
            if (word.equals("CONTRADICTED")) {
                contradicted++;
                misses.add(Entries.named(id, texts.getOrDefault(id, ""), "contradicted"));
            } else if (word.equals("ENTAILED")) {
                unfounded.add(id);
                misses.add(Entries.named(
                        id, texts.getOrDefault(id, ""), "said to be in the context, but the quote isn't there"));
            } else {
                misses.add(Entries.named(id, texts.getOrDefault(id, ""), "not in the context"));
            }
        }
        int all = verdicts.size();
        int absent = all - entailed - contradicted;
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("claims", all);
        details.put("entailed", entailed);
        details.put("contradicted", contradicted);
        details.put("not-in-context", absent);
        details.put("contradiction-rate", (double) contradicted / all);
        details.put("evidence-not-found", unfounded);
        double value = (all - contradicted - weight * absent) / all;
        return Score.of(Math.max(0, value), Reasons.share(entailed, all, "claims follow from the context", misses))
                .withDetails(details);
    }
}
