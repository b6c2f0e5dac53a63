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

/** The share of the reference's claims that are attributed to what was retrieved, by a quote that is there. */
record AttributedClaimsRule() implements ScoringRule {

    private static final String CLAIMS = "claims";
    private static final String LIST = "reference_claims";

    @Override
    public void check(String step, StepReplies replies) throws ReplyFault {
        Entries entries = Entries.of(replies.last(), LIST);
        if (step.equals(CLAIMS)) {
            entries.ids("id");
        } else {
            entries.speakOf("id", Entries.of(replies.of(CLAIMS), LIST).ids("id"));
        }
    }

    @Override
    public Optional<Score> early(StepReplies replies) {
        return Entries.of(replies.of(CLAIMS), LIST).isEmpty()
                ? Optional.of(Score.notApplicable("the reference claims nothing"))
                : Optional.empty();
    }

    @Override
    public Score score(StepReplies replies) {
        Map<String, String> texts = Entries.of(replies.of(CLAIMS), LIST).texts("id", "text");
        Entries verdicts = Entries.of(replies.last(), LIST);
        int attributed = 0;
        List<String> misses = new ArrayList<>();
        List<String> unfounded = new ArrayList<>();
        for (JsonNode verdict : verdicts.all()) {
            String id = verdict.path("id").asText();
            boolean said = verdict.path("attributed").asBoolean();
            if (said && replies.data().holds(verdict.path("quote").asText(), "", DataField.CONTEXT)) {
                attributed++;
                continue;
            }
            if (said) {
                unfounded.add(id);
            }
            misses.add(Entries.named(
                    id, texts.getOrDefault(id, ""), said ? "the quote isn't there" : "not in what was retrieved"));
        }
        int all = verdicts.size();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("claims", all);
        details.put("attributed", attributed);
        details.put("evidence-not-found", unfounded);
        return Score.of(
                        (double) attributed / all,
                        Reasons.share(attributed, all, "claims of the reference are in what was retrieved", misses))
                .withDetails(details);
    }
}
