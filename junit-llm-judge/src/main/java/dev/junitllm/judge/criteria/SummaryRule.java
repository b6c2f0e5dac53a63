package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Decimals;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.judge.reply.ReplyFault;
import dev.junitllm.score.Score;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Alignment, the share of the summary's claims that the source supports by a quote that is there, and coverage, the weighted
 * share of the source's key points that the summary holds: their F1, or the lesser of the two.
 */
record SummaryRule(boolean lesser) implements ScoringRule {

    private static final String POINTS = "key_points";

    static SummaryRule of(RuleParameters parameters) {
        return new SummaryRule(parameters.text("combine", "f1").equals("min"));
    }

    @Override
    public void check(String step, StepReplies replies) throws ReplyFault {
        Entries points = Entries.of(replies.last(), POINTS);
        if (step.equals(POINTS)) {
            points.ids("id");
        } else {
            Entries.of(replies.last(), "summary_claims").ids("id");
            points.speakOf("id", Entries.of(replies.of(POINTS), POINTS).ids("id"));
        }
    }

    @Override
    public Optional<Score> early(StepReplies replies) {
        return Entries.of(replies.of(POINTS), POINTS).isEmpty()
                ? Optional.of(Score.notApplicable("the source has no key points"))
                : Optional.empty();
    }

    @Override
    public Score score(StepReplies replies) {
        List<String> misses = new ArrayList<>();
        List<String> unfounded = new ArrayList<>();
        Entries claims = Entries.of(replies.last(), "summary_claims");
        if (claims.isEmpty()) {
            return Score.of(0, "the summary claims nothing");
        }
        int supported = 0;
        for (JsonNode claim : claims.all()) {
            boolean said = claim.path("supported").asBoolean();
            if (said && replies.data().holds(claim.path("quote").asText(), "", DataField.SOURCE)) {
                supported++;
                continue;
            }
            String id = claim.path("id").asText();
            if (said) {
                unfounded.add(id);
            }
            misses.add(Entries.named(
                    id, claim.path("text").asText(), said ? "the quote isn't there" : "not in the source"));
        }
        double alignment = (double) supported / claims.size();
        double coverage = coverage(replies, misses);
        double value = lesser
                ? Math.min(alignment, coverage)
                : alignment + coverage == 0 ? 0 : 2 * alignment * coverage / (alignment + coverage);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("alignment", alignment);
        details.put("coverage", coverage);
        details.put("evidence-not-found", unfounded);
        String figure = "alignment %s, coverage %s".formatted(Decimals.show(alignment), Decimals.show(coverage));
        return Score.of(Math.min(1, value), misses.isEmpty() ? figure : figure + "; " + Reasons.listed(misses))
                .withDetails(details);
    }

    private static double coverage(StepReplies replies, List<String> misses) {
        Map<String, Integer> weights = new HashMap<>();
        Map<String, String> texts = Entries.of(replies.of(POINTS), POINTS).texts("id", "text");
        Entries.of(replies.of(POINTS), POINTS)
                .all()
                .forEach(point -> weights.put(
                        point.path("id").asText(), point.path("weight").asInt()));
        int covered = 0;
        for (JsonNode point : Entries.of(replies.last(), POINTS).all()) {
            String id = point.path("id").asText();
            if (point.path("covered").asBoolean()) {
                covered += weights.getOrDefault(id, 0);
            } else {
                misses.add(Entries.named(id, texts.getOrDefault(id, ""), "not covered"));
            }
        }
        return (double) covered
                / weights.values().stream().mapToInt(Integer::intValue).sum();
    }
}
