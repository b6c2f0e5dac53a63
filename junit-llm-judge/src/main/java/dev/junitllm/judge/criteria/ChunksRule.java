package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.junitllm.GoldenCase;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.judge.prompt.JudgedData;
import dev.junitllm.judge.reply.ReplyFault;
import dev.junitllm.score.Score;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was retrieved, piece by piece: the share that is relevant, or the average precision in the order of retrieval (over
 * the relevant pieces that were found; 0 where none was). A piece counts as relevant where the quote that shows it is there.
 */
record ChunksRule(boolean ranked) implements ScoringRule {

    static ChunksRule of(RuleParameters parameters) {
        return new ChunksRule(parameters.flag("ranked"));
    }

    @Override
    public Optional<Score> beforehand(GoldenCase golden, JudgedData data) {
        return data.has(DataField.CONTEXT)
                ? Optional.empty()
                : Optional.of(Score.notApplicable("nothing was retrieved"));
    }

    @Override
    public void check(String step, StepReplies replies) throws ReplyFault {
        Entries.of(replies.last(), "chunks")
                .speakOf("id", replies.data().texts(DataField.CONTEXT).keySet());
    }

    @Override
    public Score score(StepReplies replies) {
        Map<String, JsonNode> byId = new HashMap<>();
        Entries.of(replies.last(), "chunks")
                .all()
                .forEach(chunk -> byId.put(chunk.path("id").asText(), chunk));
        int relevant = 0;
        int seen = 0;
        double precisions = 0;
        List<String> misses = new ArrayList<>();
        List<String> unfounded = new ArrayList<>();
        for (Map.Entry<String, String> piece :
                replies.data().texts(DataField.CONTEXT).entrySet()) {
            JsonNode chunk = byId.getOrDefault(piece.getKey(), MissingNode.getInstance());
            boolean said = chunk.path("relevant").asBoolean();
            boolean founded =
                    said && replies.data().holds(chunk.path("quote").asText(), piece.getKey(), DataField.CONTEXT);
            seen++;
            if (founded) {
                relevant++;
                precisions += (double) relevant / seen;
            } else {
                misses.add(Entries.named(piece.getKey(), piece.getValue(), said ? "the quote isn't there" : ""));
            }
            if (said && !founded) {
                unfounded.add(piece.getKey());
            }
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("chunks", seen);
        details.put("relevant", relevant);
        details.put("evidence-not-found", unfounded);
        double value = ranked ? relevant == 0 ? 0 : Math.min(1, precisions / relevant) : (double) relevant / seen;
        return Score.of(value, Reasons.share(relevant, seen, "retrieved pieces are relevant", misses))
                .withDetails(details);
    }
}
